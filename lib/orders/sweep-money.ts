import { and, eq, lt, sql } from 'drizzle-orm';
import { payments, refunds } from '@/db/schema/payments';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, transact } from '@/lib/core/ctx';
import { record } from '@/lib/events/record';
import { capturePayment, failPayment, type PaymentIntent } from '@/lib/payments/capture-payment';
import type { RefundIntent } from '@/lib/payments/refund-payment';
import { confirmWhenPaid } from './confirm-order';
import { loadOrder } from './load-order';
import { type PortOf, sendRefunds } from './refund-parts';
import { settleOrder } from './settle-order';

const SILENT_MS = 120_000;
const BATCH = 100;

/**
 * Asks the provider about every payment and refund without an outcome after two minutes (the process died between
 * commit and answer). A job calls it; the provider's key makes asking again harmless. Returns how many it asked about.
 */
export async function sweepMoney(ctx: AnyCtx, portOf: PortOf): Promise<number> {
  allow(ctx, 'payment.record');
  const before = new Date(ctx.now.getTime() - SILENT_MS);
  const [waiting, held] = await read(ctx, (ctx) =>
    Promise.all([
      ctx.db
        .select()
        .from(payments)
        .where(
          and(
            eq(payments.storeId, ctx.store.id),
            lt(payments.createdAt, before),
            sql`status in ('created', 'pending')`,
          ),
        )
        .limit(BATCH),
      ctx.db
        .select({ refund: refunds, provider: payments.provider })
        .from(refunds)
        .innerJoin(payments, and(eq(payments.storeId, refunds.storeId), eq(payments.id, refunds.paymentId)))
        .where(
          and(
            eq(refunds.storeId, ctx.store.id),
            eq(refunds.status, 'requested'),
            lt(refunds.requestedAt, before),
          ),
        )
        .limit(BATCH),
    ]),
  );
  for (const payment of waiting) await sweepPayment(ctx, payment, portOf);
  await sendRefunds(
    ctx,
    held.map(({ refund, provider }): RefundIntent => ({ ...refund, provider })),
    portOf,
  );
  return waiting.length + held.length;
}

async function sweepPayment(ctx: AnyCtx, intent: PaymentIntent, portOf: PortOf): Promise<void> {
  const answer = await portOf(intent.provider).find(intent.id);
  await transact(ctx, async (ctx) => {
    await loadOrder(ctx, intent.orderId);
    if (!answer?.ok) {
      const reason = answer ? answer.reason : 'unknown to the provider';
      await failPayment(ctx, intent.id, reason);
      await record(ctx, 'payment.failed', intent.orderId, { paymentId: intent.id, reason });
    } else if (await capturePayment(ctx, intent, answer.ref)) {
      const { id: paymentId, amountMinor, currency, method, provider } = intent;
      await record(ctx, 'payment.recorded', intent.orderId, {
        paymentId,
        amountMinor,
        currency,
        method,
        provider,
      });
    }
    await settleOrder(ctx, intent.orderId);
    if (answer?.ok) await confirmWhenPaid(ctx, intent.orderId);
  });
}
