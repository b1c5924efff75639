import { z } from 'zod';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict, notFound } from '@/lib/core/errors';
import { type Id, idOf, isId, type UserId, uuidOf } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { allow } from './allow';
import { limitsInput, roleInput } from './member-input';

export const membershipIdInput = z.custom<Id<'mem'>>((value) => isId('mem', value), {
  error: 'web.problems.id',
});

export const changeMemberInput = z.object({
  membershipId: membershipIdInput,
  version: z.int(),
  role: roleInput,
  limits: limitsInput,
  active: z.boolean(),
});
export type ChangeMemberInput = z.output<typeof changeMemberInput>;

// All owners are locked in one order first: of two who demote each other, the second sees that the first is gone.
const OWNERS = `select id from memberships
  where store_id = $1::uuid and role = 'owner' and active order by id for update`;
const CHANGE = `update memberships
  set role = $4::text, limits = $5::jsonb, active = $6::boolean, version = version + 1
  where store_id = $1::uuid and id = $2::uuid and version = $3::int
  returning user_id, version`;

/** Changes a member's role and limits, or lets them go and come back. The store's last owner can do neither. */
export async function changeMember(ctx: AnyCtx, input: ChangeMemberInput): Promise<{ version: number }> {
  allow(ctx, 'team.write');
  const { membershipId, version, role, limits, active } = input;
  return transact(ctx, async (ctx) => {
    if (role !== 'owner' || !active) await keepAnOwner(ctx, membershipId);
    const ids = [uuidOf(ctx.store.id), uuidOf(membershipId)];
    const [row] = await ctx.raw(CHANGE, [...ids, version, role, JSON.stringify(limits), active]);
    if (!row) throw await whyNot(ctx, membershipId);
    const userId: UserId = idOf('usr', String(row.user_id));
    await record(ctx, 'member.changed', userId, { userId, role, active });
    return { version: Number(row.version) };
  });
}

async function keepAnOwner(ctx: TxCtx, leaving: Id<'mem'>): Promise<void> {
  const owners = await ctx.raw(OWNERS, [uuidOf(ctx.store.id)]);
  const stays = owners.some(({ id }) => id !== uuidOf(leaving));
  if (!stays) throw conflict('access.errors.lastOwner');
}

async function whyNot(ctx: TxCtx, membershipId: Id<'mem'>) {
  const rows = await ctx.raw('select 1 from memberships where store_id = $1::uuid and id = $2::uuid', [
    uuidOf(ctx.store.id),
    uuidOf(membershipId),
  ]);
  return rows.length > 0 ? conflict('access.errors.memberChanged') : notFound('access.errors.noMember');
}
