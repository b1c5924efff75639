import { and, eq, lt, sql } from 'drizzle-orm';
import { payments, refunds } from '@/db/schema/payments';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, transact } from '@/lib/core/ctx';
import type { PaymentIntent } from '@/lib/payments/capture-payment';
import { loadOrder } from './load-order';
import { writeOutcome } from './record-payment';
import { type PortOf, sendRefunds } from './refund-parts';

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
  const asks = [
    ...waiting.map((payment) => () => sweepPayment(ctx, payment, portOf)),
    ...held.map(
      ({ refund, provider }) =>
        () =>
          sendRefunds(ctx, [{ ...refund, provider }], portOf),
    ),
  ];
  await eachDespiteOthers(asks);
  return asks.length;
}

/** One provider out of reach keeps no other payment waiting; the first failure is told when all were asked about. */
async function eachDespiteOthers(asks: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const ask of asks) await ask().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

async function sweepPayment(ctx: AnyCtx, intent: PaymentIntent, portOf: PortOf): Promise<void> {
  const found = await portOf(intent.provider).find(intent.id);
  const answer = found ?? { ok: false, reason: 'unknown to the provider', retryable: false };
  await transact(ctx, async (ctx) => {
    await loadOrder(ctx, intent.orderId);
    await writeOutcome(ctx, intent, answer);
  });
}
