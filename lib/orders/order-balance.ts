import type { OrderDetail } from './order-detail';

/** Where an order's money stands, in minor units. A credit owes nothing: its money went back elsewhere. */
export type Balance = {
  heldMinor: number;
  netMinor: number;
  owedByShopperMinor: number;
  owedToShopperMinor: number;
  keptMinor: number;
};

export function orderBalance(
  detail: Pick<OrderDetail, 'payments' | 'providerFeesMinor'> & {
    order: Pick<OrderDetail['order'], 'kind' | 'status' | 'dueMinor' | 'capturedMinor' | 'refundedMinor'>;
  },
): Balance {
  const { order } = detail;
  const heldMinor = detail.payments.reduce((sum, payment) => sum + payment.refundHeldMinor, 0);
  const netMinor = order.capturedMinor - order.refundedMinor;
  const dueMinor = order.kind === 'credit' ? netMinor : order.dueMinor;
  return {
    heldMinor,
    netMinor,
    owedByShopperMinor: order.status === 'canceled' ? 0 : Math.max(0, dueMinor - netMinor),
    owedToShopperMinor: Math.max(0, netMinor - heldMinor - dueMinor),
    keptMinor: netMinor - detail.providerFeesMinor,
  };
}
