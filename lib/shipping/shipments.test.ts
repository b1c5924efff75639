import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { orderAllocations, orderLines, orderSearch, orders } from '@/db/schema/orders';
import { shipments } from '@/db/schema/shipping';
import { stockLevels } from '@/db/schema/stock';
import type { TxCtx } from '@/lib/core/ctx';
import { newId } from '@/lib/core/ids';
import { codeTokens } from '@/lib/core/search-tokens';
import { eventsOf } from '@/test/events-of';
import { orderUpTo, type Walked } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { packShipment, undoPack, undoPick } from './pack-shipment';
import { pickUnits } from './pick-units';
import { cancelParcel, correctTracking, deliverShipment, shipShipment } from './ship-shipment';

const state = async (ctx: TxCtx, { orderId, lineId, shipmentId }: Walked) => {
  const [order] = await ctx.db
    .select({ status: orders.status, fulfilment: orders.fulfilmentStatus })
    .from(orders)
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, orderId)));
  const [line] = await ctx.db.select().from(orderLines).where(eq(orderLines.id, lineId));
  const [parcel] = await ctx.db.select().from(shipments).where(eq(shipments.id, shipmentId));
  const promised = await ctx.db.select().from(orderAllocations).where(eq(orderAllocations.orderId, orderId));
  const [level] = await ctx.db.select().from(stockLevels).where(eq(stockLevels.storeId, ctx.store.id));
  if (!order || !line || !level) throw new Error('no order');
  expect(promised.reduce((sum, row) => sum + row.quantity, 0)).toBe(line.allocated);
  expect(level.allocated).toBe(line.allocated + line.picked + line.packed);
  const { allocated, picked, packed, shipped, delivered } = line;
  return {
    ...order,
    parcel: parcel?.status,
    allocated,
    picked,
    packed,
    shipped,
    delivered,
    onHand: level.onHand,
  };
};

/** Each one's way in; a refusal comes before anything is sent, so that they may stand side by side. */
function* parcelVerbs(ctx: TxCtx, { orderId, shipmentId, warehouseId }: Walked): Generator<Promise<unknown>> {
  yield pickUnits(ctx, { orderId, shipmentId: newId('shp'), warehouseId, lines: 'all' });
  yield undoPack(ctx, { shipmentId });
  yield shipShipment(ctx, { shipmentId, carrier: 'DHL', trackingNumber: '' });
  yield cancelParcel(ctx, { shipmentId, reason: 'Carrier did not come' });
  yield correctTracking(ctx, { shipmentId, carrier: 'DHL', trackingNumber: 'X' });
}

