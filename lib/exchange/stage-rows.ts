import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { uuidOf } from '@/lib/core/ids';
import { sum } from '@/lib/core/money';
import { plainArray } from '@/lib/core/plain-array';
import { advance, type ImportRef } from './import-ref';
import { amountOf, type FileRow } from './read-row';

/** Keeps the next rows of the file as they are, with how far the file is read. */
export async function stageRows(ctx: AnyCtx, ref: ImportRef, rows: readonly FileRow[]): Promise<ImportRef> {
  allow(ctx, 'data.import');
  const last = rows.at(-1);
  if (!last) return ref;
  invariant(
    rows[0]?.row === ref.stagedRows + 1 && ref.status === 'staging',
    'rows are staged in their order',
  );
  return transact(ctx, async (ctx) => {
    // First of all the import's own row, so that of two runs the second ends here.
    const [next] = await Promise.all([
      advance(ctx, ref, {
        stagedRows: last.row,
        stagedAmountE4: ref.stagedAmountE4 + sum(rows.map(amountOf)),
      }),
      ctx.raw(ROWS, [
        uuidOf(ctx.store.id),
        uuidOf(ref.id),
        rows.map((row) => row.document),
        plainArray(rows.map((row) => row.row)),
        rows.map((row) => row.sku),
        rows.map((row) => row.title),
        plainArray(rows.map((row) => row.quantity)),
        plainArray(rows.map((row) => row.unitPriceE4)),
        plainArray(rows.map((row) => row.at.toISOString())),
        rows.map((row) => row.customerRef),
        rows.map((row) => row.country),
        plainArray(rows.map((row) => row.freightE4)),
        rows.map((row) => (row.facts ? JSON.stringify(row.facts) : null)),
      ]),
    ]);
    return next;
  });
}

const ROWS = `insert into import_rows (store_id, import_id, document, "row", sku, title, quantity, unit_price_e4, at, customer_ref,
    country, freight_e4, facts)
  select $1::uuid, $2::uuid, r.document, r.n, r.sku, r.title, r.quantity, r.price, r.at, r.customer, r.country, r.freight,
    r.facts::jsonb from unnest($3::text[], $4::int[], $5::text[], $6::text[], $7::bigint[], $8::bigint[],
    $9::timestamptz[], $10::text[], $11::text[], $12::bigint[], $13::text[])
    as r(document, n, sku, title, quantity, price, at, customer, country, freight, facts)`;
