import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { shipmentLines, shipments } from '@/db/schema/shipping';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, pgConstraint, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { record } from '@/lib/events/record';
import { requireFree } from '@/lib/orders/hold-order';
import { type LoadedOrder, loadOrder, requireStatus } from '@/lib/orders/load-order';
import { moveUnits, takeAllocations, type UnitsOfLine } from '@/lib/orders/move-units';
import { idSchema, MAX_LINES } from '@/lib/orders/order-request';
import { FULFILLABLE } from '@/lib/orders/order-state';
import { settleOrder } from '@/lib/orders/settle-order';

export const pickUnitsInput = z.object({
  orderId: idSchema('ord'),
  /** Made by the form: the same id twice is one parcel. */
  shipmentId: idSchema('shp'),
  warehouseId: idSchema('whs'),
  /** Units by line, or everything promised at the warehouse. */
  lines: z.union([
    z.literal('all'),
    z
      .array(z.object({ lineId: idSchema('oln'), quantity: z.int().min(1) }))
      .min(1)
      .max(MAX_LINES),
  ]),
  version: z.int().optional(),
});
export type PickUnitsInput = z.output<typeof pickUnitsInput>;

/** Starts a parcel at one warehouse: its units leave the shelf and stand as picked. */
export async function pickUnits(ctx: AnyCtx, input: PickUnitsInput): Promise<{ repeated: boolean }> {
  allow(ctx, 'shipment.write');
  try {
    return await transact(ctx, (ctx) => startParcel(ctx, input));
  } catch (error) {
    // Two orders at once under one id: the lock of each order does not keep the other out.
    if (pgConstraint(error) === PARCEL_ID) throw conflict('order-errors.sameIdOtherContent');
    throw error;
  }
}

const PARCEL_ID = 'shipments_store_id_id_pk';

async function startParcel(ctx: TxCtx, input: PickUnitsInput): Promise<{ repeated: boolean }> {
  const order = await loadOrder(ctx, input.orderId);
  if (await isKnown(ctx, input)) return { repeated: true };
  if (input.version !== undefined && input.version !== order.version)
    throw conflict('order-errors.changedMeanwhile');
  requireFree(order);
  requireStatus(order, FULFILLABLE, 'order-errors.notFulfillable');
  const units = wantedUnits(order, input);
  const sequence = await nextSequence(ctx, input);
  await moveUnits(ctx, order.id, units, 'allocated', 'picked');
  await takeAllocations(
    ctx,
    units.map((unit) => ({ ...unit, warehouseId: input.warehouseId })),
  );
  await ctx.db.insert(shipments).values({
    storeId: ctx.store.id,
    id: input.shipmentId,
    orderId: order.id,
    sequence,
    warehouseId: input.warehouseId,
    status: 'picking',
    pickedAt: ctx.now,
  });
  await ctx.db
    .insert(shipmentLines)
    .values(units.map((unit) => ({ storeId: ctx.store.id, shipmentId: input.shipmentId, ...unit })));
  const { shipmentId, warehouseId } = input;
  const count = units.reduce((sum, unit) => sum + unit.quantity, 0);
  await record(ctx, 'shipment.picked', order.id, { shipmentId, sequence, warehouseId, units: count });
  await settleOrder(ctx, order.id);
  return { repeated: false };
}

function wantedUnits(order: LoadedOrder, input: PickUnitsInput): UnitsOfLine[] {
  const here = order.allocations.filter(
    ({ warehouseId, quantity }) => warehouseId === input.warehouseId && quantity > 0,
  );
  const units =
    input.lines === 'all' ? here.map(({ lineId, quantity }) => ({ lineId, quantity })) : input.lines;
  if (units.length === 0) throw conflict('order-errors.nothingToPick');
  for (const { lineId, quantity } of units) {
    const promised = here.find((allocation) => allocation.lineId === lineId)?.quantity ?? 0;
    if (quantity > promised) throw conflict('order-errors.unitsMoved');
  }
  if (new Set(units.map((unit) => unit.lineId)).size < units.length)
    throw conflict('order-errors.unitsMoved');
  return units;
}

async function isKnown(ctx: TxCtx, input: PickUnitsInput): Promise<boolean> {
  const [known] = await ctx.db
    .select({ orderId: shipments.orderId, warehouseId: shipments.warehouseId })
    .from(shipments)
    .where(and(eq(shipments.storeId, ctx.store.id), eq(shipments.id, input.shipmentId)));
  if (!known) return false;
  const same = known.orderId === input.orderId && known.warehouseId === input.warehouseId;
  if (!same || !(await sameUnits(ctx, input))) throw conflict('order-errors.sameIdOtherContent');
  return true;
}

async function sameUnits(ctx: TxCtx, { shipmentId, lines }: PickUnitsInput): Promise<boolean> {
  if (lines === 'all') return true;
  const picked = await ctx.db
    .select({ lineId: shipmentLines.lineId, quantity: shipmentLines.quantity })
    .from(shipmentLines)
    .where(and(eq(shipmentLines.storeId, ctx.store.id), eq(shipmentLines.shipmentId, shipmentId)));
  const has = (unit: UnitsOfLine) =>
    picked.some(({ lineId, quantity }) => lineId === unit.lineId && quantity === unit.quantity);
  return picked.length === lines.length && lines.every(has);
}

async function nextSequence(ctx: TxCtx, input: PickUnitsInput): Promise<number> {
  const [row] = await ctx.db
    .select({ last: sql<number>`coalesce(max(${shipments.sequence}), 0)`.mapWith(Number) })
    .from(shipments)
    .where(and(eq(shipments.storeId, ctx.store.id), eq(shipments.orderId, input.orderId)));
  return (row?.last ?? 0) + 1;
}
