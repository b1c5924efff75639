import { and, eq, sql } from 'drizzle-orm';
import { type ATTEMPT_STATUSES, moneyMovements, payments } from '@/db/schema/payments';
import { actorRef } from '@/lib/core/actor';
import type { TxCtx } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { newId, type OrderId, type PaymentId } from '@/lib/core/ids';
import type { Minor } from '@/lib/core/money';
import type { PaymentMethod } from '@/lib/orders/order-state';

export type PaymentIntent = {
  id: PaymentId;
  orderId: OrderId;
  provider: string;
  method: PaymentMethod;
  currency: string;
  amountMinor: Minor;
  reference: string;
  note: string;
};

/** How far an intent had come before: what an earlier sending of the same form already knows. */
export type KnownPayment = { status: (typeof ATTEMPT_STATUSES)[number]; note: string };

/**
 * Writes the intent before anyone is asked for money: null when it is new. The same id again says how far it came
 * (without an outcome: ask the provider again with the same key), CONFLICT when it says something else.
 */
export async function openPayment(ctx: TxCtx, intent: PaymentIntent): Promise<KnownPayment | null> {
  const made = await ctx.db
    .insert(payments)
    .values({ storeId: ctx.store.id, ...intent, status: 'created', createdAt: ctx.now, updatedAt: ctx.now })
    .onConflictDoNothing({ target: [payments.storeId, payments.id] })
    .returning({ id: payments.id });
  if (made.length > 0) return null;
  const [known] = await ctx.db
    .select({
      orderId: payments.orderId,
      amountMinor: payments.amountMinor,
      method: payments.method,
      status: payments.status,
      note: payments.note,
    })
    .from(payments)
    .where(and(eq(payments.storeId, ctx.store.id), eq(payments.id, intent.id)));
  const same =
    known?.orderId === intent.orderId &&
    known.amountMinor === intent.amountMinor &&
    known.method === intent.method;
  if (!known || !same) throw conflict('order-errors.sameIdOtherContent');
  return { status: known.status, note: known.note };
}

/**
 * The provider took the money: counters and the movement, once. Returns false when it was already known. Money that
 * arrives on an attempt given up before is money all the same.
 */
export async function capturePayment(
  ctx: TxCtx,
  intent: PaymentIntent,
  providerRef: string,
): Promise<boolean> {
  const done = await ctx.db
    .update(payments)
    .set({
      status: 'captured',
      capturedMinor: sql`${payments.capturedMinor} + ${intent.amountMinor}`,
      updatedAt: ctx.now,
    })
    .where(
      and(
        eq(payments.storeId, ctx.store.id),
        eq(payments.id, intent.id),
        sql`status in ('created', 'pending', 'failed')`,
      ),
    )
    .returning({ id: payments.id });
  if (done.length === 0) return false;
  await ctx.db.insert(moneyMovements).values({
    storeId: ctx.store.id,
    id: newId('mny'),
    orderId: intent.orderId,
    paymentId: intent.id,
    fromAccount: 'shopper',
    toAccount: 'merchant',
    currency: intent.currency,
    amountMinor: intent.amountMinor,
    code: 'capture',
    provider: intent.provider,
    providerRef,
    actor: actorRef(ctx.actor),
    at: ctx.now,
    requestId: ctx.requestId,
  });
  return true;
}

/** The provider refused: the attempt failed, in its words. Returns false when its outcome was already known. */
export async function failPayment(ctx: TxCtx, id: PaymentId, reason: string): Promise<boolean> {
  const failed = await ctx.db
    .update(payments)
    .set({ status: 'failed', note: reason, updatedAt: ctx.now })
    .where(
      and(eq(payments.storeId, ctx.store.id), eq(payments.id, id), sql`status in ('created', 'pending')`),
    )
    .returning({ id: payments.id });
  return failed.length > 0;
}
