import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { orders } from '@/db/schema/orders';
import type { TxCtx } from '@/lib/core/ctx';
import { newId, type OrderId } from '@/lib/core/ids';
import { packShipment } from '@/lib/shipping/pack-shipment';
import { pickUnits } from '@/lib/shipping/pick-units';
import { shipShipment } from '@/lib/shipping/ship-shipment';
import { eventsOf } from '@/test/events-of';
import { manualPort, orderUpTo } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { cancelUnits } from './cancel-units';
import { getOrder } from './get-order';
import { holdOrder, releaseOrder } from './hold-order';
import { listOrders } from './list-orders';
import { parseOrderList } from './order-views';

const DAY_MS = 86_400_000;
const orderOf = async (ctx: TxCtx, id: OrderId) => {
  const [row] = await ctx.db
    .select()
    .from(orders)
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, id)));
  if (!row) throw new Error('no order');
  return row;
};
const hold = (orderId: OrderId, reason: 'address_check' | 'other' = 'address_check') => ({
  orderId,
  holdId: newId('hld'),
  reason,
  note: 'Flat number?',
});

describe('an order on hold', () => {
  test('stands still until it is released, and says why', async ({ ctx }) => {
    const { orderId, warehouseId } = await orderUpTo(ctx, 'paid');
    const before = (await eventsOf(ctx, orderId)).length;
    const input = hold(orderId);
    await holdOrder(ctx, input);
    await holdOrder(ctx, input);
    const pick = { orderId, shipmentId: newId('shp'), warehouseId, lines: 'all' } as const;
    await expect(pickUnits(ctx, pick)).rejects.toMatchObject({ key: 'order-errors.blocks.held' });
    const { hold: shown } = await getOrder(ctx, { key: orderId });
    expect(shown).toMatchObject({ reason: 'address_check', note: 'Flat number?', heldAt: ctx.now });
    expect(shown?.by).not.toBeNull();
    await expect(holdOrder(ctx, hold(orderId))).rejects.toMatchObject({ code: 'CONFLICT' });
    await releaseOrder(ctx, { orderId });
    await expect(releaseOrder(ctx, { orderId })).rejects.toMatchObject({ code: 'CONFLICT' });
    await pickUnits(ctx, pick);
    expect((await eventsOf(ctx, orderId)).slice(before).map(([type]) => type)).toEqual([
      'order.held',
      'order.released',
      'shipment.picked',
    ]);
  });

  test('is neither packed nor shipped', async ({ ctx }) => {
    const picked = await orderUpTo(ctx, 'picked');
    await holdOrder(ctx, hold(picked.orderId));
    const { shipmentId } = picked;
    await expect(packShipment(ctx, { shipmentId })).rejects.toMatchObject({ code: 'CONFLICT' });
    await releaseOrder(ctx, { orderId: picked.orderId });
    await packShipment(ctx, { shipmentId });
    await holdOrder(ctx, hold(picked.orderId, 'other'));
    const ship = { shipmentId, carrier: 'DHL', trackingNumber: '' };
    await expect(shipShipment(ctx, ship)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('is not late, and its clock starts anew', async ({ ctx, at }) => {
    const { orderId } = await orderUpTo(ctx, 'paid');
    const { shipByAt } = await orderOf(ctx, orderId);
    await holdOrder(ctx, hold(orderId));
    const later = at(new Date(ctx.now.getTime() + 9 * DAY_MS));
    const late = () => listOrders(later, { query: parseOrderList({ view: 'late' }) });
    expect((await late()).orders).toEqual([]);
    await releaseOrder(later, { orderId });
    const after = await orderOf(ctx, orderId);
    expect(after.heldAt).toBeNull();
    expect(after.shipByAt?.getTime()).toBeGreaterThan(later.now.getTime());
    expect(shipByAt && after.shipByAt && after.shipByAt > shipByAt).toBe(true);
  });

  test('stays late when it was late before', async ({ ctx, at }) => {
    const { orderId } = await orderUpTo(ctx, 'paid');
    const { shipByAt } = await orderOf(ctx, orderId);
    const later = at(new Date(ctx.now.getTime() + 9 * DAY_MS));
    await holdOrder(later, hold(orderId));
    await releaseOrder(later, { orderId });
    expect((await orderOf(ctx, orderId)).shipByAt).toEqual(shipByAt);
  });

  test('can still be cancelled, which ends the hold', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    await holdOrder(ctx, hold(orderId));
    const { version } = await orderOf(ctx, orderId);
    await cancelUnits(ctx, { orderId, lines: 'all', reason: 'other', version }, manualPort);
    expect(await orderOf(ctx, orderId)).toMatchObject({ status: 'canceled', heldAt: null });
    expect((await getOrder(ctx, { key: orderId })).hold).toBeNull();
    await expect(holdOrder(ctx, hold(orderId))).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

test('holding is for those who may cancel, in their own store', async ({ ctx, as, inOtherStore }) => {
  const { orderId } = await orderUpTo(ctx, 'paid');
  await expect(holdOrder(as('analyst'), hold(orderId))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await inOtherStore(async (other) => {
    await expect(holdOrder(other, hold(orderId))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
  expect((await orderOf(ctx, orderId)).heldAt).toBeNull();
  await holdOrder(as('fulfilment'), hold(orderId));
});
