import type { ActionFacts } from './order-actions';
import type { OrderDetail } from './order-detail';

/** What the order's page knows, as the table of actions asks for it. Its units are the whole order's, not one page's. */
export function orderFacts(detail: OrderDetail, permissions: ReadonlySet<string>): ActionFacts {
  const { order, totals } = detail;
  return {
    kind: order.kind,
    status: order.status,
    paymentStatus: order.paymentStatus,
    paymentMethod: order.paymentMethod,
    dueMinor: order.dueMinor,
    capturedMinor: order.capturedMinor,
    refundedMinor: order.refundedMinor,
    heldMinor: detail.payments.reduce((sum, payment) => sum + payment.refundHeldMinor, 0),
    askedMinor: detail.payments
      .filter(({ status }) => status === 'created' || status === 'pending')
      .reduce((sum, payment) => sum + payment.amountMinor, 0),
    held: order.heldAt !== null,
    buyerNamed: order.customerName !== '',
    lines: totals.lines === 0 ? [] : [totals],
    promised: totals.promised,
    shipments: detail.parcels,
    permissions,
  };
}
