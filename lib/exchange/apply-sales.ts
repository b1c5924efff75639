import { allow } from '@/lib/access/allow';
import { skuKey } from '@/lib/catalog/variant-input';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import { composeOrder, idsOf, type Lookups } from './compose-order';
import { addTo, type DocumentFigures } from './document-figures';
import { draftOrder, piecesOf } from './draft-order';
import { advance, type ImportRef } from './import-ref';
import { type Batch, customersByRef, type FileDocument, variantsByKey } from './load-batch';
import { customerNames } from './make-customers';
import { paymentsOf } from './payments-of';
import { amountOf } from './read-row';
import { type Outcome, planAnew, writeOutcomes } from './write-outcomes';

/**
 * Turns a batch of whole documents into completed orders, or sets them aside, in one transaction with the progress. It may
 * run beside the batch `before` it, and commits after it.
 */
export async function applySales(
  ctx: AnyCtx,
  ref: ImportRef,
  batch: Batch,
  before: Promise<ImportRef>,
): Promise<ImportRef> {
  allow(ctx, 'data.import');
  return transact(ctx, async (ctx) => {
    await planAnew(ctx);
    const sales = batch.documents.filter((document) => document.treatment === 'sale');
    const [customers, variants] = await Promise.all([
      customersByRef(
        ctx,
        sales.map((document) => document.customerRef),
      ),
      variantsByKey(ctx, sales),
    ]);
    const lookups = {
      mapping: ref.mapping,
      customers,
      variants,
      nameOf: customerNames(ctx.store.locale),
    };
    const scope = uuidOf(ctx.store.id);
    const outcomes = batch.documents.map((document) =>
      document.treatment === 'sale' ? sell(scope, ref, document, lookups) : putAside(document),
    );
    await writeOutcomes(ctx, ref, outcomes);
    return advance(ctx, await before, { appliedTo: batch.lastPosition });
  });
}

function sell(scope: string, ref: ImportRef, document: FileDocument, lookups: Lookups): Outcome {
  const figures = structuredClone(document.figures);
  const pieces = document.rows.flatMap((row) => piecesOf(row, skuKey(row.sku), ref.currency, figures));
  const { draft, setAside } = draftOrder(lookups.mapping, pieces, figures);
  const ids = idsOf(scope, ref, document);
  const order = draft && composeOrder(ref, document, draft, lookups, ids, figures);
  return {
    document,
    order,
    payments: order ? paymentsOf(ref, document, order, ids, figures) : [],
    setAside,
    figures,
  };
}

function putAside(document: FileDocument): Outcome {
  const figures: DocumentFigures = structuredClone(document.figures);
  const rule = document.rule || 'set_aside_empty';
  if (rule === 'known') {
    addTo(figures, rule, document.rowCount, 0, document.amountE4);
    return { document, order: null, payments: [], setAside: [], figures };
  }
  for (const row of document.rows) {
    addTo(figures, rule, 1, Math.abs(row.quantity), amountOf(row));
  }
  return {
    document,
    order: null,
    payments: [],
    setAside: document.rows.map((row) => ({ row, rule })),
    figures,
  };
}
