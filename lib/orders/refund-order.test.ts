import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { moneyMovements, payments, refunds } from '@/db/schema/payments';
import type { TxCtx } from '@/lib/core/ctx';
import { newId, type OrderId } from '@/lib/core/ids';
import { eventsOf } from '@/test/events-of';
import { FlakyProvider, type Mood, ProcessDied } from '@/test/model/flaky-provider';
import { manualPort, orderUpTo } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { recordPayment } from './record-payment';
import { refundOrder } from './refund-order';
import { sweepMoney } from './sweep-money';

const MINUTES_MS = 60_000;
const goodwill = (orderId: OrderId, amountMinor: number) =>
  ({ orderId, refundId: newId('rfd'), amountMinor, cause: 'goodwill', reason: 'Scratched' }) as const;
const counters = (ctx: TxCtx, orderId: OrderId) =>
  ctx.db
    .select({
      captured: payments.capturedMinor,
      held: payments.refundHeldMinor,
      refunded: payments.refundedMinor,
    })
    .from(payments)
    .where(eq(payments.orderId, orderId))
    .orderBy(payments.id);
const codes = async (ctx: TxCtx, orderId: OrderId) => {
  const rows = await ctx.db
    .select({ code: moneyMovements.code })
    .from(moneyMovements)
    .where(eq(moneyMovements.orderId, orderId))
    .orderBy(moneyMovements.id);
  return rows.map((row) => row.code);
};

/** Paid in two parts, so that a refund spreads over both. */
async function paidTwice(ctx: TxCtx) {
  const { orderId } = await orderUpTo(ctx, 'placed');
  for (const amountMinor of [500, 1500]) {
    const input = { orderId, paymentId: newId('pay'), amountMinor, method: 'cash', reference: '' } as const;
    await recordPayment(ctx, input, manualPort());
  }
  return orderId;
}

test('a refund spreads over the payments, latest first, and each part is told', async ({ ctx }) => {
  const orderId = await paidTwice(ctx);
  const input = goodwill(orderId, 1700);
  expect(await refundOrder(ctx, input, manualPort)).toEqual({ repeated: false });
  expect(await counters(ctx, orderId)).toEqual([
    { captured: 500, held: 0, refunded: 200 },
    { captured: 1500, held: 0, refunded: 1500 },
  ]);
  const told = (await eventsOf(ctx, orderId)).slice(5);
  expect(told.map(([type, { amountMinor }]) => [type, amountMinor])).toEqual([
    ['refund.requested', 1500],
    ['refund.requested', 200],
    ['refund.succeeded', 1500],
    ['refund.succeeded', 200],
  ]);
  expect(await refundOrder(ctx, input, manualPort)).toEqual({ repeated: true });
  for (const change of [{ amountMinor: 1500 }, { cause: 'overpayment' as const }, { reason: 'Late' }]) {
    await expect(refundOrder(ctx, { ...input, ...change }, manualPort)).rejects.toMatchObject({
      key: 'order-errors.sameIdOtherContent',
    });
  }
});

describe('when the process dies between the commit and the answer', () => {
  test.for<[Mood, number]>([
    ['dies before', 0],
    ['dies after', 1],
  ])(
    '%s it was done: the money is held, then the sweep hears what became of it',
    async ([mood, asked], { ctx, at }) => {
      const { orderId } = await orderUpTo(ctx, 'paid');
      const provider = new FlakyProvider();
      provider.mood = mood;
      await expect(refundOrder(ctx, goodwill(orderId, 300), provider.portOf)).rejects.toThrow(ProcessDied);
      expect(provider.refunds.size).toBe(asked);
      expect(await counters(ctx, orderId)).toEqual([{ captured: 2000, held: 300, refunded: 0 }]);
      await expect(refundOrder(ctx, goodwill(orderId, 1701), provider.portOf)).rejects.toMatchObject({
        key: 'order-errors.refundTooMuch',
      });
      provider.mood = 'willing';
      const later = at(new Date(ctx.now.getTime() + 3 * MINUTES_MS));
      expect(await sweepMoney(later, provider.portOf)).toBe(1);
      expect(await sweepMoney(later, provider.portOf)).toBe(0);
      expect(await counters(ctx, orderId)).toEqual([{ captured: 2000, held: 0, refunded: 300 }]);
      expect(await codes(ctx, orderId)).toEqual(['capture', 'refund_hold', 'refund']);
      expect((await eventsOf(ctx, orderId)).at(-1)?.[0]).toBe('refund.succeeded');
      expect(provider.refunds.size).toBe(1);
    },
  );
});

test('forbidden, from another store, from a screen of before: nothing is held', async ({
  ctx,
  as,
  inOtherStore,
}) => {
  const { orderId } = await orderUpTo(ctx, 'paid');
  const input = goodwill(orderId, 300);
  for (const role of ['fulfilment', 'stock', 'analyst', 'stranger'] as const) {
    await expect(refundOrder(as(role), input, manualPort)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
  await expect(refundOrder(ctx, { ...input, version: 1 }, manualPort)).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  await inOtherStore(async (other) => {
    await expect(refundOrder(other, input, manualPort)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
  expect(await ctx.db.$count(refunds, eq(refunds.orderId, orderId))).toBe(0);
  expect(await counters(ctx, orderId)).toEqual([{ captured: 2000, held: 0, refunded: 0 }]);
});
