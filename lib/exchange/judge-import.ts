import { and, eq } from 'drizzle-orm';
import { imports } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { skuKey } from '@/lib/catalog/variant-input';
import { type AnyCtx, read, transact } from '@/lib/core/ctx';
import { RULES, type RuleName } from './document-figures';
import { draftOrder, piecesOf } from './draft-order';
import { advance, type ImportRef } from './import-ref';
import type { JudgedRule, SampleRow } from './import-report';
import { type FileDocument, loadBatch } from './load-batch';
import type { FileRow } from './read-row';
import { chargeOf } from './source-mapping';

const BATCH_ROWS = 10_000;
const SAMPLES = 5;

type Rules = Map<JudgedRule['rule'], JudgedRule>;

/**
 * Says what the rules would do with every row, without doing it: how many, what they come to, and a few of them. Cancellations
 * find their orders only when those are there, so here they are one rule.
 */
export async function judgeImport(ctx: AnyCtx, ref: ImportRef): Promise<ImportRef> {
  allow(ctx, 'data.import');
  const rules: Rules = new Map();
  for (let after = 0; ; ) {
    const batch = await read(ctx, (ctx) =>
      loadBatch(ctx, ref, ['sale', 'set_aside', 'known', 'cancellation'], after, BATCH_ROWS),
    );
    if (!batch) break;
    for (const document of batch.documents) judge(ref, document, rules);
    after = batch.lastPosition;
  }
  const order = ['cancellation', ...RULES];
  const judged = [...rules.values()].sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule));
  return transact(ctx, async (ctx) => {
    await ctx.db
      .update(imports)
      .set({ judged })
      .where(and(eq(imports.storeId, ctx.store.id), eq(imports.id, ref.id)));
    return advance(ctx, ref, {});
  });
}

function judge(ref: ImportRef, document: FileDocument, rules: Rules): void {
  const { treatment, rows, rowCount, amountE4 } = document;
  if (treatment !== 'sale') {
    const rule = treatment === 'cancellation' ? treatment : document.rule || 'set_aside_empty';
    add(rules, rule, rowCount, amountE4, rows);
    return;
  }
  const figures = structuredClone(document.figures);
  const pieces = rows.flatMap((row) => piecesOf(row, skuKey(row.sku), ref.currency, figures));
  draftOrder(ref.mapping, pieces, figures);
  for (const [rule, [count, , amount]] of Object.entries(figures.rules)) {
    const name = RULES.find((known) => known === rule);
    if (name) add(rules, name, count, amount, samplesFor(ref, name, rows));
  }
}

/** Rows of a sale that a rule is likely about: codes for charges, prices for the rest. */
function samplesFor(ref: ImportRef, rule: RuleName, rows: readonly FileRow[]): FileRow[] {
  const isCode = (row: FileRow) => chargeOf(ref.mapping, skuKey(row.sku)) !== null;
  if (rule === 'sold') return rows.filter((row) => !isCode(row) && row.quantity > 0 && row.unitPriceE4 > 0);
  if (rule === 'gift') return rows.filter((row) => !isCode(row) && row.unitPriceE4 === 0 && row.quantity > 0);
  if (rule === 'set_aside_empty') return rows.filter((row) => row.quantity === 0);
  if (rule === 'set_aside_stock') return rows.filter((row) => row.quantity < 0 && row.unitPriceE4 === 0);
  const takes = rule === 'discount' || rule === 'returned_in_sale' || rule.startsWith('credit');
  return rows.filter(
    (row) =>
      isCode(row) !== (rule === 'returned_in_sale' || rule === 'credit_goods') &&
      (!takes || row.quantity * row.unitPriceE4 < 0),
  );
}

function add(
  rules: Rules,
  rule: JudgedRule['rule'],
  rows: number,
  amountE4: number,
  samples: readonly FileRow[],
): void {
  const known = rules.get(rule) ?? { rule, rows: 0, documents: 0, amountE4: 0, samples: [] };
  known.rows += rows;
  known.documents += 1;
  known.amountE4 += amountE4;
  known.samples.push(...samples.slice(0, SAMPLES - known.samples.length).map(sampleOf));
  rules.set(rule, known);
}

const sampleOf = ({ row, document, sku, title, quantity, unitPriceE4 }: FileRow): SampleRow => ({
  row, document, sku, title, quantity, unitPriceE4,
}); // biome-ignore format: short
