import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { orderLines, orders } from '@/db/schema/orders';
import { moneyMovements, payments, refunds } from '@/db/schema/payments';
import { stockLevels } from '@/db/schema/stock';
import type { TxCtx } from '@/lib/core/ctx';
import { newId, type OrderId } from '@/lib/core/ids';
import { manualPayments } from '@/lib/integrations/payments/manual';
import { deliverShipment } from '@/lib/shipping/ship-shipment';
import { eventsOf } from '@/test/events-of';
import { manualPort, orderUpTo, requestFor } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { cancelUnits } from './cancel-units';
import { completeDueOrders, completeOrder } from './complete-order';
import { confirmOrder } from './confirm-order';
import { placeOrder } from './place-order';
import { recordPayment } from './record-payment';
import { refundOrder } from './refund-order';
import { recomputeOrderStatus } from './settle-order';

const orderOf = async (ctx: TxCtx, id: OrderId) => {
  const [row] = await ctx.db
    .select()
    .from(orders)
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, id)));
  if (!row) throw new Error('no order');
  const { facts, ...derived } = await recomputeOrderStatus(ctx, id);
  expect(row).toMatchObject(derived);
  expect(row).toMatchObject({
    capturedMinor: facts.captured,
    refundedMinor: facts.refunded,
    creditsMinor: facts.credits,
  });
  return row;
};
const level = async (ctx: TxCtx) => {
  const rows = await ctx.db
    .select({
      available: stockLevels.available,
      allocated: stockLevels.allocated,
      onHand: stockLevels.onHand,
    })
    .from(stockLevels)
    .where(eq(stockLevels.storeId, ctx.store.id));
  return rows[0];
};
const movements = (ctx: TxCtx, id: OrderId) =>
  ctx.db
    .select({ code: moneyMovements.code, amountMinor: moneyMovements.amountMinor })
    .from(moneyMovements)
    .where(eq(moneyMovements.orderId, id))
    .orderBy(moneyMovements.id);

describe('the order’s whole way', () => {
  test('paid by transfer, it is confirmed, shipped, delivered and completed', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'completed');
    expect(await orderOf(ctx, orderId)).toMatchObject({
      status: 'completed',
      paymentStatus: 'paid',
      fulfilmentStatus: 'delivered',
      capturedMinor: 2000,
    });
    expect(await level(ctx)).toEqual({ available: 8, allocated: 0, onHand: 8 });
    expect((await eventsOf(ctx, orderId)).map(([type]) => type)).toEqual([
      'order.placed', 'order.allocated', 'payment.recorded', 'order.confirmed', 'shipment.picked', 'shipment.packed',
      'shipment.shipped', 'shipment.delivered', 'order.delivered', 'order.completed',
    ]); // biome-ignore format: a list
    expect(await movements(ctx, orderId)).toEqual([{ code: 'capture', amountMinor: 2000 }]);
  });

  test('the window completes what was delivered long enough ago, once', async ({ ctx, at }) => {
    const { orderId } = await orderUpTo(ctx, 'delivered');
    expect(await completeDueOrders(at(new Date(ctx.now.getTime() + 6 * 86_400_000)))).toBe(0);
    const later = at(new Date(ctx.now.getTime() + 8 * 86_400_000));
    expect(await completeDueOrders(later)).toBe(1);
    expect(await completeDueOrders(later)).toBe(0);
    expect((await orderOf(ctx, orderId)).status).toBe('completed');
    expect((await eventsOf(ctx, orderId)).at(-1)).toEqual(['order.completed', { by: 'window' }]);
  });

  test('only a delivered order completes', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'shipped');
    await expect(completeOrder(ctx, { orderId })).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('paying', () => {
  const pay = (ctx: TxCtx, orderId: OrderId, amountMinor: number, paymentId = newId('pay')) =>
    recordPayment(
      ctx,
      { orderId, paymentId, amountMinor, method: 'bank_transfer', reference: '' },
      manualPayments,
    );

  test('in two parts: partly paid, then paid and confirmed', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    await pay(ctx, orderId, 500);
    expect(await orderOf(ctx, orderId)).toMatchObject({ status: 'pending', paymentStatus: 'partially_paid' });
    await pay(ctx, orderId, 1500);
    expect(await orderOf(ctx, orderId)).toMatchObject({ status: 'confirmed', paymentStatus: 'paid' });
  });

  test('the same payment id twice is one payment; with another amount a conflict', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    const id = newId('pay');
    expect(await pay(ctx, orderId, 2000, id)).toEqual({ repeated: false });
    expect(await pay(ctx, orderId, 2000, id)).toEqual({ repeated: true });
    await expect(pay(ctx, orderId, 1999, id)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await movements(ctx, orderId)).toEqual([{ code: 'capture', amountMinor: 2000 }]);
  });

  test('more than is open is refused', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    await expect(pay(ctx, orderId, 2001)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await ctx.db.$count(payments, eq(payments.orderId, orderId))).toBe(0);
  });

  test('a refused payment fails in words and leaves the order unpaid', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    const refusing = {
      ...manualPayments,
      capture: async () => ({ ok: false, reason: 'declined', retryable: false }) as const,
    };
    const input = {
      orderId,
      paymentId: newId('pay'),
      amountMinor: 2000,
      method: 'credit_card',
      reference: '',
    } as const;
    await expect(recordPayment(ctx, input, refusing)).rejects.toMatchObject({ code: 'UPSTREAM' });
    expect(await orderOf(ctx, orderId)).toMatchObject({ status: 'pending', paymentStatus: 'failed' });
  });

  test('forbidden leaves everything untouched', async ({ ctx, as }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    for (const role of ['support', 'fulfilment', 'stock', 'analyst'] as const) {
      await expect(pay(as(role), orderId, 2000)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await ctx.db.$count(payments, eq(payments.orderId, orderId))).toBe(0);
  });

  test('another store’s order is not found', async ({ ctx, inOtherStore }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    await inOtherStore(async (other) => {
      await expect(pay(other, orderId, 2000)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });
});

describe('confirming', () => {
  test('an unpaid transfer order can not be confirmed', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    await expect(confirmOrder(ctx, { orderId })).rejects.toMatchObject({ key: 'order-errors.notPaid' });
  });

  test('twice is a conflict in words', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'paid');
    await expect(confirmOrder(ctx, { orderId })).rejects.toMatchObject({ key: 'order-errors.notPending' });
  });
});

