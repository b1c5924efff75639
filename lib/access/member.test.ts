import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { memberships } from '@/db/schema/access';
import { events } from '@/db/schema/events';
import type { TxCtx } from '@/lib/core/ctx';
import type { UserId } from '@/lib/core/ids';
import { test } from '@/test/rollback-test';
import { addMember } from './add-member';
import { changeMember } from './change-member';
import { listMembers } from './list-members';
import { removeMember } from './remove-member';

const newcomer = { email: 'New.Comer@shop.example', name: 'New Comer', role: 'support' as const };

async function membershipOf(ctx: TxCtx, userId: UserId) {
  const [row] = await ctx.db
    .select()
    .from(memberships)
    .where(and(eq(memberships.storeId, ctx.store.id), eq(memberships.userId, userId)));
  if (!row) throw new Error('no such membership');
  return row;
}

const eventsOf = async (ctx: TxCtx) =>
  (await ctx.db.select().from(events).where(eq(events.storeId, ctx.store.id))).map(({ type, payload }) => ({
    type,
    payload,
  }));

describe('addMember', () => {
  test('makes an account with a password shown once', async ({ ctx }) => {
    const added = await addMember(ctx, newcomer);
    expect(added.initialPassword).toMatch(/^[\w-]{16}$/);
    const { role, active } = await membershipOf(ctx, added.userId);
    expect({ role, active }).toEqual({ role: 'support', active: true });
    expect(await eventsOf(ctx)).toEqual([
      { type: 'member.added', payload: { userId: added.userId, role: 'support' } },
    ]);
  });

  test('is refused to all but the owner, and leaves everything untouched', async ({ ctx, as }) => {
    for (const role of ['manager', 'support', 'stranger'] as const) {
      await expect(addMember(as(role), newcomer)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await eventsOf(ctx)).toEqual([]);
    expect(await listMembers(ctx)).toHaveLength(7);
  });

  test('refuses a present member a second time, in any case of letters', async ({ ctx }) => {
    await addMember(ctx, newcomer);
    const again = addMember(ctx, { ...newcomer, email: 'new.comer@SHOP.example' });
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT', key: 'access.errors.alreadyMember' });
    expect(await eventsOf(ctx)).toHaveLength(1);
  });

  test('takes somebody known from another store, who keeps their password', async ({ ctx, inOtherStore }) => {
    const first = await addMember(ctx, newcomer);
    await inOtherStore(async (other) => {
      const second = await addMember(other, { ...newcomer, role: 'analyst' });
      expect(second).toMatchObject({ userId: first.userId, initialPassword: null });
      expect((await listMembers(other)).map(({ role }) => role)).toContain('analyst');
    });
    expect((await membershipOf(ctx, first.userId)).role).toBe('support');
  });

  test('brings a former member back', async ({ ctx }) => {
    const { membershipId, userId } = await addMember(ctx, newcomer);
    await removeMember(ctx, { membershipId, version: 1 });
    expect(await addMember(ctx, { ...newcomer, role: 'finance' })).toMatchObject({ membershipId, userId });
    expect(await membershipOf(ctx, userId)).toMatchObject({ active: true, role: 'finance' });
  });
});

describe('changeMember', () => {
  const change = { role: 'finance' as const, limits: { refundMinor: 20_00 }, active: true };

  test('changes role and limits', async ({ ctx, fresh }) => {
    const { id: membershipId, version } = await membershipOf(ctx, fresh.people.support);
    expect(await changeMember(ctx, { membershipId, version, ...change })).toEqual({ version: version + 1 });
    expect(await membershipOf(ctx, fresh.people.support)).toMatchObject({
      role: 'finance',
      limits: { refundMinor: 20_00 },
    });
    const payload = { userId: fresh.people.support, role: 'finance', active: true };
    expect(await eventsOf(ctx)).toEqual([{ type: 'member.changed', payload }]);
  });

  test('is refused without team.write', async ({ ctx, as, fresh }) => {
    const { id: membershipId, version } = await membershipOf(ctx, fresh.people.support);
    const refused = changeMember(as('manager'), { membershipId, version, ...change });
    await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await membershipOf(ctx, fresh.people.support)).role).toBe('support');
  });

  test('refuses a stale version', async ({ ctx, fresh }) => {
    const { id: membershipId } = await membershipOf(ctx, fresh.people.support);
    await changeMember(ctx, { membershipId, version: 1, ...change });
    const stale = changeMember(ctx, { membershipId, version: 1, ...change });
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT', key: 'access.errors.memberChanged' });
  });

  test('does not find a member of another store', async ({ ctx, fresh, inOtherStore }) => {
    const { id: membershipId, version } = await membershipOf(ctx, fresh.people.support);
    await inOtherStore(async (other) => {
      const foreign = changeMember(other, { membershipId, version, ...change });
      await expect(foreign).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  test('keeps the last owner', async ({ ctx, fresh }) => {
    const { id: membershipId, version } = await membershipOf(ctx, fresh.people.owner);
    const lastOwner = { code: 'CONFLICT', key: 'access.errors.lastOwner' };
    await expect(removeMember(ctx, { membershipId, version })).rejects.toMatchObject(lastOwner);
    const demoted = changeMember(ctx, { membershipId, version, ...change });
    await expect(demoted).rejects.toMatchObject(lastOwner);
    expect((await membershipOf(ctx, fresh.people.owner)).role).toBe('owner');

    const other = await membershipOf(ctx, fresh.people.manager);
    const promoted = { membershipId: other.id, version: other.version, role: 'owner' as const };
    await changeMember(ctx, { ...promoted, limits: {}, active: true });
    await removeMember(ctx, { membershipId, version });
    expect((await membershipOf(ctx, fresh.people.owner)).active).toBe(false);
  });
});
