import { type Ctx, transact } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';

const KEPT_MS = 48 * 3_600_000;

/** Drops the answers kept for repeated API writes after two days: nobody repeats a request that late. Returns how many. */
export async function forgetAnswers(store: Ctx): Promise<number> {
  const before = new Date(store.now.getTime() - KEPT_MS).toISOString();
  const dropped = await transact(store, ({ raw }) =>
    raw(
      'delete from idempotency_keys where store_id = $1::uuid and created_at < $2::timestamptz returning 1 as dropped',
      [uuidOf(store.store.id), before],
    ),
  );
  return dropped.length;
}
