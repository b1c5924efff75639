import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { memberships } from '@/db/schema/access';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import { allow } from './allow';
import { changeMember, membershipIdInput } from './change-member';
import { limitsInput, roleInput } from './member-input';

export const removeMemberInput = z.object({ membershipId: membershipIdInput, version: z.int() });
export type RemoveMemberInput = z.output<typeof removeMemberInput>;

/** Lets a member go: they see nothing of the store from their next request on; what they did stays under their name. */
export async function removeMember(ctx: AnyCtx, input: RemoveMemberInput): Promise<{ version: number }> {
  allow(ctx, 'team.write');
  const { membershipId, version } = input;
  return transact(ctx, async (ctx) => {
    const [member] = await ctx.db
      .select({ role: memberships.role, limits: memberships.limits })
      .from(memberships)
      .where(and(eq(memberships.storeId, ctx.store.id), eq(memberships.id, membershipId)));
    if (!member) throw notFound('access.errors.noMember');
    const { role, limits } = { role: roleInput.parse(member.role), limits: limitsInput.parse(member.limits) };
    return changeMember(ctx, { membershipId, version, role, limits, active: false });
  });
}
