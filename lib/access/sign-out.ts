import { outside } from '@/lib/core/ctx';
import type { Id, UserId } from '@/lib/core/ids';
import { addSecurityEvent } from './record-security-event';
import { endSessions } from './revoke-sessions';
import type { Visitor } from './visitor';

/** Ends the present session. A second time it does nothing. */
export async function signOut(
  visitor: Visitor,
  { sessionId, userId }: { sessionId: Id<'ses'>; userId: UserId },
): Promise<void> {
  const { address, requestId, now } = visitor;
  await outside(async ({ db, raw }) => {
    const ended = await endSessions(db, { userId, only: sessionId }, now);
    if (ended > 0) await addSecurityEvent(raw, { kind: 'sign-out', userId, address, requestId, at: now });
  });
}
