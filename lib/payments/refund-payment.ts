import { and, desc, eq, sql } from 'drizzle-orm';
import { moneyMovements, payments, refunds } from '@/db/schema/payments';
import { actorRef } from '@/lib/core/actor';
import type { TxCtx } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { newId, type OrderId, type PaymentId, type RefundId } from '@/lib/core/ids';
import type { Minor } from '@/lib/core/money';
import type { Refundable } from './plan-refund';

export type RefundCause = 'cancellation' | 'return' | 'goodwill' | 'overpayment';
export type RefundIntent = {
  id: RefundId;
  orderId: OrderId;
  paymentId: PaymentId;
  provider: string;
  currency: string;
  amountMinor: Minor;
  cause: RefundCause;
  reason: string;
};

/** What each payment of an order still holds, latest first: captured less refunded and held. Locks them. */
export async function refundablePayments(ctx: TxCtx, orderId: OrderId): Promise<Refundable[]> {
  return ctx.db
    .select({
      id: payments.id,
      provider: payments.provider,
      leftMinor:
        sql<number>`${payments.capturedMinor} - ${payments.refundedMinor} - ${payments.refundHeldMinor}`.mapWith(
          Number,
        ),
    })
    .from(payments)
    .where(
      and(eq(payments.storeId, ctx.store.id), eq(payments.orderId, orderId), eq(payments.status, 'captured')),
    )
    .orderBy(desc(payments.createdAt), desc(payments.id))
    .for('update');
}

/**
 * Writes the intent and holds the money on its payment in one guarded statement; held + refunded never passes captured.
 */
export async function holdRefund(ctx: TxCtx, intent: RefundIntent): Promise<void> {
  const held = await ctx.db
    .update(payments)
    .set({ refundHeldMinor: sql`${payments.refundHeldMinor} + ${intent.amountMinor}`, updatedAt: ctx.now })
    .where(
      and(
        eq(payments.storeId, ctx.store.id),
        eq(payments.id, intent.paymentId),
        sql`${payments.capturedMinor} - ${payments.refundedMinor} - ${payments.refundHeldMinor} >= ${intent.amountMinor}`,
      ),
    )
    .returning({ id: payments.id });
  if (held.length === 0) throw conflict('order-errors.refundTooMuch');
  const { provider: _, ...row } = intent;
  const made = await ctx.db
    .insert(refunds)
    .values({
      storeId: ctx.store.id,
      ...row,
      status: 'requested',
      actor: actorRef(ctx.actor),
      requestedAt: ctx.now,
    })
    .onConflictDoNothing({ target: [refunds.storeId, refunds.id] })
    .returning({ id: refunds.id });
  if (made.length === 0) throw conflict('order-errors.sameIdOtherContent');
  await move(ctx, intent, 'refund_hold', 'merchant', 'refund_held', intent.id);
}

/** The provider's answer to a held refund, once: paid out, or released with its reason. False when already known. */
export async function settleRefund(
  ctx: TxCtx,
  intent: RefundIntent,
  answer: { ok: true; ref: string } | { ok: false; reason: string },
): Promise<boolean> {
  const done = await ctx.db
    .update(refunds)
    .set({
      status: answer.ok ? 'succeeded' : 'failed',
      failure: answer.ok ? '' : answer.reason,
      settledAt: ctx.now,
    })
    .where(and(eq(refunds.storeId, ctx.store.id), eq(refunds.id, intent.id), eq(refunds.status, 'requested')))
    .returning({ id: refunds.id });
  if (done.length === 0) return false;
  await ctx.db
    .update(payments)
    .set({
      refundHeldMinor: sql`${payments.refundHeldMinor} - ${intent.amountMinor}`,
      ...(answer.ok ? { refundedMinor: sql`${payments.refundedMinor} + ${intent.amountMinor}` } : {}),
      updatedAt: ctx.now,
    })
    .where(and(eq(payments.storeId, ctx.store.id), eq(payments.id, intent.paymentId)));
  if (answer.ok) await move(ctx, intent, 'refund', 'refund_held', 'shopper', answer.ref);
  else await move(ctx, intent, 'refund_release', 'refund_held', 'merchant', intent.id);
  return true;
}

async function move(
  ctx: TxCtx,
  intent: RefundIntent,
  code: 'refund_hold' | 'refund' | 'refund_release',
  fromAccount: string,
  toAccount: string,
  providerRef: string,
): Promise<void> {
  await ctx.db.insert(moneyMovements).values({
    storeId: ctx.store.id,
    id: newId('mny'),
    orderId: intent.orderId,
    paymentId: intent.paymentId,
    refundId: intent.id,
    fromAccount,
    toAccount,
    currency: intent.currency,
    amountMinor: intent.amountMinor,
    code,
    provider: intent.provider,
    providerRef,
    actor: actorRef(ctx.actor),
    at: ctx.now,
    requestId: ctx.requestId,
  });
}
