import type { TxCtx } from '@/lib/core/ctx';
import { type CustomerId, type ProductId, uuidOf } from '@/lib/core/ids';
import type { ImportRef } from './import-ref';

/** Remembers which records an import made, and not merely found. */
export async function noteMade(
  ctx: TxCtx,
  ref: ImportRef,
  ids: readonly (ProductId | CustomerId)[],
): Promise<void> {
  if (ids.length === 0) return;
  await ctx.raw(
    `insert into import_made (store_id, import_id, record) select $1::uuid, $2::uuid, r from unnest($3::text[]) r`,
    [uuidOf(ctx.store.id), uuidOf(ref.id), ids],
  );
}
