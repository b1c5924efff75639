import { type Ctx, transact } from '@/lib/core/ctx';
import { type Id, uuidOf } from '@/lib/core/ids';

const AGAIN_AFTER_MS = 60_000;

/** Whether a key's last use should be written down again: once a minute, not with every call. */
export const isUseDue = (lastUsedAt: Date | null, now: Date): boolean =>
  lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= AGAIN_AFTER_MS;

/** Writes down that a key is in use; of many calls in the same minute the first one writes. */
export async function noteKeyUse(caller: Ctx, keyId: Id<'key'>): Promise<void> {
  const before = new Date(caller.now.getTime() - AGAIN_AFTER_MS).toISOString();
  await transact(caller, ({ raw, store, now }) =>
    raw(
      `update api_keys set last_used_at = $3::timestamptz where store_id = $1::uuid and id = $2::uuid
        and (last_used_at is null or last_used_at <= $4::timestamptz)`,
      [uuidOf(store.id), uuidOf(keyId), now.toISOString(), before],
    ),
  );
}
