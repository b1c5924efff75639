import { and, asc, eq } from 'drizzle-orm';
import { orderCharges } from '@/db/schema/orders';
import { payments, refunds } from '@/db/schema/payments';
import type { TxCtx } from '@/lib/core/ctx';
import { type OrderId, uuidOf } from '@/lib/core/ids';
import type { Charge, Payment, Refund } from './order-detail';

export type OrderMoney = {
  charges: Charge[];
  payments: Payment[];
  refunds: Refund[];
  providerFeesMinor: number;
};

const FEES = `select coalesce(sum(amount_minor), 0)::bigint as fees from money_movements
  where store_id = $1::uuid and order_id = $2::uuid and code = 'fee'`;

/** What was asked for beside the goods, what came, what went back, what providers kept. Four statements. */
export async function readMoney(ctx: TxCtx, orderId: OrderId): Promise<OrderMoney> {
  const [charges, paid, back, [fees]] = await Promise.all([
    ctx.db
      .select({
        id: orderCharges.id,
        kind: orderCharges.kind,
        label: orderCharges.label,
        basis: orderCharges.basis,
        lineId: orderCharges.lineId,
        amountMinor: orderCharges.amountMinor,
      })
      .from(orderCharges)
      .where(and(eq(orderCharges.storeId, ctx.store.id), eq(orderCharges.orderId, orderId)))
      .orderBy(asc(orderCharges.position), asc(orderCharges.id)),
    ctx.db
      .select({
        id: payments.id,
        provider: payments.provider,
        method: payments.method,
        status: payments.status,
        amountMinor: payments.amountMinor,
        capturedMinor: payments.capturedMinor,
        refundHeldMinor: payments.refundHeldMinor,
        refundedMinor: payments.refundedMinor,
        reference: payments.reference,
        note: payments.note,
        createdAt: payments.createdAt,
      })
      .from(payments)
      .where(and(eq(payments.storeId, ctx.store.id), eq(payments.orderId, orderId)))
      .orderBy(asc(payments.createdAt), asc(payments.id)),
    ctx.db
      .select({
        id: refunds.id,
        paymentId: refunds.paymentId,
        status: refunds.status,
        cause: refunds.cause,
        amountMinor: refunds.amountMinor,
        reason: refunds.reason,
        failure: refunds.failure,
        requestedAt: refunds.requestedAt,
        settledAt: refunds.settledAt,
      })
      .from(refunds)
      .where(and(eq(refunds.storeId, ctx.store.id), eq(refunds.orderId, orderId)))
      .orderBy(asc(refunds.requestedAt), asc(refunds.id)),
    ctx.raw(FEES, [uuidOf(ctx.store.id), uuidOf(orderId)]),
  ]);
  return { charges, payments: paid, refunds: back, providerFeesMinor: Number(fees?.fees ?? 0) };
}
