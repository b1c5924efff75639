import { and, asc, desc, eq } from 'drizzle-orm';
import { memberships, users } from '@/db/schema/access';
import type { Limits } from '@/lib/core/actor';
import { type AnyCtx, read } from '@/lib/core/ctx';
import type { Id, UserId } from '@/lib/core/ids';
import { allow } from './allow';
import type { RoleName } from './permissions';

export type Member = {
  membershipId: Id<'mem'>;
  userId: UserId;
  name: string;
  email: string;
  role: RoleName;
  limits: Limits;
  active: boolean;
  version: number;
  createdAt: Date;
  disabled: boolean;
};

const MOST = 500;

/** The store's people, present ones first, in the order they came. */
export async function listMembers(ctx: AnyCtx): Promise<Member[]> {
  allow(ctx, 'settings.read');
  return read(ctx, async (ctx) => {
    const rows = await ctx.db
      .select({
        membershipId: memberships.id,
        userId: memberships.userId,
        name: users.name,
        email: users.email,
        role: memberships.role,
        limits: memberships.limits,
        active: memberships.active,
        version: memberships.version,
        createdAt: memberships.createdAt,
        disabledAt: users.disabledAt,
      })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(memberships.storeId, ctx.store.id)))
      .orderBy(desc(memberships.active), asc(memberships.createdAt), asc(memberships.id))
      .limit(MOST);
    return rows.map(({ disabledAt, ...row }) => ({
      ...row,
      disabled: disabledAt !== null,
    }));
  });
}
