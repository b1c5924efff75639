import type { TxCtx } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';

/** Deletes products an import made. Where anything else hangs on one, the transaction fails. Ids are plain UUIDs. */
export async function deleteImportedProducts(ctx: TxCtx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const key = [uuidOf(ctx.store.id), ids];
  for (const table of ['product_search', 'variants']) {
    await ctx.raw(`delete from ${table} where store_id = $1::uuid and product_id = any($2::uuid[])`, key);
  }
  await ctx.raw('delete from products where store_id = $1::uuid and id = any($2::uuid[])', key);
}
