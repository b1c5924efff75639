import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { memberships, users } from '@/db/schema/access';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { type Id, newId, type UserId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { allow } from './allow';
import { insertUser, newPerson, personNameInput } from './create-user';
import { emailFingerprint, emailInput } from './email';
import { limitsInput, roleInput } from './member-input';
import { passwordInput } from './password-rules';

export const addMemberInput = z.object({
  email: emailInput,
  /** Used when the person is new here; somebody known keeps their own. */
  name: personNameInput,
  role: roleInput,
  limits: limitsInput.default({}),
  /** For commands; a person added by a colleague gets one that is shown once. */
  password: passwordInput.optional(),
});
export type AddMemberInput = z.input<typeof addMemberInput>;
export type AddedMember = { membershipId: Id<'mem'>; userId: UserId; initialPassword: string | null };

/**
 * Gives a person a role in the store. Somebody unknown gets an account with a first password, returned this once;
 * somebody known keeps theirs. A former member comes back; a present one is a CONFLICT.
 */
export async function addMember(ctx: AnyCtx, input: AddMemberInput): Promise<AddedMember> {
  allow(ctx, 'team.write');
  const { email, name, role, limits, password } = addMemberInput.parse(input);
  const firstPassword = password ?? randomBytes(12).toString('base64url');
  const person = await newPerson({ email, name, password: firstPassword });
  return transact(ctx, async (ctx) => {
    const known = await findUser(ctx, email);
    const userId = known ?? (await insertUser(ctx, person)).userId;
    const membershipId = await insertMembership(ctx, { userId, role, limits });
    await record(ctx, 'member.added', userId, { userId, role });
    return { membershipId, userId, initialPassword: known || password ? null : firstPassword };
  });
}

async function findUser(ctx: TxCtx, email: string): Promise<UserId | undefined> {
  const rows = await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.emailToken, emailFingerprint(email)));
  return rows[0]?.id;
}

type Membership = Pick<typeof memberships.$inferInsert, 'userId' | 'role' | 'limits'>;

async function insertMembership(ctx: TxCtx, membership: Membership): Promise<Id<'mem'>> {
  const row = { storeId: ctx.store.id, id: newId('mem'), ...membership, active: true, createdAt: ctx.now };
  const [written] = await ctx.db
    .insert(memberships)
    .values(row)
    .onConflictDoUpdate({
      target: [memberships.storeId, memberships.userId],
      set: { role: row.role, limits: row.limits, active: true },
      setWhere: and(eq(memberships.storeId, ctx.store.id), eq(memberships.active, false)),
    })
    .returning({ id: memberships.id });
  if (!written) throw conflict('access.errors.alreadyMember');
  return written.id;
}
