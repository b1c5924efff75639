import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { sessions, users } from '@/db/schema/access';
import { outside } from '@/lib/core/ctx';
import { invalid } from '@/lib/core/errors';
import { type Id, newId, type UserId } from '@/lib/core/ids';
import { forgetAttempts } from './count-attempt';
import { emailFingerprint } from './email';
import { passwordMatches } from './password-hash';
import { PASSWORD_MAX } from './password-rules';
import { addSecurityEvent, recordSecurityEvent } from './record-security-event';
import { SESSION_MS } from './session-life';
import { accountKey, countSignIn } from './sign-in-limits';
import type { Visitor } from './visitor';

export const signInInput = z.object({
  email: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(PASSWORD_MAX),
});
export type SignInInput = z.output<typeof signInInput>;

/**
 * Opens a session for the right e-mail address and password. A wrong password, an unknown address and a disabled
 * person are told alike and take alike long; after eight tries in a quarter of an hour even the right one has to wait.
 */
export async function signIn(
  visitor: Visitor,
  { email, password }: SignInInput,
): Promise<{ sessionId: Id<'ses'>; userId: UserId }> {
  const left = await countSignIn(visitor, email);
  const found = await findPerson(email);
  const matches = await passwordMatches(found?.passwordHash, password);
  if (!found || !matches || found.disabledAt) {
    const { address, requestId, now: at } = visitor;
    await recordSecurityEvent({ kind: 'sign-in.failed', userId: found?.id, address, requestId, at });
    throw invalid('auth.errors.wrong', { left });
  }
  const sessionId = await openSession(visitor, found.id);
  await forgetAttempts([accountKey(email)]);
  return { sessionId, userId: found.id };
}

async function findPerson(email: string) {
  const [found] = await outside(({ db }) =>
    db
      .select({ id: users.id, passwordHash: users.passwordHash, disabledAt: users.disabledAt })
      .from(users)
      .where(eq(users.emailToken, emailFingerprint(email))),
  );
  return found;
}

async function openSession(visitor: Visitor, userId: UserId): Promise<Id<'ses'>> {
  const { now, address, userAgent, requestId } = visitor;
  const id = newId('ses');
  const expiresAt = new Date(now.getTime() + SESSION_MS);
  await outside(async ({ db, raw }) => {
    await db
      .insert(sessions)
      .values({ id, userId, createdAt: now, lastSeenAt: now, expiresAt, address, userAgent });
    await addSecurityEvent(raw, { kind: 'sign-in.succeeded', userId, address, requestId, at: now });
  });
  return id;
}
