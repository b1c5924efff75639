import type { TxCtx } from '@/lib/core/ctx';
import { type CustomerId, isId, type ProductId, uuidOf } from '@/lib/core/ids';
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

/** What it noted, as UUIDs. */
export async function readMade(
  ctx: TxCtx,
  importId: ImportRef['id'],
): Promise<{ customers: string[]; products: string[] }> {
  const rows = await ctx.raw<{ record: string }>(
    'select record from import_made where store_id = $1::uuid and import_id = $2::uuid',
    [uuidOf(ctx.store.id), uuidOf(importId)],
  );
  const of = (prefix: 'cus' | 'prd') =>
    rows.flatMap(({ record }) => (isId(prefix, record) ? [uuidOf(record)] : []));
  return { customers: of('cus'), products: of('prd') };
}
