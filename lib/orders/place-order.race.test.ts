import { and, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { orders } from '@/db/schema/orders';
import { stockLevels, stockMovements } from '@/db/schema/stock';
import { type Ctx, read } from '@/lib/core/ctx';
import { newId } from '@/lib/core/ids';
import { manualPayments } from '@/lib/integrations/payments/manual';
import { packShipment } from '@/lib/shipping/pack-shipment';
import { pickUnits } from '@/lib/shipping/pick-units';
import { shipShipment } from '@/lib/shipping/ship-shipment';
import { checkStock } from '@/lib/stock/check-stock';
import { committedStore, race } from '@/test/committed-store';
import { manualPort, orderUpTo, requestFor, shelf } from '@/test/order-up-to';
import { cancelUnits } from './cancel-units';
import { placeOrder } from './place-order';
import { recordPayment } from './record-payment';

const fulfilled = <T>(results: PromiseSettledResult<T>[]) =>
  results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
const codes = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) =>
    result.status === 'rejected' ? [(result.reason as { code?: string }).code ?? String(result.reason)] : [],
  );
const versionOf = async (ctx: Ctx, orderId: ReturnType<typeof newId<'ord'>>) =>
  read(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select({ version: orders.version })
      .from(orders)
      .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, orderId)));
    return row?.version ?? 0;
  });

describe('two hundred buyers of a hundred units', () => {
  test('exactly a hundred are sold, the others are told, nothing is left behind', async () => {
    const { ctx } = await committedStore();
    const { sku } = await shelf(ctx, 100);
    const results = await race(200, (n) =>
      placeOrder(
        ctx,
        requestFor(sku, 1, { customer: { name: `Buyer ${n}`, email: `b${n}@example.com` } }),
        'api',
      ),
    );
    const sold = fulfilled(results);
    expect(sold).toHaveLength(100);
    expect(new Set(sold.map((order) => order.number)).size).toBe(100);
    expect(codes(results).filter((code) => code !== 'CONFLICT')).toEqual([]);
    await read(ctx, async (ctx) => {
      expect(await ctx.db.$count(orders, eq(orders.storeId, ctx.store.id))).toBe(100);
      const [level] = await ctx.db.select().from(stockLevels).where(eq(stockLevels.storeId, ctx.store.id));
      expect(level).toMatchObject({ available: 0, allocated: 100 });
      const [moved] = await ctx.db
        .select({ units: sql<number>`sum(quantity)::int` })
        .from(stockMovements)
        .where(and(eq(stockMovements.storeId, ctx.store.id), eq(stockMovements.code, 'allocate')));
      expect(moved?.units).toBe(100);
    });
    expect((await checkStock(ctx)).differences).toEqual([]);
  });

  test('orders of the same SKUs in opposite order never deadlock', async () => {
    const { ctx } = await committedStore();
    const [a, b, c] = [await shelf(ctx, 500), await shelf(ctx, 500), await shelf(ctx, 500)];
    const skus = [a.sku, b.sku, c.sku];
    const results = await race(60, (n) => {
      const order = n % 2 === 0 ? skus : [...skus].reverse();
      return placeOrder(
        ctx,
        requestFor(a.sku, 1, { lines: order.map((sku) => ({ sku, quantity: 1 })) }),
        'api',
      );
    });
    expect(codes(results)).toEqual([]);
    expect((await checkStock(ctx)).differences).toEqual([]);
  });
});

test('the same order id from ten clicks is one order', async () => {
  const { ctx } = await committedStore();
  const { sku } = await shelf(ctx, 10);
  const request = requestFor(sku, 1, { id: newId('ord') });
  const results = await race(10, () => placeOrder(ctx, request, 'staff'));
  expect(codes(results)).toEqual([]);
  const placed = fulfilled(results);
  expect(new Set(placed.map((order) => order.number)).size).toBe(1);
  expect(placed.filter((order) => !order.repeated)).toHaveLength(1);
});

test('new orders of one new person make one customer', async () => {
  const { ctx } = await committedStore();
  const { sku } = await shelf(ctx, 50);
  const results = await race(12, () => placeOrder(ctx, requestFor(sku, 1), 'api'));
  expect(codes(results)).toEqual([]);
  await read(ctx, async (ctx) => {
    const people = await ctx.db
      .selectDistinct({ id: orders.customerId })
      .from(orders)
      .where(eq(orders.storeId, ctx.store.id));
    expect(people).toHaveLength(1);
  });
});

test('cancel and pick at the same moment: one wins, the ledger holds', async () => {
  const { ctx } = await committedStore();
  for (let round = 0; round < 5; round++) {
    const { orderId, warehouseId } = await orderUpTo(ctx, 'paid');
    const version = await versionOf(ctx, orderId);
    const results = await Promise.allSettled([
      cancelUnits(
        ctx,
        { orderId, lines: 'all', reason: 'other', refundId: newId('rfd'), version },
        manualPort,
      ),
      pickUnits(ctx, { orderId, shipmentId: newId('shp'), warehouseId, lines: 'all' }),
    ]);
    expect(fulfilled(results as PromiseSettledResult<unknown>[])).toHaveLength(1);
    expect(codes(results)).toEqual(['CONFLICT']);
  }
  expect((await checkStock(ctx)).differences).toEqual([]);
});

test('a parcel shipped from two screens leaves once', async () => {
  const { ctx } = await committedStore();
  const { shipmentId } = await orderUpTo(ctx, 'packed');
  const results = await race(6, () =>
    shipShipment(ctx, { shipmentId, carrier: 'DHL', trackingNumber: 'X1' }),
  );
  expect(fulfilled(results)).toHaveLength(1);
  await read(ctx, async (ctx) => {
    const ships = await ctx.db.$count(
      stockMovements,
      and(eq(stockMovements.storeId, ctx.store.id), eq(stockMovements.code, 'ship')),
    );
    expect(ships).toBe(1);
  });
});

test('two people mark the same order as paid: it is paid once', async () => {
  const { ctx } = await committedStore();
  const { orderId } = await orderUpTo(ctx, 'placed');
  const results = await race(4, () =>
    recordPayment(
      ctx,
      { orderId, paymentId: newId('pay'), amountMinor: 2000, method: 'bank_transfer', reference: '' },
      manualPayments,
    ),
  );
  expect(fulfilled(results)).toHaveLength(1);
  const packed = await Promise.allSettled([packShipment(ctx, { shipmentId: newId('shp') })]);
  expect(codes(packed)).toEqual(['NOT_FOUND']);
});
