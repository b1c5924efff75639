import type { TxCtx } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';

/** Deletes customers an import made. Where anything else hangs on one, the transaction fails. Ids are plain UUIDs. */
export async function deleteImportedCustomers(ctx: TxCtx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const key = [uuidOf(ctx.store.id), ids];
  await ctx.raw(
    'delete from customer_search where store_id = $1::uuid and customer_id = any($2::uuid[])',
    key,
  );
  await ctx.raw('delete from customers where store_id = $1::uuid and id = any($2::uuid[])', key);
}