describe('refunding', () => {
  const refund = (ctx: TxCtx, orderId: OrderId, amountMinor: number, refundId = newId('rfd')) =>
    refundOrder(ctx, { orderId, refundId, amountMinor, cause: 'goodwill', reason: 'Scratched' }, manualPort);

  test('goodwill grants a credit: the order stays square', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'shipped');
    await refund(ctx, orderId, 300);
    expect(await orderOf(ctx, orderId)).toMatchObject({
      paymentStatus: 'partially_refunded',
      dueMinor: 1700,
      creditsMinor: 300,
      refundedMinor: 300,
    });
    expect(await movements(ctx, orderId)).toEqual([
      { code: 'capture', amountMinor: 2000 },
      { code: 'refund_hold', amountMinor: 300 },
      { code: 'refund', amountMinor: 300 },
    ]);
    await refund(ctx, orderId, 1700);
    expect(await orderOf(ctx, orderId)).toMatchObject({ paymentStatus: 'refunded', dueMinor: 0 });
    await expect(refund(ctx, orderId, 1)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('the same refund id twice is one refund', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'shipped');
    const id = newId('rfd');
    expect(await refund(ctx, orderId, 300, id)).toEqual({ repeated: false });
    expect(await refund(ctx, orderId, 300, id)).toEqual({ repeated: true });
    expect((await orderOf(ctx, orderId)).refundedMinor).toBe(300);
  });

  test('above the role’s limit it is refused', async ({ ctx, as }) => {
    const { orderId } = await orderUpTo(ctx, 'shipped');
    const actor = as('support').actor;
    const small = as({ ...actor, limits: { refundMinor: 100 } });
    await expect(refund(small, orderId, 101)).rejects.toMatchObject({ code: 'LIMIT' });
    expect(await ctx.db.$count(refunds, eq(refunds.orderId, orderId))).toBe(0);
    await refund(small, orderId, 100);
  });

  test('a provider that refuses releases the money and keeps the credit owed', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'shipped');
    const refusing = () => ({
      ...manualPayments,
      refund: async () => ({ ok: false, reason: 'card closed', retryable: false }) as const,
    });
    await refundOrder(
      ctx,
      { orderId, refundId: newId('rfd'), amountMinor: 300, cause: 'goodwill', reason: 'x' },
      refusing,
    );
    const order = await orderOf(ctx, orderId);
    expect(order).toMatchObject({ paymentStatus: 'credit_owed', refundedMinor: 0 });
    expect((await movements(ctx, orderId)).map((m) => m.code)).toEqual([
      'capture',
      'refund_hold',
      'refund_release',
    ]);
    const again = {
      orderId,
      refundId: newId('rfd'),
      amountMinor: 300,
      cause: 'overpayment',
      reason: 'again',
    } as const;
    await refundOrder(ctx, again, manualPort);
    expect((await orderOf(ctx, orderId)).refundedMinor).toBe(300);
  });
});

