import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { sessions } from '@/db/schema/access';
import { outside } from '@/lib/core/ctx';
import type { Id, UserId } from '@/lib/core/ids';

export type OpenSession = {
  sessionId: Id<'ses'>;
  createdAt: Date;
  lastSeenAt: Date;
  address: string;
  userAgent: string;
};

const MOST = 50;

/** Where a person is signed in now, the last used first. */
export async function listSessions(userId: UserId, now: Date): Promise<OpenSession[]> {
  return outside(({ db }) =>
    db
      .select({
        sessionId: sessions.id,
        createdAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
        address: sessions.address,
        userAgent: sessions.userAgent,
      })
      .from(sessions)
      .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
      .orderBy(desc(sessions.lastSeenAt))
      .limit(MOST),
  );
}
