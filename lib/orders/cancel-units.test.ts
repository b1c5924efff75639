import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { orders } from '@/db/schema/orders';
import { stockLevels } from '@/db/schema/stock';
import type { TxCtx } from '@/lib/core/ctx';
import { newId, type OrderId } from '@/lib/core/ids';
import { manualPayments } from '@/lib/integrations/payments/manual';
import { eventsOf } from '@/test/events-of';
import { manualPort, orderUpTo } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { cancelUnits } from './cancel-units';
import { recordPayment } from './record-payment';

const orderOf = async (ctx: TxCtx, id: OrderId) => {
  const [row] = await ctx.db
    .select()
    .from(orders)
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, id)));
  if (!row) throw new Error('no order');
  return row;
};
const eventsAfter = async (ctx: TxCtx, id: OrderId, count: number) =>
  (await eventsOf(ctx, id)).slice(count).map(([type]) => type);

describe('cancelling an order that waits for its payment', () => {
  test('whole: it is cancelled, its stock is free, and both are told', async ({ ctx }) => {
    const { orderId, lineId } = await orderUpTo(ctx, 'placed');
    const { version } = await orderOf(ctx, orderId);
    const input = { orderId, lines: 'all', reason: 'payment_expired', version } as const;
    expect(await cancelUnits(ctx, input, manualPort)).toEqual({ refundedMinor: 0 });
    expect(await orderOf(ctx, orderId)).toMatchObject({
      status: 'canceled',
      fulfilmentStatus: 'unfulfilled',
      dueMinor: 0,
      cancelReason: 'payment_expired',
      canceledAt: ctx.now,
      payByAt: null,
      shipByAt: null,
    });
    const [level] = await ctx.db.select().from(stockLevels).where(eq(stockLevels.storeId, ctx.store.id));
    expect(level).toMatchObject({ available: 10, allocated: 0 });
    const lines = [{ lineId, quantity: 2 }];
    expect((await eventsOf(ctx, orderId)).slice(2)).toEqual([
      ['order.units_canceled', { lines, reason: 'payment_expired', all: true, refundedMinor: 0 }],
      ['order.canceled', { reason: 'payment_expired' }],
    ]);
  });

  test('unit by unit comes to the same', async ({ ctx }) => {
    const { orderId, lineId } = await orderUpTo(ctx, 'placed');
    for (const status of ['pending', 'canceled']) {
      const { version } = await orderOf(ctx, orderId);
      const lines = [{ lineId, quantity: 1 }];
      await cancelUnits(ctx, { orderId, lines, reason: 'other', version }, manualPort);
      expect(await orderOf(ctx, orderId)).toMatchObject({ status });
    }
  });

  test('what is left was paid already: it is confirmed where the store does that by itself', async ({
    ctx,
  }) => {
    const { orderId, lineId } = await orderUpTo(ctx, 'placed');
    const half = {
      orderId,
      paymentId: newId('pay'),
      amountMinor: 1000,
      method: 'cash',
      reference: '',
    } as const;
    await recordPayment(ctx, half, manualPayments);
    const { version, status } = await orderOf(ctx, orderId);
    expect(status).toBe('pending');
    const lines = [{ lineId, quantity: 1 }];
    await cancelUnits(ctx, { orderId, lines, reason: 'other', version }, manualPort);
    expect(await orderOf(ctx, orderId)).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'paid',
      payByAt: null,
    });
    expect(await eventsAfter(ctx, orderId, 3)).toEqual(['order.units_canceled', 'order.confirmed']);
  });
});

test('the same line named twice is refused, and nothing is cancelled', async ({ ctx }) => {
  const { orderId, lineId } = await orderUpTo(ctx, 'paid');
  const { version } = await orderOf(ctx, orderId);
  const lines = [
    { lineId, quantity: 1 },
    { lineId, quantity: 1 },
  ];
  await expect(
    cancelUnits(ctx, { orderId, lines, reason: 'other', version }, manualPort),
  ).rejects.toMatchObject({ code: 'CONFLICT' });
  expect((await orderOf(ctx, orderId)).version).toBe(version);
});

test('a line of another order is refused', async ({ ctx }) => {
  const { orderId } = await orderUpTo(ctx, 'paid');
  const other = await orderUpTo(ctx, 'paid');
  const { version } = await orderOf(ctx, orderId);
  const lines = [{ lineId: other.lineId, quantity: 1 }];
  await expect(
    cancelUnits(ctx, { orderId, lines, reason: 'other', version }, manualPort),
  ).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('another store’s order is not found', async ({ ctx, inOtherStore }) => {
  const { orderId } = await orderUpTo(ctx, 'paid');
  const { version } = await orderOf(ctx, orderId);
  await inOtherStore(async (other) => {
    const input = { orderId, lines: 'all', reason: 'other', version } as const;
    await expect(cancelUnits(other, input, manualPort)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
