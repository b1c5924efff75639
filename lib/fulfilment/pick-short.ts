import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict, invalid } from '@/lib/core/errors';
import { record } from '@/lib/events/record';
import { idSchema, MAX_LINES, MAX_UNITS } from '@/lib/orders/order-request';
import { loadShipment, requireShipment } from '@/lib/shipping/load-shipment';
import { undoPick } from '@/lib/shipping/pack-shipment';
import { pickUnits } from '@/lib/shipping/pick-units';
import { shipmentSteps } from '@/lib/shipping/shipment-state';

export const pickShortInput = z.object({
  shipmentId: idSchema('shp'),
  /** The parcel that goes on with what is there; made by the form, so that twice is once. */
  restId: idSchema('shp'),
  /** How many are really there, by line; lines not named are complete. */
  found: z
    .array(z.object({ lineId: idSchema('oln'), quantity: z.int().min(0).max(MAX_UNITS) }))
    .min(1)
    .max(MAX_LINES),
});
export type PickShortInput = z.output<typeof pickShortInput>;
/** The parcel that is left to pack; null when nothing was there at all. */
export type PickedShort = { repeated: boolean; restId: PickShortInput['restId'] | null };

/**
 * Fewer units are there than were picked: the pick is undone and done again with what is there. The others are
 * promised at the warehouse again, and wait to be picked once somebody finds them or corrects the stock.
 */
export async function pickShort(ctx: AnyCtx, input: PickShortInput): Promise<PickedShort> {
  allow(ctx, 'shipment.write');
  return transact(ctx, async (ctx) => {
    const { shipmentId, restId } = input;
    const shipment = await loadShipment(ctx, shipmentId);
    if (shipment.status === shipmentSteps.undoPick.to) return { repeated: true, restId };
    requireShipment(shipment, shipmentSteps.undoPick.from);
    const found = new Map(input.found.map(({ lineId, quantity }) => [lineId, quantity]));
    const there = shipment.units.map(({ lineId, quantity }) => {
      const left = found.get(lineId) ?? quantity;
      if (left > quantity) throw invalid('fulfilment.errors.surplus');
      return { lineId, quantity: left, missing: quantity - left };
    });
    const short = there.filter(({ missing }) => missing > 0);
    if (short.length === 0) throw conflict('fulfilment.errors.nothingShort');
    const { order, warehouseId, sequence } = shipment;
    await undoPick(ctx, { shipmentId });
    const lines = there.flatMap(({ lineId, quantity }) => (quantity > 0 ? [{ lineId, quantity }] : []));
    if (lines.length > 0) await pickUnits(ctx, { orderId: order.id, shipmentId: restId, warehouseId, lines });
    const missing = short.map(({ lineId, missing: quantity }) => ({ lineId, quantity }));
    await record(ctx, 'shipment.picked_short', order.id, { shipmentId, sequence, lines: missing });
    return { repeated: false, restId: lines.length > 0 ? restId : null };
  });
}
