import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { apiKeys } from '@/db/schema/access';
import { events } from '@/db/schema/events';
import { actorOf } from '@/test/fresh-store';
import { test } from '@/test/rollback-test';
import { parseApiKey } from './api-key-secret';
import { createApiKey } from './create-api-key';
import { listApiKeys } from './list-api-keys';
import { revokeApiKey } from './revoke-api-key';

const input = { name: 'Shop front', permissions: ['order.place' as const, 'product.read' as const] };

describe('createApiKey', () => {
  test('shows the secret once and keeps its hash', async ({ ctx }) => {
    const { keyId, secret, hint } = await createApiKey(ctx, input);
    expect(secret).toMatch(new RegExp(`^wb_${ctx.store.slug}_[0-9a-f]{48}$`));
    const [row] = await ctx.db.select().from(apiKeys).where(eq(apiKeys.storeId, ctx.store.id));
    expect(Buffer.from(row?.secretHash ?? [])).toEqual(parseApiKey(secret)?.hash);
    const [listed] = await listApiKeys(ctx);
    expect(listed).toMatchObject({ keyId, name: 'Shop front', permissions: input.permissions });
    expect(listed?.shown).toBe(`wb_${ctx.store.slug}_${hint}…`);
    expect(JSON.stringify(listed)).not.toContain(secret.slice(-30));
    const written = await ctx.db.select().from(events).where(eq(events.storeId, ctx.store.id));
    expect(written.map(({ type, payload }) => ({ type, payload }))).toEqual([
      { type: 'apikey.created', payload: { keyId } },
    ]);
  });

  test('is refused without apikey.write', async ({ ctx, as }) => {
    await expect(createApiKey(as('support'), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await listApiKeys(ctx)).toEqual([]);
  });

  test('gives no more than its maker may do', async ({ ctx, as, fresh }) => {
    const manager = actorOf('manager', fresh);
    const permissions = new Set(
      [...manager.permissions].filter((permission) => permission !== 'order.place'),
    );
    await expect(createApiKey(as({ ...manager, permissions }), input)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      details: { params: { permission: 'order.place' } },
    });
    expect(await listApiKeys(ctx)).toEqual([]);
  });

  test('refuses what no key may be given', async ({ ctx }) => {
    const greedy = { name: 'x', permissions: ['team.write' as 'order.read'] };
    await expect(createApiKey(ctx, greedy)).rejects.toThrow();
  });
});

describe('revokeApiKey', () => {
  test('ends a key; a second time does nothing', async ({ ctx }) => {
    const { keyId } = await createApiKey(ctx, input);
    await revokeApiKey(ctx, { keyId });
    await revokeApiKey(ctx, { keyId });
    expect((await listApiKeys(ctx))[0]?.revokedAt).toEqual(ctx.now);
    const written = await ctx.db.select().from(events).where(eq(events.storeId, ctx.store.id));
    expect(written.map(({ type }) => type)).toEqual(['apikey.created', 'apikey.revoked']);
  });

  test('is refused without apikey.write, and not found from another store', async ({
    ctx,
    as,
    inOtherStore,
  }) => {
    const { keyId } = await createApiKey(ctx, input);
    await expect(revokeApiKey(as('finance'), { keyId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await inOtherStore(async (other) => {
      await expect(revokeApiKey(other, { keyId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await listApiKeys(other)).toEqual([]);
    });
    expect((await listApiKeys(ctx))[0]?.revokedAt).toBeNull();
  });
});
