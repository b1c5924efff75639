import { allow } from '@/lib/access/allow';
import { skuKey } from '@/lib/catalog/variant-input';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import type { ImportedOrder } from '@/lib/orders/import-orders';
import type { ImportedPayment } from '@/lib/payments/import-payments';
import { composeOrder, type DocumentIds, idsOf, type Lookups } from './compose-order';
import { addTo, type DocumentFigures } from './document-figures';
import { draftOrder, pieceOf } from './draft-order';
import { advance, type ImportRef } from './import-ref';
import { type Batch, customersByRef, type FileDocument, variantsByKey } from './load-batch';
import { customerNames } from './make-customers';
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
  const pieces = document.rows.map((row) => pieceOf(row, skuKey(row.sku), ref.currency, figures));
  const { draft, setAside } = draftOrder(lookups.mapping, pieces, figures);
  const ids = idsOf(scope, ref, document);
  const order = draft && composeOrder(ref, document, draft, lookups, ids, figures);
  return { document, order, payment: order && paymentOf(ref, order, ids), setAside, figures };
}

/** A sale's money, settled outside, when there is any: an order of gifts or fractions of a penny cost nothing. */
export function paymentOf(ref: ImportRef, order: ImportedOrder, ids: DocumentIds): ImportedPayment | null {
  if (order.kind !== 'sale' || order.totalMinor === 0) return null;
  return {
    id: ids('payment'),
    movementId: ids('movement'),
    orderId: order.id,
    amountMinor: order.totalMinor,
    reference: `${ref.source}:${order.externalId}`,
    at: order.placedAt,
  };
}

function putAside(document: FileDocument): Outcome {
  const figures: DocumentFigures = structuredClone(document.figures);
  const rule = document.rule || 'set_aside_empty';
  if (rule === 'known') {
    addTo(figures, rule, document.rowCount, 0, document.amountE4);
    return { document, order: null, payment: null, setAside: [], figures };
  }
  for (const row of document.rows) {
    addTo(figures, rule, 1, Math.abs(row.quantity), row.quantity * row.unitPriceE4);
  }
  return {
    document,
    order: null,
    payment: null,
    setAside: document.rows.map((row) => ({ row, rule })),
    figures,
  };
}
