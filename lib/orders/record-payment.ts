import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict, DomainError } from '@/lib/core/errors';
import { record } from '@/lib/events/record';
import { capturePayment, failPayment, openPayment, type PaymentIntent } from '@/lib/payments/capture-payment';
import type { PaymentPort } from '@/lib/payments/payment-port';
import { confirmWhenPaid } from './confirm-order';
import { loadOrder } from './load-order';
import { idSchema } from './order-request';
import { OFFERED_METHODS } from './order-state';
import { settleOrder } from './settle-order';

export const recordPaymentInput = z.object({
  orderId: idSchema('ord'),
  /** Made by the form: the same id twice is one payment. */
  paymentId: idSchema('pay'),
  amountMinor: z.int().min(1).max(1_000_000_000_000),
  method: z.enum([...OFFERED_METHODS, 'credit_card', 'debit_card', 'paypal', 'alipay', 'wechat_pay']),
  reference: z.string().trim().max(200).default(''),
});
export type RecordPaymentInput = z.output<typeof recordPaymentInput>;

/**
 * Money for an order: the intent is written and committed, the provider is asked with our id as its key, the outcome
 * is written with the order's statuses. With the manual port it is *mark as paid*. Returns whether it was known before.
 */
export async function recordPayment(
  ctx: AnyCtx,
  input: RecordPaymentInput,
  port: PaymentPort,
): Promise<{ repeated: boolean }> {
  allow(ctx, 'payment.record');
  const { intent, known } = await transact(ctx, async (ctx) => {
    const order = await loadOrder(ctx, input.orderId);
    if (order.status === 'draft' || order.status === 'canceled' || order.kind === 'credit') {
      throw conflict('order-errors.takesNoPayment', { status: order.status });
    }
    const intent: PaymentIntent = {
      id: input.paymentId,
      orderId: input.orderId,
      provider: port.provider,
      method: input.method,
      currency: order.currency,
      amountMinor: input.amountMinor,
      reference: input.reference,
      note: '',
    };
    const isNew = await openPayment(ctx, intent);
    const open = order.dueMinor - (order.capturedMinor - order.refundedMinor) - order.askedMinor;
    if (isNew && input.amountMinor > open) throw conflict('order-errors.moreThanOpen');
    return { intent, known: !isNew };
  });
  const { key, ...request } = { key: intent.id, ...intent };
  const answer = await port.capture({ key, ...request });
  await transact(ctx, async (ctx) => {
    await loadOrder(ctx, input.orderId);
    if (!answer.ok) {
      await failPayment(ctx, intent.id, answer.reason);
      await record(ctx, 'payment.failed', input.orderId, { paymentId: intent.id, reason: answer.reason });
      await settleOrder(ctx, input.orderId);
      return;
    }
    if (!(await capturePayment(ctx, intent, answer.ref))) return;
    await record(ctx, 'payment.recorded', input.orderId, {
      paymentId: intent.id,
      amountMinor: intent.amountMinor,
      currency: intent.currency,
      method: intent.method,
      provider: intent.provider,
    });
    await settleOrder(ctx, input.orderId);
    await confirmWhenPaid(ctx, input.orderId);
  });
  if (!answer.ok)
    throw new DomainError('UPSTREAM', 'order-errors.paymentRefused', { params: { reason: answer.reason } });
  return { repeated: known };
}
