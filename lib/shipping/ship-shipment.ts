import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { orders } from '@/db/schema/orders';
import { shippingMethods, storeSettings } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict, invariant } from '@/lib/core/errors';
import type { OrderId } from '@/lib/core/ids';
import { codeTokens } from '@/lib/core/search-tokens';
import { record } from '@/lib/events/record';
import { requireFree } from '@/lib/orders/hold-order';
import { giveAllocations, markDelivered, moveUnits } from '@/lib/orders/move-units';
import { idSchema } from '@/lib/orders/order-request';
import { settleOrder } from '@/lib/orders/settle-order';
import { addTokens } from '@/lib/orders/write-order';
import { moveStock } from '@/lib/stock/move-stock';
import { promiseBy } from '@/lib/stores/ship-by';
import { loadShipment, requireShipment, stockOf, unitsOf } from './load-shipment';
import { type ShipmentInput, setStatus } from './pack-shipment';
import { shipmentSteps } from './shipment-state';

const tracking = {
  carrier: z.string().trim().min(1).max(80),
  trackingNumber: z.string().trim().max(80).default(''),
};
export const shipShipmentInput = z.object({ shipmentId: idSchema('shp'), ...tracking });
export type ShipShipmentInput = z.output<typeof shipShipmentInput>;

/** Hands a packed parcel to the carrier: its units leave the stock for good. */
export async function shipShipment(ctx: AnyCtx, input: ShipShipmentInput): Promise<void> {
  allow(ctx, 'shipment.write');
  await transact(ctx, async (ctx) => {
    const shipment = await loadShipment(ctx, input.shipmentId);
    requireFree(shipment.order);
    requireShipment(shipment, shipmentSteps.ship.from);
    const { order, id: shipmentId, sequence, warehouseId } = shipment;
    const { carrier, trackingNumber } = input;
    await moveUnits(ctx, order.id, shipment.units, 'packed', 'shipped');
    const dueAt = await expectedArrival(ctx, order.id);
    await setStatus(ctx, shipment, 'shipped', { shippedAt: ctx.now, dueAt, carrier, trackingNumber });
    await findByTracking(ctx, order, trackingNumber);
    const units = unitsOf(shipment);
    const payload = { shipmentId, sequence, warehouseId, units, carrier, tracking: trackingNumber };
    await record(ctx, 'shipment.shipped', order.id, payload);
    await settleOrder(ctx, order.id);
    await moveAll(ctx, stockOf(order, shipment), {
      code: 'ship',
      from: 'allocated',
      to: 'customer',
      causeId: shipmentId,
    });
  });
}

export const cancelParcelInput = z.object({
  shipmentId: idSchema('shp'),
  reason: z.string().trim().min(1).max(200),
});

/** A parcel that did not leave after all: its units are promised at the same warehouse again. */
export async function cancelParcel(ctx: AnyCtx, input: z.output<typeof cancelParcelInput>): Promise<void> {
  allow(ctx, 'shipment.write');
  await transact(ctx, async (ctx) => {
    const shipment = await loadShipment(ctx, input.shipmentId);
    requireShipment(shipment, shipmentSteps.cancelParcel.from);
    const { order, warehouseId, id: shipmentId, sequence } = shipment;
    await moveUnits(ctx, order.id, shipment.units, 'shipped', 'allocated');
    await giveAllocations(
      ctx,
      order.id,
      shipment.units.map((unit) => ({ ...unit, warehouseId })),
    );
    await setStatus(ctx, shipment, 'canceled', { canceledAt: ctx.now, cancelReason: input.reason });
    const units = unitsOf(shipment);
    await record(ctx, 'shipment.parcel_canceled', order.id, {
      shipmentId,
      sequence,
      units,
      reason: input.reason,
    });
    await settleOrder(ctx, order.id);
    await moveAll(ctx, stockOf(order, shipment), {
      code: 'unship',
      from: 'customer',
      to: 'allocated',
      causeId: shipmentId,
      reason: input.reason,
    });
  });
}

export const correctTrackingInput = z.object({ shipmentId: idSchema('shp'), ...tracking });

/** Corrects carrier or number of a parcel that has left; the timeline keeps both. */
export async function correctTracking(
  ctx: AnyCtx,
  input: z.output<typeof correctTrackingInput>,
): Promise<void> {
  allow(ctx, 'shipment.write');
  await transact(ctx, async (ctx) => {
    const shipment = await loadShipment(ctx, input.shipmentId);
    requireShipment(shipment, shipmentSteps.correctTracking.from);
    const { carrier, trackingNumber } = input;
    if (carrier === shipment.carrier && trackingNumber === shipment.trackingNumber) return;
    await setStatus(ctx, shipment, shipment.status, { carrier, trackingNumber });
    await findByTracking(ctx, shipment.order, trackingNumber);
    await record(ctx, 'shipment.tracking_corrected', shipment.order.id, {
      shipmentId: shipment.id,
      sequence: shipment.sequence,
      carrier,
      before: shipment.trackingNumber,
      after: trackingNumber,
    });
    await settleOrder(ctx, shipment.order.id);
  });
}

/** The parcel arrived. */
export async function deliverShipment(ctx: AnyCtx, input: ShipmentInput): Promise<void> {
  allow(ctx, 'shipment.write');
  await transact(ctx, async (ctx) => {
    const shipment = await loadShipment(ctx, input.shipmentId);
    requireShipment(shipment, shipmentSteps.deliver.from);
    const { order, id: shipmentId, sequence } = shipment;
    await markDelivered(ctx, order.id, shipment.units);
    await setStatus(ctx, shipment, 'delivered', { deliveredAt: ctx.now });
    await record(ctx, 'shipment.delivered', order.id, { shipmentId, sequence, units: unitsOf(shipment) });
    await settleOrder(ctx, order.id);
  });
}

/** Every unit must move: a short counter here is a broken invariant, and nothing of the act stays. */
async function moveAll(
  ctx: TxCtx,
  moves: Parameters<typeof moveStock>[1],
  options: Parameters<typeof moveStock>[2],
) {
  const levels = new Set(moves.map((move) => `${move.warehouseId}|${move.variantId}`)).size;
  invariant((await moveStock(ctx, moves, options)) === levels, 'stock counters cover what orders hold');
}

/** When a parcel handed over now should arrive, by the order's shipping method; null without one. */
async function expectedArrival(ctx: TxCtx, orderId: OrderId): Promise<Date | null> {
  const [row] = await ctx.db
    .select({
      days: shippingMethods.transitDaysMax,
      workingDays: storeSettings.workingDays,
      cutOff: storeSettings.cutOff,
    })
    .from(orders)
    .innerJoin(storeSettings, eq(storeSettings.storeId, orders.storeId))
    .innerJoin(
      shippingMethods,
      and(eq(shippingMethods.storeId, orders.storeId), eq(shippingMethods.id, orders.shippingMethodId)),
    )
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, orderId)));
  return row ? promiseBy(ctx.now, row.days, { ...row, handlingDays: 0, timeZone: ctx.store.timeZone }) : null;
}

async function findByTracking(
  ctx: TxCtx,
  order: { id: OrderId; placedAt: Date | null },
  trackingNumber: string,
) {
  if (!order.placedAt) throw conflict('order-errors.notFulfillable');
  await addTokens(ctx, order.id, order.placedAt, codeTokens(ctx.store.id, trackingNumber));
}
