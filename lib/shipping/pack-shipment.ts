import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { shipments } from '@/db/schema/shipping';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { record } from '@/lib/events/record';
import { requireFree } from '@/lib/orders/hold-order';
import { giveAllocations, moveUnits } from '@/lib/orders/move-units';
import { idSchema } from '@/lib/orders/order-request';
import { settleOrder } from '@/lib/orders/settle-order';
import { type LoadedShipment, loadShipment, requireShipment, unitsOf } from './load-shipment';
import { type ShipmentStatus, shipmentSteps } from './shipment-state';

export const shipmentInput = z.object({ shipmentId: idSchema('shp') });
export type ShipmentInput = z.output<typeof shipmentInput>;

/** The box is closed. */
export async function packShipment(ctx: AnyCtx, input: ShipmentInput): Promise<void> {
  allow(ctx, 'shipment.write');
  await transact(ctx, async (ctx) => {
    const shipment = await loadShipment(ctx, input.shipmentId);
    requireFree(shipment.order);
    requireShipment(shipment, shipmentSteps.pack.from);
    await moveUnits(ctx, shipment.order.id, shipment.units, 'picked', 'packed');
    await setStatus(ctx, shipment, 'packed', { packedAt: ctx.now });
    const { id: shipmentId, sequence } = shipment;
    await record(ctx, 'shipment.packed', shipment.order.id, {
      shipmentId,
      sequence,
      units: unitsOf(shipment),
    });
    await settleOrder(ctx, shipment.order.id);
  });
}

/** Opens the box again. */
export async function undoPack(ctx: AnyCtx, input: ShipmentInput): Promise<void> {
  allow(ctx, 'shipment.write');
  await transact(ctx, async (ctx) => {
    const shipment = await loadShipment(ctx, input.shipmentId);
    requireShipment(shipment, shipmentSteps.undoPack.from);
    await moveUnits(ctx, shipment.order.id, shipment.units, 'packed', 'picked');
    await setStatus(ctx, shipment, 'picking', { packedAt: null });
    await record(ctx, 'shipment.unpacked', shipment.order.id, {
      shipmentId: shipment.id,
      sequence: shipment.sequence,
    });
    await settleOrder(ctx, shipment.order.id);
  });
}

/** Puts picked units back on the shelf: promised at the same warehouse again, the parcel is no more. */
export async function undoPick(ctx: AnyCtx, input: ShipmentInput): Promise<void> {
  allow(ctx, 'shipment.write');
  await transact(ctx, async (ctx) => {
    const shipment = await loadShipment(ctx, input.shipmentId);
    requireShipment(shipment, shipmentSteps.undoPick.from);
    const { order, warehouseId } = shipment;
    await moveUnits(ctx, order.id, shipment.units, 'picked', 'allocated');
    await giveAllocations(
      ctx,
      order.id,
      shipment.units.map((unit) => ({ ...unit, warehouseId })),
    );
    await setStatus(ctx, shipment, 'canceled', { canceledAt: ctx.now });
    const { id: shipmentId, sequence } = shipment;
    await record(ctx, 'shipment.unpicked', order.id, { shipmentId, sequence, units: unitsOf(shipment) });
    await settleOrder(ctx, order.id);
  });
}

type Stamps = Partial<{
  packedAt: Date | null;
  shippedAt: Date | null;
  deliveredAt: Date | null;
  canceledAt: Date;
  dueAt: Date | null;
  carrier: string;
  trackingNumber: string;
  cancelReason: string;
}>;

/** Under the order's lock the parcel's status can not have moved since it was read. */
export async function setStatus(
  ctx: TxCtx,
  shipment: LoadedShipment,
  status: ShipmentStatus,
  stamps: Stamps,
): Promise<void> {
  await ctx.db
    .update(shipments)
    .set({ status, ...stamps })
    .where(and(eq(shipments.storeId, ctx.store.id), eq(shipments.id, shipment.id)));
}