describe('picking', () => {
  test('twice with the same parcel id is one parcel', async ({ ctx }) => {
    const walked = await orderUpTo(ctx, 'paid');
    const input = { ...walked, lines: 'all' } as const;
    expect(await pickUnits(ctx, input)).toEqual({ repeated: false });
    expect(await pickUnits(ctx, input)).toEqual({ repeated: true });
    expect(await state(ctx, walked)).toMatchObject({
      status: 'processing',
      fulfilment: 'picking',
      picked: 2,
      allocated: 0,
    });
  });

  test('a part leaves the rest promised; more than promised is refused', async ({ ctx }) => {
    const walked = await orderUpTo(ctx, 'paid');
    const of = (quantity: number, shipmentId = newId('shp')) =>
      pickUnits(ctx, { ...walked, shipmentId, lines: [{ lineId: walked.lineId, quantity }] });
    await expect(of(3)).rejects.toMatchObject({ code: 'CONFLICT' });
    await of(1, walked.shipmentId);
    expect(await state(ctx, walked)).toMatchObject({ picked: 1, allocated: 1 });
    await of(1);
    await expect(of(1)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await of(1, walked.shipmentId)).toEqual({ repeated: true });
    await expect(of(2, walked.shipmentId)).rejects.toMatchObject({ key: 'order-errors.sameIdOtherContent' });
  });

  test('an unconfirmed order is not picked', async ({ ctx }) => {
    const walked = await orderUpTo(ctx, 'placed');
    await expect(pickUnits(ctx, { ...walked, lines: 'all' })).rejects.toMatchObject({
      key: 'order-errors.notFulfillable',
    });
  });

  test('forbidden leaves everything untouched; a stranger’s parcel is not found', async ({
    ctx,
    as,
    inOtherStore,
  }) => {
    const walked = await orderUpTo(ctx, 'picked');
    const before = await state(ctx, walked);
    for (const role of ['support', 'stock', 'finance', 'analyst'] as const) {
      const other = as(role);
      await expect(packShipment(other, walked)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(undoPick(other, walked)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(deliverShipment(other, walked)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      for (const refused of parcelVerbs(other, walked)) {
        await expect(refused).rejects.toMatchObject({ code: 'FORBIDDEN' });
      }
    }
    await inOtherStore(async (other) => {
      await expect(packShipment(other, walked)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      for (const refused of parcelVerbs(other, walked)) {
        await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
    });
    expect(await state(ctx, walked)).toEqual(before);
  });
});

describe('undoing', () => {
  test('pack and pick go back step by step, and the units can be picked again', async ({ ctx }) => {
    const walked = await orderUpTo(ctx, 'packed');
    expect(await state(ctx, walked)).toMatchObject({ parcel: 'packed', packed: 2 });
    await expect(undoPick(ctx, walked)).rejects.toMatchObject({ code: 'CONFLICT' });
    await undoPack(ctx, walked);
    expect(await state(ctx, walked)).toMatchObject({ parcel: 'picking', picked: 2, packed: 0 });
    await undoPick(ctx, walked);
    expect(await state(ctx, walked)).toMatchObject({
      parcel: 'canceled',
      status: 'confirmed',
      fulfilment: 'allocated',
      allocated: 2,
    });
    await pickUnits(ctx, { ...walked, shipmentId: newId('shp'), lines: 'all' });
    expect(await state(ctx, walked)).toMatchObject({ picked: 2 });
  });

  test('a parcel cancelled before it left brings its units back', async ({ ctx }) => {
    const walked = await orderUpTo(ctx, 'shipped');
    expect(await state(ctx, walked)).toMatchObject({ status: 'shipped', shipped: 2, onHand: 8 });
    await cancelParcel(ctx, { shipmentId: walked.shipmentId, reason: 'Carrier did not come' });
    expect(await state(ctx, walked)).toMatchObject({
      status: 'confirmed',
      fulfilment: 'allocated',
      allocated: 2,
      shipped: 0,
      onHand: 10,
    });
    await expect(cancelParcel(ctx, { shipmentId: walked.shipmentId, reason: 'again' })).rejects.toMatchObject(
      { code: 'CONFLICT' },
    );
    await expect(deliverShipment(ctx, walked)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

test('a corrected tracking number is found, and the timeline keeps both', async ({ ctx }) => {
  const walked = await orderUpTo(ctx, 'shipped');
  await correctTracking(ctx, { shipmentId: walked.shipmentId, carrier: 'DHL', trackingNumber: 'JD 0002' });
  const [token] = codeTokens(ctx.store.id, 'jd0002');
  if (token === undefined) throw new Error('no token');
  const found = await ctx.db
    .select({ id: orderSearch.orderId })
    .from(orderSearch)
    .where(eq(orderSearch.token, token));
  expect(found).toHaveLength(1);
  expect((await eventsOf(ctx, walked.orderId)).at(-1)).toMatchObject([
    'shipment.tracking_corrected',
    { before: 'RB123456785GB', after: 'JD 0002', carrier: 'DHL' },
  ]);
});

test('shipping needs a packed parcel, delivering a shipped one', async ({ ctx }) => {
  const walked = await orderUpTo(ctx, 'picked');
  const ship = () => shipShipment(ctx, { shipmentId: walked.shipmentId, carrier: 'DHL', trackingNumber: '' });
  await expect(ship()).rejects.toMatchObject({ key: 'order-errors.shipmentStands' });
  await expect(deliverShipment(ctx, walked)).rejects.toMatchObject({ code: 'CONFLICT' });
});
