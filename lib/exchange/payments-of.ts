import { sum } from '@/lib/core/money';
import type { ImportedOrder } from '@/lib/orders/import-orders';
import type { ImportedPayment } from '@/lib/payments/import-payments';
import type { DocumentIds } from './compose-order';
import { type DocumentFigures, note } from './document-figures';
import { minorInE4 } from './draft-order';
import type { ImportRef } from './import-ref';
import type { FileDocument } from './load-batch';

/**
 * A sale's money, when there is any: an order of gifts or fractions of a penny cost nothing. The file's own payments by
 * method where they cover the order exactly, else one of its total that was settled outside.
 */
export function paymentsOf(
  ref: ImportRef,
  document: FileDocument,
  order: ImportedOrder,
  ids: DocumentIds,
  figures: DocumentFigures,
): ImportedPayment[] {
  if (order.kind !== 'sale' || order.totalMinor === 0) return [];
  const unit = minorInE4(ref.currency);
  const told = document.rows[0]?.facts?.payments ?? [];
  const paid = told.map(({ method, amountE4 }) => ({ method, amountMinor: amountE4 / unit }));
  const covers =
    paid.length > 0 &&
    paid.every(({ amountMinor }) => Number.isSafeInteger(amountMinor)) &&
    sum(paid.map(({ amountMinor }) => amountMinor)) === order.totalMinor;
  if (paid.length > 0 && !covers) note(figures, 'paid_otherwise');
  const parts = covers ? paid : [{ method: 'settled_outside' as const, amountMinor: order.totalMinor }];
  const reference = `${ref.source}:${order.externalId}`;
  return parts.map(({ method, amountMinor }, i) => ({
    id: ids('payment', i),
    movementId: ids('movement', i === 0 ? 0 : MOVEMENTS_OF_REFUNDS + i),
    orderId: order.id,
    method,
    amountMinor,
    reference: i === 0 ? reference : `${reference}#${i + 1}`,
    at: order.placedAt,
  }));
}

/** Beyond the places that a document's refunds take among its movements. */
const MOVEMENTS_OF_REFUNDS = 500_000;
