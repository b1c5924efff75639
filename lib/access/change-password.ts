import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '@/db/schema/access';
import { outside } from '@/lib/core/ctx';
import { DomainError } from '@/lib/core/errors';
import type { Id, UserId } from '@/lib/core/ids';
import { forgetAttempts } from './count-attempt';
import { hashPassword, passwordMatches } from './password-hash';
import { PASSWORD_MAX, passwordInput, passwordProblem } from './password-rules';
import { addSecurityEvent } from './record-security-event';
import { endSessions } from './revoke-sessions';
import { accountKey, countSignIn } from './sign-in-limits';
import type { Visitor } from './visitor';

export const changePasswordInput = z
  .object({ current: z.string().min(1).max(PASSWORD_MAX), next: passwordInput, repeated: z.string() })
  .refine(({ next, repeated }) => next === repeated, {
    path: ['repeated'],
    error: 'auth.errors.passwordsDiffer',
  });
export type ChangePasswordInput = z.output<typeof changePasswordInput>;

const refusal = (pointer: string, key: string, params?: Record<string, string | number>) =>
  new DomainError('INVALID', key, {
    ...(params && { params }),
    problems: [{ pointer, key, ...(params && { params }) }],
  });

/** Changes one's own password: the present one is asked for, and all other sessions end. Returns how many did. */
export async function changePassword(
  visitor: Visitor,
  person: { userId: UserId; sessionId: Id<'ses'>; email: string; name: string },
  { current, next }: ChangePasswordInput,
): Promise<{ endedSessions: number }> {
  const left = await countSignIn(visitor, person.email);
  const stored = await outside(({ db }) =>
    db.select({ hash: users.passwordHash }).from(users).where(eq(users.id, person.userId)),
  );
  if (!(await passwordMatches(stored[0]?.hash, current))) {
    throw refusal('/current', 'auth.errors.wrongCurrent', { left });
  }
  await forgetAttempts([accountKey(person.email)]);
  const problem = current === next ? 'auth.errors.passwordSame' : passwordProblem(next, person);
  if (problem) throw refusal('/next', problem);
  return setPassword(visitor, person, await hashPassword(next));
}

async function setPassword(
  { now, address, requestId }: Visitor,
  { userId, sessionId }: { userId: UserId; sessionId: Id<'ses'> },
  passwordHash: string,
): Promise<{ endedSessions: number }> {
  return outside(async ({ db, raw }) => {
    await db.update(users).set({ passwordHash, passwordChangedAt: now }).where(eq(users.id, userId));
    const endedSessions = await endSessions(db, { userId, except: sessionId }, now);
    const detail = { sessions: endedSessions };
    await addSecurityEvent(raw, { kind: 'password.changed', userId, detail, address, requestId, at: now });
    return { endedSessions };
  });
}
