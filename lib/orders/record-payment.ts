import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict, DomainError } from '@/lib/core/errors';
import { record } from '@/lib/events/record';
import { capturePayment, failPayment, openPayment, type PaymentIntent } from '@/lib/payments/capture-payment';
import type { PaymentPort, ProviderAnswer } from '@/lib/payments/payment-port';
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
  const { intent, known } = await transact(ctx, (ctx) => openIntent(ctx, input, port.provider));
  if (known?.status === 'failed') throw refused(known.note);
  if (known && !WITHOUT_OUTCOME.includes(known.status)) return { repeated: true };
  const answer = await port.capture({ key: intent.id, ...intent });
  await transact(ctx, async (ctx) => {
    await loadOrder(ctx, input.orderId);
    await writeOutcome(ctx, intent, answer);
  });
  if (!answer.ok) throw refused(answer.reason);
  return { repeated: known !== null };
}

const WITHOUT_OUTCOME: readonly string[] = ['created', 'pending'];

const refused = (reason: string) =>
  new DomainError('UPSTREAM', 'order-errors.paymentRefused', { params: { reason } });

async function openIntent(ctx: TxCtx, input: RecordPaymentInput, provider: string) {
  const order = await loadOrder(ctx, input.orderId);
  const { orderId, paymentId: id, amountMinor, method, reference } = input;
  const { currency } = order;
  const intent: PaymentIntent = { id, orderId, provider, method, currency, amountMinor, reference, note: '' };
  const known = await openPayment(ctx, intent);
  if (known) return { intent, known };
  if (order.status === 'draft' || order.status === 'canceled' || order.kind === 'credit') {
    throw conflict('order-errors.takesNoPayment', { status: order.status });
  }
  const open = order.dueMinor - (order.capturedMinor - order.refundedMinor) - order.askedMinor;
  if (amountMinor > open) throw conflict('order-errors.moreThanOpen');
  return { intent, known };
}

/** What the provider said of an attempt, with the order's statuses: once, whoever hears of it first. Under the order's lock. */
export async function writeOutcome(ctx: TxCtx, intent: PaymentIntent, answer: ProviderAnswer): Promise<void> {
  const { id: paymentId, orderId, amountMinor, currency, method, provider } = intent;
  if (answer.ok) {
    if (!(await capturePayment(ctx, intent, answer.ref))) return;
    await record(ctx, 'payment.recorded', orderId, { paymentId, amountMinor, currency, method, provider });
  } else {
    if (!(await failPayment(ctx, paymentId, answer.reason))) return;
    await record(ctx, 'payment.failed', orderId, { paymentId, reason: answer.reason });
  }
  await settleOrder(ctx, orderId);
  if (answer.ok) await confirmWhenPaid(ctx, orderId);
}
