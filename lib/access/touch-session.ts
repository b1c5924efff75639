import { outside } from '@/lib/core/ctx';
import { type Id, uuidOf } from '@/lib/core/ids';

const TOUCH_AFTER_MS = 60_000;

/** Notes when a session was last used; at most once a minute, so that reading pages does not write. */
export async function touchSession(
  session: { id: Id<'ses'>; lastSeenAt: Date },
  now: Date,
): Promise<boolean> {
  if (now.getTime() - session.lastSeenAt.getTime() < TOUCH_AFTER_MS) return false;
  const before = new Date(now.getTime() - TOUCH_AFTER_MS);
  await outside(({ raw }) =>
    raw(
      'update sessions set last_seen_at = $2::timestamptz where id = $1::uuid and last_seen_at <= $3::timestamptz',
      [uuidOf(session.id), now.toISOString(), before.toISOString()],
    ),
  );
  return true;
}
