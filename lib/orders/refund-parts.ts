import { allow } from '@/lib/access/allow';
import type { AnyCtx, TxCtx } from '@/lib/core/ctx';
import { transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { newId, type OrderId, type RefundId } from '@/lib/core/ids';
import type { Minor } from '@/lib/core/money';
import { record } from '@/lib/events/record';
import type { PaymentPort } from '@/lib/payments/payment-port';
import { planRefund } from '@/lib/payments/plan-refund';
import {
  holdRefund,
  type RefundCause,
  type RefundIntent,
  refundablePayments,
  settleRefund,
} from '@/lib/payments/refund-payment';
import { loadOrder } from './load-order';
import { settleOrder } from './settle-order';

export type PortOf = (provider: string) => PaymentPort;
export type RefundAsk = {
  orderId: OrderId;
  /** The first part's id, from the form: the same id twice is one refund. */
  refundId: RefundId;
  amountMinor: Minor;
  cause: RefundCause;
  reason: string;
  currency: string;
};

/** Writes a refund's intents, spread over the order's payments, and holds the money. Inside the verb's transaction. */
export async function holdRefunds(ctx: TxCtx, ask: RefundAsk): Promise<RefundIntent[]> {
  const parts = planRefund(ask.amountMinor, await refundablePayments(ctx, ask.orderId));
  if (!parts) throw conflict('order-errors.refundTooMuch');
  const { refundId, amountMinor: _, ...shared } = ask;
  const intents = parts.map((part, i) => ({ ...shared, ...part, id: i === 0 ? refundId : newId('rfd') }));
  for (const intent of intents) {
    await holdRefund(ctx, intent);
    const { id, amountMinor, currency, cause } = intent;
    await record(ctx, 'refund.requested', ask.orderId, { refundId: id, amountMinor, currency, cause });
  }
  return intents;
}

/** After the commit: asks each provider with our id as its key and writes the outcome with the order's statuses. */
export async function sendRefunds(
  ctx: AnyCtx,
  intents: readonly RefundIntent[],
  portOf: PortOf,
): Promise<void> {
  allow(ctx, 'payment.refund');
  for (const intent of intents) {
    const { id, paymentId, amountMinor, currency, cause, orderId, provider } = intent;
    const answer = await portOf(provider).refund({ key: id, paymentRef: paymentId, amountMinor, currency });
    await transact(ctx, async (ctx) => {
      await loadOrder(ctx, orderId);
      if (!(await settleRefund(ctx, intent, answer))) return;
      const base = { refundId: id, amountMinor, currency };
      if (answer.ok) await record(ctx, 'refund.succeeded', orderId, { ...base, cause });
      else await record(ctx, 'refund.failed', orderId, { ...base, reason: answer.reason });
      await settleOrder(ctx, orderId);
    });
  }
}
