import { and, eq, isNull, ne } from 'drizzle-orm';
import { sessions } from '@/db/schema/access';
import { outside, type TxCtx } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import type { Id, UserId } from '@/lib/core/ids';
import { addSecurityEvent } from './record-security-event';
import type { Visitor } from './visitor';

export type Revocation = { userId: UserId } & (
  | { only: Id<'ses'> }
  | { except: Id<'ses'> }
  | { everything: true }
);

/** Ends sessions of one person: one of them, all but the present one, or all. Counts from the next request on. */
export async function revokeSessions(visitor: Visitor, which: Revocation): Promise<number> {
  return outside(async ({ db, raw }) => {
    const ended = await endSessions(db, which, visitor.now);
    if ('only' in which && ended === 0) throw notFound('auth.errors.noSession');
    const { address, requestId, now: at } = visitor;
    const event = { userId: which.userId, detail: { sessions: ended }, address, requestId, at };
    if (ended > 0) await addSecurityEvent(raw, { kind: 'sessions.revoked', ...event });
    return ended;
  });
}

/** Inside the caller's transaction. A stranger's session is not there. */
export async function endSessions(db: TxCtx['db'], which: Revocation, now: Date): Promise<number> {
  const chosen =
    'only' in which
      ? eq(sessions.id, which.only)
      : 'except' in which
        ? ne(sessions.id, which.except)
        : undefined;
  const ended = await db
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.userId, which.userId), isNull(sessions.revokedAt), chosen))
    .returning({ id: sessions.id });
  return ended.length;
}
