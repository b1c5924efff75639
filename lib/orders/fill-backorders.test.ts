import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { orderAllocations, orderLines, orders } from '@/db/schema/orders';
import { backorders, stockLevels } from '@/db/schema/stock';
import { storeSettings } from '@/db/schema/stores';
import type { TxCtx } from '@/lib/core/ctx';
import type { OrderId, VariantId } from '@/lib/core/ids';
import { checkStock } from '@/lib/stock/check-stock';
import { receiveStock } from '@/lib/stock/receive-stock';
import { setStockPolicy } from '@/lib/stock/set-stock-policy';
import { eventsOf } from '@/test/events-of';
import { manualPort, requestFor, type Shelf, shelf } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { someWarehouse, stocked } from '@/test/some-warehouse';
import { cancelUnits } from './cancel-units';
import { fillBackorders } from './fill-backorders';
import { placeOrder } from './place-order';

const SOON_MS = 1000;

/** A shelf that may be sold beyond its stock. */
async function shortShelf(ctx: TxCtx, units: number, cap: number): Promise<Shelf> {
  const made = await shelf(ctx, units);
  await setStockPolicy(ctx, { variantId: made.variantId, backorderCap: cap });
  return made;
}
const placed = async (ctx: TxCtx, sku: string, quantity: number, channel: 'api' | 'staff' = 'api') =>
  (await placeOrder(ctx, requestFor(sku, quantity), channel)).id;
const unitsOf = async (ctx: TxCtx, id: OrderId) => {
  const [line] = await ctx.db
    .select({ allocated: orderLines.allocated, backordered: orderLines.backordered })
    .from(orderLines)
    .where(and(eq(orderLines.storeId, ctx.store.id), eq(orderLines.orderId, id)));
  return line;
};
const waits = async (ctx: TxCtx, variantId: VariantId) => {
  const [row] = await ctx.db
    .select({ n: backorders.backordered })
    .from(backorders)
    .where(and(eq(backorders.storeId, ctx.store.id), eq(backorders.variantId, variantId)));
  return row?.n;
};
const receive = (ctx: TxCtx, { warehouseId, variantId }: Shelf, quantity: number) =>
  receiveStock(ctx, { warehouseId, variantId, quantity });

describe('stock that arrives', () => {
  test('is promised to the oldest order first, and told', async ({ ctx, at }) => {
    const goods = await shortShelf(ctx, 0, 10);
    const second = await placed(at(new Date(ctx.now.getTime() + SOON_MS)), goods.sku, 3);
    const first = await placed(ctx, goods.sku, 2);
    await receive(ctx, goods, 4);
    expect(await fillBackorders(ctx, [goods.variantId])).toBe(2);
    expect(await unitsOf(ctx, first)).toEqual({ allocated: 2, backordered: 0 });
    expect(await unitsOf(ctx, second)).toEqual({ allocated: 2, backordered: 1 });
    expect(await waits(ctx, goods.variantId)).toBe(1);
    const { warehouseId } = goods;
    expect((await eventsOf(ctx, first)).slice(2)).toEqual([
      ['order.backorder_filled', { warehouses: [{ warehouseId, quantity: 2 }] }],
    ]);
    const [order] = await ctx.db.select().from(orders).where(eq(orders.id, first));
    expect(order).toMatchObject({ fulfilmentStatus: 'allocated', version: 2 });
    expect(await fillBackorders(ctx, [goods.variantId])).toBe(0);
    expect((await checkStock(ctx)).differences).toEqual([]);
  });

  test('goes to nobody who cancelled meanwhile', async ({ ctx }) => {
    const goods = await shortShelf(ctx, 0, 10);
    const id = await placed(ctx, goods.sku, 2);
    await cancelUnits(ctx, { orderId: id, lines: 'all', reason: 'other', version: 1 }, manualPort);
    expect(await waits(ctx, goods.variantId)).toBe(0);
    await receive(ctx, goods, 4);
    expect(await fillBackorders(ctx, [goods.variantId])).toBe(0);
  });

  test('stays for safety where the order came from outside; staff’s own order gets it', async ({ ctx }) => {
    const goods = await shortShelf(ctx, 0, 10);
    const outside = await placed(ctx, goods.sku, 2);
    const staff = await placed(ctx, goods.sku, 1, 'staff');
    const { warehouseId, variantId } = goods;
    await setStockPolicy(ctx, { variantId, level: { warehouseId, safetyStock: 3 } });
    await receive(ctx, goods, 4);
    expect(await fillBackorders(ctx, [variantId])).toBe(2);
    expect(await unitsOf(ctx, outside)).toEqual({ allocated: 1, backordered: 1 });
    expect(await unitsOf(ctx, staff)).toEqual({ allocated: 1, backordered: 0 });
    const [level] = await ctx.db.select().from(stockLevels).where(eq(stockLevels.variantId, variantId));
    expect(level).toMatchObject({ available: 2, allocated: 2 });
  });

  test('in a second warehouse waits where the store does not split its orders', async ({ ctx }) => {
    const settings = ctx.db.update(storeSettings);
    await settings.set({ splitShipments: false }).where(eq(storeSettings.storeId, ctx.store.id));
    const goods = await shortShelf(ctx, 2, 10);
    const other = await someWarehouse(ctx, { code: 'OTHER' });
    await stocked(ctx, goods.variantId, other, 1);
    const id = await placed(ctx, goods.sku, 4);
    expect(await unitsOf(ctx, id)).toEqual({ allocated: 2, backordered: 2 });
    expect(await fillBackorders(ctx, [goods.variantId])).toBe(0);
    await receive(ctx, goods, 2);
    expect(await fillBackorders(ctx, [goods.variantId])).toBe(1);
    const from = await ctx.db.select().from(orderAllocations).where(eq(orderAllocations.orderId, id));
    expect(from).toMatchObject([{ warehouseId: goods.warehouseId, quantity: 4 }]);
  });

  test('reaches every waiting order, however many', async ({ ctx }) => {
    const goods = await shortShelf(ctx, 0, 30);
    for (let n = 0; n < 21; n++) await placed(ctx, goods.sku, 1);
    await receive(ctx, goods, 21);
    expect(await fillBackorders(ctx, [goods.variantId])).toBe(21);
    expect(await waits(ctx, goods.variantId)).toBe(0);
  });
});

test('without the permission, and from another store, nothing is filled', async ({
  ctx,
  as,
  inOtherStore,
}) => {
  const goods = await shortShelf(ctx, 0, 10);
  const id = await placed(ctx, goods.sku, 2);
  await receive(ctx, goods, 4);
  for (const role of ['fulfilment', 'support', 'finance', 'analyst', 'stranger'] as const) {
    await expect(fillBackorders(as(role), [goods.variantId])).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
  await inOtherStore(async (other) => expect(await fillBackorders(other, [goods.variantId])).toBe(0));
  expect(await unitsOf(ctx, id)).toEqual({ allocated: 0, backordered: 2 });
});
