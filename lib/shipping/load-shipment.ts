import { and, eq } from 'drizzle-orm';
import { shipmentLines, shipments } from '@/db/schema/shipping';
import type { TxCtx } from '@/lib/core/ctx';
import { conflict, notFound } from '@/lib/core/errors';
import type { ShipmentId } from '@/lib/core/ids';
import { type LoadedOrder, loadOrder } from '@/lib/orders/load-order';
import type { ShipmentStatus } from './shipment-state';

export type LoadedShipment = Awaited<ReturnType<typeof loadShipment>>;

/** Locks a parcel's order, then reads the parcel and its lines under that lock. */
export async function loadShipment(ctx: TxCtx, shipmentId: ShipmentId) {
  const here = and(eq(shipments.storeId, ctx.store.id), eq(shipments.id, shipmentId));
  const [found] = await ctx.db.select({ orderId: shipments.orderId }).from(shipments).where(here);
  if (!found) throw notFound('order-errors.shipmentNotFound');
  const order = await loadOrder(ctx, found.orderId);
  const [[shipment], units] = await Promise.all([
    ctx.db.select(SHIPMENT).from(shipments).where(here),
    ctx.db
      .select({ lineId: shipmentLines.lineId, quantity: shipmentLines.quantity })
      .from(shipmentLines)
      .where(and(eq(shipmentLines.storeId, ctx.store.id), eq(shipmentLines.shipmentId, shipmentId))),
  ]);
  if (!shipment) throw notFound('order-errors.shipmentNotFound');
  return { ...shipment, order, units };
}

const SHIPMENT = {
  id: shipments.id,
  sequence: shipments.sequence,
  warehouseId: shipments.warehouseId,
  status: shipments.status,
  carrier: shipments.carrier,
  trackingNumber: shipments.trackingNumber,
};

export const unitsOf = (shipment: LoadedShipment) =>
  shipment.units.reduce((sum, unit) => sum + unit.quantity, 0);

/** The parcel's status must be one its step may start from; otherwise CONFLICT says what it is now. */
export function requireShipment(shipment: LoadedShipment, from: readonly ShipmentStatus[]): void {
  if (!from.includes(shipment.status))
    throw conflict('order-errors.shipmentStands', { status: shipment.status });
}

/** The parcel's units as stock moves: lines without a variant move no stock. */
export function stockOf(order: LoadedOrder, shipment: Pick<LoadedShipment, 'units' | 'warehouseId'>) {
  return shipment.units.flatMap(({ lineId, quantity }) => {
    const variantId = order.lines.find((line) => line.id === lineId)?.variantId;
    return variantId ? [{ warehouseId: shipment.warehouseId, variantId, quantity, lineId }] : [];
  });
}
