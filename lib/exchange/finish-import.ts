import { and, eq } from 'drizzle-orm';
import { imports } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { uuidOf } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { type NoteName, RULES, type RuleName } from './document-figures';
import { minorInE4 } from './draft-order';
import { advance, type ImportRef } from './import-ref';
import type { ImportReport, RuleFigures } from './import-report';
import { takeTime } from './whole-file';

/** Proves the import to the penny, keeps the report with it, and clears the staged rows. Holds or not, the report says. */
export async function finishImport(ctx: AnyCtx, ref: ImportRef): Promise<ImportRef> {
  allow(ctx, 'data.import');
  invariant(ref.status === 'cancellations', 'an import ends after its cancellations');
  return transact(ctx, async (ctx) => {
    await takeTime(ctx);
    const report = await reportOf(ctx, ref);
    const next = await advance(ctx, ref, { status: 'finished' });
    await ctx.db
      .update(imports)
      .set({ report, finishedAt: ctx.now })
      .where(and(eq(imports.storeId, ctx.store.id), eq(imports.id, ref.id)));
    await ctx.raw('delete from import_rows where store_id = $1::uuid and import_id = $2::uuid', [
      uuidOf(ctx.store.id),
      uuidOf(ref.id),
    ]);
    await record(ctx, 'import.finished', ref.id, {
      importId: ref.id,
      orders: report.imported.orders + report.imported.credits,
    });
    return next;
  });
}

/** What is imported is read from the books (orders and refunds), not from what the rules say they did. */
async function reportOf(ctx: TxCtx, ref: ImportRef): Promise<ImportReport> {
  const key = [uuidOf(ctx.store.id), uuidOf(ref.id)];
  const [rules, notes, books, refunds, aside, known, made] = await Promise.all([
    ctx.raw<RuleRow>(BY_RULE, key),
    ctx.raw<{ name: NoteName; times: number }>(NOTES, key),
    one(ctx.raw(BOOKS, key)),
    one(ctx.raw(REFUNDS, key)),
    one(ctx.raw(ASIDE, key)),
    one(ctx.raw(KNOWN, key)),
    one(ctx.raw(MADE, key)),
  ]);
  const unit = minorInE4(ref.currency);
  const imported = {
    orders: books('orders'),
    lines: books('lines'),
    totalE4: books('total') * unit,
    credits: books('credits'),
    creditsE4: books('credit_total') * unit,
    refunds: refunds('refunds'),
    refundsE4: refunds('amount') * unit,
    customers: made('customers'),
    products: made('products'),
  };
  const file = { rows: ref.stagedRows, documents: known('all_documents'), amountE4: ref.stagedAmountE4 };
  const setAside = { rows: aside('rows'), amountE4: aside('amount') };
  const before = { documents: known('documents'), rows: known('rows'), amountE4: known('amount') };
  const roundingE4 = known('rounding');
  const figures = rules.map(
    (row): RuleFigures => ({
      rule: row.rule,
      rows: Number(row.rows),
      documents: Number(row.documents),
      units: Number(row.units),
      amountE4: Number(row.amount),
    }),
  );
  const explained =
    imported.totalE4 + imported.creditsE4 - imported.refundsE4 + setAside.amountE4 + before.amountE4;
  return {
    currency: ref.currency,
    file,
    imported,
    setAside,
    known: before,
    roundingE4,
    differenceE4: file.amountE4 - explained - roundingE4,
    missingRows: file.rows - figures.reduce((rows, rule) => rows + rule.rows, 0),
    rules: figures.sort((a, b) => RULES.indexOf(a.rule) - RULES.indexOf(b.rule)),
    notes: Object.fromEntries(notes.map((row) => [row.name, Number(row.times)])),
  };
}

type RuleRow = { rule: RuleName; rows: string; documents: string; units: string; amount: string };

async function one(rows: Promise<Record<string, unknown>[]>): Promise<(column: string) => number> {
  const [row] = await rows;
  return (column) => Number(row?.[column] ?? 0);
}

const BY_RULE = `select r.key as rule, sum((r.value->>0)::bigint) as rows, count(*) as documents, sum((r.value->>1)::bigint) as units,
    sum((r.value->>2)::bigint) as amount
  from import_documents d, jsonb_each(d.figures->'rules') r
  where d.store_id = $1::uuid and d.import_id = $2::uuid group by r.key`;

const NOTES = `select n.key as name, sum((n.value)::bigint) as times
  from import_documents d, jsonb_each(d.figures->'notes') n
  where d.store_id = $1::uuid and d.import_id = $2::uuid group by n.key`;

const BOOKS = `select count(*) filter (where o.kind = 'sale') as orders, count(*) filter (where o.kind = 'credit') as credits,
    sum(o.total_minor) filter (where o.kind = 'sale') as total, sum(o.total_minor) filter (where o.kind = 'credit') as credit_total,
    sum((select count(*) from order_lines l where l.store_id = o.store_id and l.order_id = o.id)) as lines
  from import_documents d join orders o on o.store_id = d.store_id and o.id = d.order_id
  where d.store_id = $1::uuid and d.import_id = $2::uuid`;

const REFUNDS = `select count(*) as refunds, sum(f.amount_minor) as amount
  from (select distinct refund_id from import_returns where store_id = $1::uuid and import_id = $2::uuid) r
  join refunds f on f.store_id = $1::uuid and f.id = r.refund_id and f.status = 'succeeded'`;

const ASIDE = `select count(*) as rows, sum(amount_e4) as amount from import_set_aside
  where store_id = $1::uuid and import_id = $2::uuid`;

const KNOWN = `select count(*) as all_documents, count(*) filter (where rule = 'known') as documents,
    sum(rows) filter (where rule = 'known') as rows, sum(amount_e4) filter (where rule = 'known') as amount,
    sum((figures->>'roundingE4')::bigint) as rounding
  from import_documents where store_id = $1::uuid and import_id = $2::uuid`;

const MADE = `select count(*) filter (where record like 'cus%') as customers, count(*) filter (where record like 'prd%') as products
  from import_made where store_id = $1::uuid and import_id = $2::uuid`;
