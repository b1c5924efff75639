import { and, asc, eq } from 'drizzle-orm';
import { variants } from '@/db/schema/catalog';
import { orderLines, orders } from '@/db/schema/orders';
import { shipmentLines, shipments } from '@/db/schema/shipping';
import { stockLevels, warehouses } from '@/db/schema/stock';
import { storeSettings } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import type { OrderLineId, ShipmentId } from '@/lib/core/ids';

export type ParcelLine = {
  lineId: OrderLineId;
  sku: string;
  barcode: string;
  title: string;
  variantTitle: string;
  quantity: number;
  bin: string;
};

export type ParcelToPack = Awaited<ReturnType<typeof getParcel>>;

/** A parcel with what belongs into it and what a scanner will say. Two statements. */
export async function getParcel(ctx: AnyCtx, shipmentId: ShipmentId) {
  allow(ctx, 'order.read');
  return read(ctx, async (ctx) => {
    const here = and(eq(shipments.storeId, ctx.store.id), eq(shipments.id, shipmentId));
    const [[head], lines] = await Promise.all([
      ctx.db
        .select(HEAD)
        .from(shipments)
        .innerJoin(orders, and(eq(orders.storeId, shipments.storeId), eq(orders.id, shipments.orderId)))
        .innerJoin(
          warehouses,
          and(eq(warehouses.storeId, shipments.storeId), eq(warehouses.id, shipments.warehouseId)),
        )
        .innerJoin(storeSettings, eq(storeSettings.storeId, shipments.storeId))
        .where(here),
      ctx.db
        .select(LINE)
        .from(shipmentLines)
        .innerJoin(
          shipments,
          and(eq(shipments.storeId, shipmentLines.storeId), eq(shipments.id, shipmentLines.shipmentId)),
        )
        .innerJoin(
          orderLines,
          and(eq(orderLines.storeId, shipmentLines.storeId), eq(orderLines.id, shipmentLines.lineId)),
        )
        .leftJoin(
          variants,
          and(eq(variants.storeId, orderLines.storeId), eq(variants.id, orderLines.variantId)),
        )
        .leftJoin(
          stockLevels,
          and(
            eq(stockLevels.storeId, shipments.storeId),
            eq(stockLevels.warehouseId, shipments.warehouseId),
            eq(stockLevels.variantId, orderLines.variantId),
          ),
        )
        .where(here)
        .orderBy(asc(orderLines.position)),
    ]);
    if (!head) throw notFound('order-errors.shipmentNotFound');
    const { number, prefix, heldAt, ...facts } = head;
    const units = lines.reduce((sum, line) => sum + line.quantity, 0);
    const shown: ParcelLine[] = lines.map(({ barcode, bin, ...line }) => ({
      ...line,
      barcode: barcode ?? '',
      bin: bin ?? '',
    }));
    return { ...facts, number, name: `${prefix}${number ?? ''}`, held: heldAt !== null, units, lines: shown };
  });
}

const HEAD = {
  shipmentId: shipments.id,
  sequence: shipments.sequence,
  status: shipments.status,
  warehouse: warehouses.name,
  number: orders.number,
  prefix: storeSettings.numberPrefix,
  heldAt: orders.heldAt,
  city: orders.shipCity,
  country: orders.shipCountry,
  method: orders.shippingMethodName,
  shipByAt: orders.shipByAt,
};

const LINE = {
  lineId: shipmentLines.lineId,
  quantity: shipmentLines.quantity,
  sku: orderLines.sku,
  title: orderLines.title,
  variantTitle: orderLines.variantTitle,
  barcode: variants.barcode,
  bin: stockLevels.bin,
};
