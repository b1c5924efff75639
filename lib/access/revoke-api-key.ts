import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { apiKeys } from '@/db/schema/access';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import { type Id, isId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { allow } from './allow';

export const revokeApiKeyInput = z.object({
  keyId: z.custom<Id<'key'>>((value) => isId('key', value), { error: 'web.problems.id' }),
});
export type RevokeApiKeyInput = z.output<typeof revokeApiKeyInput>;

/** Ends a key at once. A second time it does nothing. */
export async function revokeApiKey(ctx: AnyCtx, { keyId }: RevokeApiKeyInput): Promise<void> {
  allow(ctx, 'apikey.write');
  await transact(ctx, async (ctx) => {
    const own = and(eq(apiKeys.storeId, ctx.store.id), eq(apiKeys.id, keyId));
    const revoked = await ctx.db
      .update(apiKeys)
      .set({ revokedAt: ctx.now })
      .where(and(own, isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id });
    if (revoked.length > 0) await record(ctx, 'apikey.revoked', keyId, { keyId });
    else if (!(await exists(ctx, own))) throw notFound('access.errors.noKey');
  });
}

async function exists(ctx: TxCtx, own: ReturnType<typeof and>): Promise<boolean> {
  return (await ctx.db.select({ id: apiKeys.id }).from(apiKeys).where(own)).length > 0;
}
