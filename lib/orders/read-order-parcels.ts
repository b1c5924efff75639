import { and, asc, eq } from 'drizzle-orm';
import { orderLines } from '@/db/schema/orders';
import { shipmentLines, shipments } from '@/db/schema/shipping';
import { warehouses } from '@/db/schema/stock';
import type { TxCtx } from '@/lib/core/ctx';
import type { OrderId } from '@/lib/core/ids';
import type { OrderDetail, Parcel } from './order-detail';

/** The order's parcels, undone ones included, with what is in them. Two statements. */
export async function readParcels(ctx: TxCtx, orderId: OrderId): Promise<Parcel[]> {
  const mine = and(eq(shipments.storeId, ctx.store.id), eq(shipments.orderId, orderId));
  const [parcels, lines] = await Promise.all([
    ctx.db
      .select({
        id: shipments.id,
        sequence: shipments.sequence,
        status: shipments.status,
        warehouseId: shipments.warehouseId,
        warehouse: warehouses.name,
        carrier: shipments.carrier,
        trackingNumber: shipments.trackingNumber,
        pickedAt: shipments.pickedAt,
        packedAt: shipments.packedAt,
        shippedAt: shipments.shippedAt,
        dueAt: shipments.dueAt,
        deliveredAt: shipments.deliveredAt,
        canceledAt: shipments.canceledAt,
        cancelReason: shipments.cancelReason,
        version: shipments.version,
      })
      .from(shipments)
      .innerJoin(
        warehouses,
        and(eq(warehouses.storeId, shipments.storeId), eq(warehouses.id, shipments.warehouseId)),
      )
      .where(mine)
      .orderBy(asc(shipments.sequence)),
    ctx.db
      .select({
        shipmentId: shipmentLines.shipmentId,
        lineId: shipmentLines.lineId,
        quantity: shipmentLines.quantity,
        title: orderLines.title,
        sku: orderLines.sku,
      })
      .from(shipmentLines)
      .innerJoin(
        shipments,
        and(eq(shipments.storeId, shipmentLines.storeId), eq(shipments.id, shipmentLines.shipmentId)),
      )
      .innerJoin(
        orderLines,
        and(eq(orderLines.storeId, shipmentLines.storeId), eq(orderLines.id, shipmentLines.lineId)),
      )
      .where(and(eq(shipmentLines.storeId, ctx.store.id), mine))
      .orderBy(asc(orderLines.position)),
  ]);
  return parcels.map((parcel) => {
    const inside = lines
      .filter((line) => line.shipmentId === parcel.id)
      .map(({ shipmentId: _, ...line }) => line);
    return { ...parcel, lines: inside, units: inside.reduce((sum, line) => sum + line.quantity, 0) };
  });
}

/** The store's warehouses, first choice first: names for events, choices for picking. */
export async function readWarehouses(ctx: TxCtx): Promise<OrderDetail['warehouses']> {
  return ctx.db
    .select({ id: warehouses.id, name: warehouses.name, active: warehouses.active })
    .from(warehouses)
    .where(eq(warehouses.storeId, ctx.store.id))
    .orderBy(asc(warehouses.priority), asc(warehouses.name));
}