describe('cancelling', () => {
  test('the whole order: stock back, money back, in one act', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'paid');
    const { version } = await orderOf(ctx, orderId);
    const input = {
      orderId,
      lines: 'all',
      reason: 'customer_request',
      refundId: newId('rfd'),
      version,
    } as const;
    expect(await cancelUnits(ctx, input, manualPort)).toEqual({ refundedMinor: 2000 });
    expect(await orderOf(ctx, orderId)).toMatchObject({
      status: 'canceled',
      paymentStatus: 'refunded',
      dueMinor: 0,
      cancelReason: 'customer_request',
    });
    expect(await level(ctx)).toMatchObject({ available: 10, allocated: 0 });
    await expect(cancelUnits(ctx, input, manualPort)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('one of two units: half the money, the rest goes on', async ({ ctx }) => {
    const { orderId, lineId } = await orderUpTo(ctx, 'paid');
    const { version } = await orderOf(ctx, orderId);
    const lines = [{ lineId, quantity: 1 }];
    await cancelUnits(
      ctx,
      { orderId, lines, reason: 'out_of_stock', refundId: newId('rfd'), version },
      manualPort,
    );
    expect(await orderOf(ctx, orderId)).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'partially_refunded',
      dueMinor: 1000,
    });
    const [line] = await ctx.db.select().from(orderLines).where(eq(orderLines.id, lineId));
    expect(line).toMatchObject({ allocated: 1, canceled: 1 });
    expect(await level(ctx)).toMatchObject({ available: 9, allocated: 1 });
  });

  test('without a refund the credit is owed', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'paid');
    const { version } = await orderOf(ctx, orderId);
    await cancelUnits(ctx, { orderId, lines: 'all', reason: 'other', version }, manualPort);
    expect(await orderOf(ctx, orderId)).toMatchObject({ status: 'canceled', paymentStatus: 'credit_owed' });
  });

  test('picked units stay; the answer says so', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'picked');
    const { version } = await orderOf(ctx, orderId);
    await expect(
      cancelUnits(ctx, { orderId, lines: 'all', reason: 'other', version }, manualPort),
    ).rejects.toMatchObject({
      key: 'order-errors.alreadyPicked',
    });
  });

  test('a screen from before is told', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'paid');
    const { version } = await orderOf(ctx, orderId);
    const input = { orderId, lines: 'all', reason: 'other', version: version - 1 } as const;
    await expect(cancelUnits(ctx, input, manualPort)).rejects.toMatchObject({
      key: 'order-errors.changedMeanwhile',
    });
    expect(await level(ctx)).toMatchObject({ available: 8, allocated: 2 });
  });

  test('forbidden leaves everything untouched', async ({ ctx, as }) => {
    const { orderId } = await orderUpTo(ctx, 'paid');
    const { version } = await orderOf(ctx, orderId);
    const input = { orderId, lines: 'all', reason: 'other', version } as const;
    for (const role of ['stock', 'analyst'] as const) {
      await expect(cancelUnits(as(role), input, manualPort)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const withRefund = { ...input, refundId: newId('rfd') };
    await expect(cancelUnits(as('fulfilment'), withRefund, manualPort)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await level(ctx)).toMatchObject({ available: 8, allocated: 2 });
  });
});

test('cash on delivery: confirmed unpaid, delivered unpaid, paid at the door', async ({ ctx }) => {
  const { orderId, shipmentId } = await orderUpTo(ctx, 'placed', { paymentMethod: 'cash_on_delivery' });
  expect(await orderOf(ctx, orderId)).toMatchObject({ status: 'confirmed', paymentStatus: 'unpaid' });
  await expect(deliverShipment(ctx, { shipmentId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a placed order carries on with its number', async ({ ctx }) => {
  const { sku } = await orderUpTo(ctx, 'placed');
  expect((await placeOrder(ctx, requestFor(sku, 1), 'staff')).number).toBe(1002);
});
