import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { orderAllocations, orderLines, orderSearch, orders } from '@/db/schema/orders';
import { backorders, stockLevels, stockMovements } from '@/db/schema/stock';
import type { TxCtx } from '@/lib/core/ctx';
import { newId, type OrderId } from '@/lib/core/ids';
import { eventsOf } from '@/test/events-of';
import { orderUpTo, requestFor, shelf } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { placeOrder } from './place-order';

const orderOf = async (ctx: TxCtx, id: OrderId) => {
  const [row] = await ctx.db
    .select()
    .from(orders)
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, id)));
  if (!row) throw new Error('no order');
  return row;
};
const levels = (ctx: TxCtx) =>
  ctx.db
    .select({ available: stockLevels.available, allocated: stockLevels.allocated })
    .from(stockLevels)
    .where(eq(stockLevels.storeId, ctx.store.id));
const ordersHere = (ctx: TxCtx) => ctx.db.$count(orders, eq(orders.storeId, ctx.store.id));

describe('placing an order', () => {
  test('numbers, prices and allocates it, and tells what happened', async ({ ctx }) => {
    const { sku, warehouseId } = await shelf(ctx, 10);
    const placed = await placeOrder(ctx, requestFor(sku, 3), 'api');
    expect(placed).toMatchObject({ number: 1001, status: 'pending', totalMinor: 3000, repeated: false });
    expect(await orderOf(ctx, placed.id)).toMatchObject({
      status: 'pending',
      paymentStatus: 'unpaid',
      fulfilmentStatus: 'allocated',
      customerName: 'Ada Wong',
      shipCity: 'Bristol',
      shipPostcodeArea: 'BS6',
      goodsMinor: 3000,
      dueMinor: 3000,
      units: 3,
    });
    expect(await levels(ctx)).toEqual([{ available: 7, allocated: 3 }]);
    const moved = await ctx.db.select().from(stockMovements).where(eq(stockMovements.code, 'allocate'));
    expect(moved).toMatchObject([
      {
        fromBucket: 'available',
        toBucket: 'allocated',
        quantity: 3,
        causeId: placed.id,
        balanceAfter: 7,
        warehouseId,
      },
    ]);
    expect(await eventsOf(ctx, placed.id)).toEqual([
      ['order.placed', { number: 1001, totalMinor: 3000, currency: 'GBP', channel: 'api' }],
      ['order.allocated', { warehouses: [{ warehouseId, quantity: 3 }], backordered: 0 }],
    ]);
  });

  test('is found by number, name start, e-mail, phone and SKU', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    const tokens = await ctx.db.$count(orderSearch, eq(orderSearch.orderId, orderId));
    expect(tokens).toBeGreaterThan(8);
  });

  test('confirms at once when its terms need no money first', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'placed', { paymentMethod: 'cash_on_delivery' });
    const order = await orderOf(ctx, orderId);
    expect(order).toMatchObject({ status: 'confirmed', paymentStatus: 'unpaid', payByAt: null });
    // Monday 10:00 in London, one working day of handling: Tuesday at the cut-off.
    expect(order.shipByAt?.toISOString()).toBe('2026-03-03T17:00:00.000Z');
  });

  test('the same order id twice is one order; with other content it is a conflict', async ({ ctx }) => {
    const { sku } = await shelf(ctx, 10);
    const request = requestFor(sku, 2, { id: newId('ord') });
    const first = await placeOrder(ctx, request, 'staff');
    const second = await placeOrder(ctx, request, 'staff');
    expect(second).toEqual({ ...first, repeated: true });
    expect(await levels(ctx)).toEqual([{ available: 8, allocated: 2 }]);
    const other = { ...request, lines: [{ sku, quantity: 1 }] };
    await expect(placeOrder(ctx, other, 'staff')).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await levels(ctx)).toEqual([{ available: 8, allocated: 2 }]);
  });

  test('the same again is the same order, even when it took the last units', async ({ ctx }) => {
    const { sku } = await shelf(ctx, 2);
    const byId = requestFor(sku, 1, { id: newId('ord') });
    const byNumber = requestFor(sku, 1, { externalId: 'WEB-2' });
    for (const request of [byId, byNumber]) await placeOrder(ctx, request, 'api');
    for (const request of [byId, byNumber]) {
      expect(await placeOrder(ctx, request, 'api')).toMatchObject({ repeated: true });
    }
    await expect(placeOrder(ctx, requestFor(sku, 1), 'api')).rejects.toMatchObject({
      key: 'order-errors.short',
    });
    expect(await levels(ctx)).toEqual([{ available: 0, allocated: 2 }]);
  });

  test('the same external id twice is one order', async ({ ctx }) => {
    const { sku } = await shelf(ctx, 10);
    const first = await placeOrder(ctx, requestFor(sku, 1, { externalId: 'WEB-1' }), 'api');
    const second = await placeOrder(ctx, requestFor(sku, 1, { externalId: 'WEB-1' }), 'api');
    expect(second).toEqual({ ...first, repeated: true });
    expect(await ordersHere(ctx)).toBe(1);
  });

  test('short stock takes nothing and names the SKU with what is left', async ({ ctx }) => {
    const { sku } = await shelf(ctx, 2);
    await expect(placeOrder(ctx, requestFor(sku, 3), 'api')).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { problems: [{ key: 'order-errors.shortSku', params: { sku, wanted: 3, left: 2 } }] },
    });
    expect(await levels(ctx)).toEqual([{ available: 2, allocated: 0 }]);
    expect(await ordersHere(ctx)).toBe(0);
  });

  test('splits over the fewest warehouses when none has everything', async ({ ctx }) => {
    const first = await shelf(ctx, 2);
    const second = await shelf(ctx, 3, 'OTHER');
    const request = requestFor(first.sku, 2, {
      lines: [
        { sku: first.sku, quantity: 2 },
        { sku: 'other', quantity: 3 },
      ],
    });
    const { id } = await placeOrder(ctx, request, 'api');
    const allocated = await ctx.db
      .select({ warehouseId: orderAllocations.warehouseId, quantity: orderAllocations.quantity })
      .from(orderAllocations)
      .where(eq(orderAllocations.orderId, id));
    expect(allocated).toHaveLength(2);
    expect(allocated).toEqual(
      expect.arrayContaining([
        { warehouseId: first.warehouseId, quantity: 2 },
        { warehouseId: second.warehouseId, quantity: 3 },
      ]),
    );
  });

  test('backorders what is missing up to the cap', async ({ ctx }) => {
    const { sku, variantId } = await shelf(ctx, 2);
    await ctx.db
      .insert(backorders)
      .values({ storeId: ctx.store.id, variantId, cap: 3 })
      .onConflictDoUpdate({ target: [backorders.storeId, backorders.variantId], set: { cap: 3 } });
    const { id } = await placeOrder(ctx, requestFor(sku, 5), 'api');
    const [line] = await ctx.db.select().from(orderLines).where(eq(orderLines.orderId, id));
    expect(line).toMatchObject({ allocated: 2, backordered: 3, open: 0 });
    expect(await orderOf(ctx, id)).toMatchObject({ fulfilmentStatus: 'backordered' });
    await expect(placeOrder(ctx, requestFor(sku, 1), 'api')).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('the API keeps the safety stock, staff may go below it', async ({ ctx }) => {
    const { sku, variantId } = await shelf(ctx, 5);
    await ctx.db.update(stockLevels).set({ safetyStock: 4 }).where(eq(stockLevels.variantId, variantId));
    await expect(placeOrder(ctx, requestFor(sku, 2), 'api')).rejects.toMatchObject({ code: 'CONFLICT' });
    await placeOrder(ctx, requestFor(sku, 2), 'staff');
    expect(await levels(ctx)).toEqual([{ available: 3, allocated: 2 }]);
  });

  test('names every problem at once', async ({ ctx }) => {
    const request = requestFor('nothing', 1, {
      lines: [
        { sku: 'a', quantity: 1 },
        { sku: 'b', quantity: 1 },
      ],
      shippingMethodId: newId('shm'),
    });
    await expect(placeOrder(ctx, request, 'api')).rejects.toMatchObject({
      code: 'INVALID',
      details: {
        problems: [
          { pointer: '/lines/0/sku' },
          { pointer: '/lines/1/sku' },
          { pointer: '/shippingMethodId' },
        ],
      },
    });
  });

  test('forbidden leaves everything untouched', async ({ ctx, as }) => {
    const { sku } = await shelf(ctx, 5);
    for (const role of ['fulfilment', 'stock', 'finance', 'analyst', 'stranger'] as const) {
      await expect(placeOrder(as(role), requestFor(sku), 'staff')).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    expect(await levels(ctx)).toEqual([{ available: 5, allocated: 0 }]);
    expect(await ordersHere(ctx)).toBe(0);
  });

  test('another store’s SKU is unknown', async ({ ctx, inOtherStore }) => {
    const { sku } = await shelf(ctx, 5);
    await inOtherStore(async (other) => {
      await expect(placeOrder(other, requestFor(sku), 'staff')).rejects.toMatchObject({ code: 'INVALID' });
    });
  });

  test('a discount beyond the role’s limit is refused in words', async ({ ctx, as }) => {
    const { sku } = await shelf(ctx, 5);
    const change = { discount: { kind: 'percent', hundredths: 1500 } as const, discountReason: 'Regular' };
    await expect(placeOrder(as('support'), requestFor(sku, 2, change), 'staff')).rejects.toMatchObject({
      code: 'LIMIT',
      details: { params: { percent: 10 } },
    });
    const placed = await placeOrder(ctx, requestFor(sku, 2, change), 'staff');
    expect(placed.totalMinor).toBe(1700);
  });
});
