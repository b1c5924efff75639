import { skuKey } from '@/lib/catalog/variant-input';
import type { ImportedCredit, ImportedReturn } from '@/lib/orders/import-returns';
import type { ImportedRefund } from '@/lib/payments/import-refunds';
import { composeOrder, type DocumentIds, idsOf, type Lookups } from './compose-order';
import { addTo, type DocumentFigures, note } from './document-figures';
import { type DraftCharge, draftOrder, minorInE4, type Piece, piecesOf } from './draft-order';
import { goodsKey, type OpenGoods } from './find-open-lines';
import type { ImportRef } from './import-ref';
import type { FileDocument } from './load-batch';
import { matchReturn, type ReturnedUnits } from './match-returns';
import { paymentsOf } from './payments-of';
import { chargeOf, isOn } from './source-mapping';
import type { Outcome } from './write-outcomes';

/** One row's units on one line, as kept with the import. */
export type ReturnRow = ImportedReturn & { row: number; refundId: string | null; amountMinor: number };
export type CanceledDocument = Outcome & {
  returns: ReturnRow[];
  refunds: ImportedRefund[];
  credits: ImportedCredit[];
};

/** Whose label the refund beyond what was paid carries, on the credit order that takes it. */
export type BeyondLabel = (orders: string) => string;

/**
 * Takes a cancellation apart: goods that fit earlier orders go back to them with the file's own amount, the rest becomes
 * one credit order. `open` is used up as units and money are taken. Pure, apart from that.
 */
export function cancelDocument(
  scope: string,
  ref: ImportRef,
  document: FileDocument,
  lookups: Lookups,
  open: OpenGoods,
  beyondLabel: BeyondLabel,
): CanceledDocument {
  const figures = structuredClone(document.figures);
  const pieces = document.rows.flatMap((row) => piecesOf(row, skuKey(row.sku), ref.currency, figures));
  const { returned, rest } = giveBack(ref, document, pieces, lookups, open, figures);
  const ids = idsOf(scope, ref, document);
  const money = refundsOf(ref, document, returned, open, ids);
  const beyondPaid = beyondCharge(ref, returned, money.beyond, figures, beyondLabel);
  const { draft, setAside } = draftOrder(lookups.mapping, rest, figures, { beyondPaid });
  const order = draft && composeOrder(ref, document, draft, lookups, ids, figures);
  if (!order && returned.length > 0) note(figures, 'returns_only');
  return {
    document,
    order,
    payments: order ? paymentsOf(ref, document, order, ids, figures) : [],
    setAside,
    figures,
    refunds: money.refunds,
    credits: money.credits,
    returns: returnRows(returned, money.refunds),
  };
}

function giveBack(
  ref: ImportRef,
  document: FileDocument,
  pieces: readonly Piece[],
  lookups: Lookups,
  open: OpenGoods,
  figures: DocumentFigures,
): { returned: ReturnedUnits[]; rest: Piece[] } {
  const customerId = lookups.customers.get(document.customerRef);
  const returned: ReturnedUnits[] = [];
  const rest: Piece[] = [];
  for (const piece of pieces) {
    const isGoods = piece.charge === undefined && chargeOf(lookups.mapping, piece.skuKey) === null;
    const givesBack = isGoods && piece.quantity < 0 && piece.row.unitPriceE4 >= 0;
    if (givesBack && !isOn(lookups.mapping, 'match_returns')) {
      rest.push({ ...piece, rule: 'credit_not_matched' });
      continue;
    }
    if (!givesBack || customerId === undefined) {
      rest.push(givesBack ? { ...piece, rule: 'credit_no_customer' } : piece);
      continue;
    }
    const variantId = lookups.variants.get(piece.skuKey) ?? '';
    const lines = open.lines.get(goodsKey(customerId, variantId)) ?? [];
    const match = matchReturn(piece, document.at, lines, figures, ref.currency);
    returned.push(...match.returned);
    if (match.rest) rest.push(match.rest);
  }
  return { returned, rest };
}

type Money = { refunds: ImportedRefund[]; credits: ImportedCredit[]; beyond: Map<string, number> };

/** One refund per order, of the file's own amount, as far as the order's payment reaches. */
function refundsOf(
  ref: ImportRef,
  document: FileDocument,
  returned: readonly ReturnedUnits[],
  open: OpenGoods,
  ids: DocumentIds,
): Money {
  const wanted = new Map<string, number>();
  for (const { line, amountMinor } of returned) {
    wanted.set(line.orderId, (wanted.get(line.orderId) ?? 0) + amountMinor);
  }
  const money: Money = { refunds: [], credits: [], beyond: new Map() };
  for (const [orderId, amountMinor] of wanted) {
    const payment = open.payments.get(orderId);
    const refundMinor = Math.min(amountMinor, payment?.leftMinor ?? 0);
    if (amountMinor > refundMinor) money.beyond.set(orderId, amountMinor - refundMinor);
    if (!payment || refundMinor === 0) continue;
    payment.leftMinor -= refundMinor;
    const i = money.refunds.length;
    const shared = { orderId, amountMinor: refundMinor, at: document.at };
    money.credits.push({ ...shared, id: ids('credit', i), label: document.document });
    money.refunds.push({
      ...shared,
      id: ids('refund', i),
      holdId: ids('hold', i),
      movementId: ids('movement', i + 1),
      paymentId: payment.paymentId,
      reference: `${ref.source}:${document.document}:${i + 1}`,
      reason: document.document,
    });
  }
  return money;
}

/** What the file gave back beyond what the order had paid stays a credit, on the cancellation's own credit order. */
function beyondCharge(
  ref: ImportRef,
  returned: readonly ReturnedUnits[],
  beyond: ReadonlyMap<string, number>,
  figures: DocumentFigures,
  label: BeyondLabel,
): DraftCharge | null {
  if (beyond.size === 0) return null;
  let totalMinor = 0;
  for (const [orderId, amountMinor] of beyond) {
    const amountE4 = amountMinor * minorInE4(ref.currency);
    const rule = returned.find(({ line }) => line.orderId === orderId)?.rule ?? 'returned';
    addTo(figures, rule, 0, 0, amountE4);
    addTo(figures, 'credit_beyond_paid', 0, 0, -amountE4);
    totalMinor += amountMinor;
  }
  note(figures, 'beyond_paid', beyond.size);
  const orders = returned.filter(({ line }) => beyond.has(line.orderId)).map(({ line }) => line.externalId);
  return { kind: 'fee', label: label([...new Set(orders)].join(', ')), amountMinor: -totalMinor };
}

/** A row may give back to a line once: parts of it on the same line are one. */
function returnRows(returned: readonly ReturnedUnits[], refunds: readonly ImportedRefund[]): ReturnRow[] {
  const refundOf = new Map(refunds.map((refund) => [refund.orderId, refund.id]));
  return returned.map(({ piece, line, quantity, amountMinor }) => ({
    row: piece.row.row,
    orderId: line.orderId,
    lineId: line.lineId,
    refundId: refundOf.get(line.orderId) ?? null,
    quantity,
    amountMinor,
  }));
}
