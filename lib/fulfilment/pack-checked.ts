import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict, invalid } from '@/lib/core/errors';
import { record } from '@/lib/events/record';
import { idSchema, MAX_LINES, MAX_UNITS } from '@/lib/orders/order-request';
import { loadShipment } from '@/lib/shipping/load-shipment';
import { packShipment } from '@/lib/shipping/pack-shipment';
import { shipmentSteps } from '@/lib/shipping/shipment-state';
import { OVERRIDE_REASONS } from './override-reasons';

export const packCheckedInput = z.object({
  shipmentId: idSchema('shp'),
  /** What was scanned into the box, by line. */
  counted: z
    .array(z.object({ lineId: idSchema('oln'), quantity: z.int().min(0).max(MAX_UNITS) }))
    .max(MAX_LINES),
  /** Why what was not scanned is packed all the same. */
  override: z.enum(OVERRIDE_REASONS).nullable(),
});
export type PackCheckedInput = z.output<typeof packCheckedInput>;

/** Closes a box whose content was scanned. What was not needs a reason, which is recorded. Twice is once. */
export async function packChecked(ctx: AnyCtx, input: PackCheckedInput): Promise<{ repeated: boolean }> {
  allow(ctx, 'shipment.write');
  return transact(ctx, async (ctx) => {
    const { shipmentId, counted, override } = input;
    const shipment = await loadShipment(ctx, shipmentId);
    if (shipment.status === shipmentSteps.pack.to) return { repeated: true };
    const inside = new Map(shipment.units.map(({ lineId, quantity }) => [lineId, quantity]));
    const scanned = new Map(counted.map(({ lineId, quantity }) => [lineId, quantity]));
    for (const [lineId, quantity] of scanned) {
      if (quantity > (inside.get(lineId) ?? 0)) throw invalid('fulfilment.errors.surplus');
    }
    const missing = [...inside].reduce((sum, [id, quantity]) => sum + quantity - (scanned.get(id) ?? 0), 0);
    if (missing > 0 && !override) throw conflict('fulfilment.errors.unscanned', { count: missing });
    await packShipment(ctx, { shipmentId });
    if (missing > 0 && override) {
      const { order, sequence } = shipment;
      const overridden = { shipmentId, sequence, units: missing, reason: override };
      await record(ctx, 'shipment.check_overridden', order.id, overridden);
    }
    return { repeated: false };
  });
}
