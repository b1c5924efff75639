import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { type Id, uuidOf } from '@/lib/core/ids';
import { csvLine } from './csv-line';
import { amountText } from './report-text';

const BATCH = 2_000;
const HEADER = 'row,rule,invoice,code,description,quantity,price,amount,at,customer,country';

type Found = {
  n: number;
  rule: string;
  document: string;
  sku: string;
  title: string;
  quantity: number;
  price: number;
  amount: number;
  at: Date;
  customer: string;
  country: string;
};

/** What an import set aside, as CSV text in pieces, by row of the file. */
export async function* readSetAside(ctx: AnyCtx, importId: Id<'imp'>): AsyncGenerator<string> {
  allow(ctx, 'data.import');
  yield `${HEADER}\r\n`;
  for (let after = 0; ; ) {
    const rows = await read(ctx, (ctx) =>
      ctx.raw<Found>(ROWS, [uuidOf(ctx.store.id), uuidOf(importId), after, BATCH]),
    );
    if (rows.length === 0) return;
    yield rows.map(lineOf).join('');
    after = rows.at(-1)?.n ?? after;
  }
}

const ROWS = `select "row" as n, rule, document, sku, title, quantity, unit_price_e4 as price, amount_e4 as amount, at,
    customer_ref as customer, country
  from import_set_aside where store_id = $1::uuid and import_id = $2::uuid and "row" > $3::int order by "row" limit $4::int`;

// Amounts are written by us, so their sign runs no formula.
function lineOf(row: Found): string {
  return csvLine([
    row.n, row.rule, row.document, row.sku, row.title, row.quantity, { plain: amountText(row.price) },
    { plain: amountText(row.amount) }, row.at.toISOString(), row.customer, row.country,
  ]); // biome-ignore format: as the header
}
