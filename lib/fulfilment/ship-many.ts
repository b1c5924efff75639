import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { shipments } from '@/db/schema/shipping';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { DomainError } from '@/lib/core/errors';
import type { ShipmentId } from '@/lib/core/ids';
import { type ShipShipmentInput, shipShipment, shipShipmentInput } from '@/lib/shipping/ship-shipment';
import { MOST_PASTED } from './read-pasted';

export const shipManyInput = z.object({ parcels: z.array(shipShipmentInput).min(1).max(MOST_PASTED) });
export type ShipManyInput = z.output<typeof shipManyInput>;
export type ShippedParcel = {
  shipmentId: ShipmentId;
  /** `repeated`: it had left with this very number before. */
  status: 'shipped' | 'repeated' | 'failed';
  reason: string | null;
  params: Record<string, string | number>;
};

/** Hands many parcels over, each in a transaction of its own: one that can not go holds up no other. */
export async function shipMany(
  ctx: AnyCtx,
  input: ShipManyInput,
): Promise<{ results: ShippedParcel[]; shipped: number; failed: number }> {
  allow(ctx, 'shipment.write');
  const results: ShippedParcel[] = [];
  for (const parcel of input.parcels) results.push(await shipOne(ctx, parcel));
  const failed = results.filter(({ status }) => status === 'failed').length;
  return { results, shipped: results.length - failed, failed };
}

async function shipOne(ctx: AnyCtx, parcel: ShipShipmentInput): Promise<ShippedParcel> {
  const { shipmentId } = parcel;
  try {
    await shipShipment(ctx, parcel);
    return { shipmentId, status: 'shipped', reason: null, params: {} };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'CONFLICT' && (await hasLeftSo(ctx, parcel))) {
      return { shipmentId, status: 'repeated', reason: null, params: {} };
    }
    return { shipmentId, status: 'failed', reason: error.key, params: error.details.params ?? {} };
  }
}

/** Whether it left before with the same carrier and number: then this is the same act again. */
async function hasLeftSo(
  ctx: AnyCtx,
  { shipmentId, carrier, trackingNumber }: ShipShipmentInput,
): Promise<boolean> {
  return read(ctx, async (ctx) => {
    const [found] = await ctx.db
      .select({ shippedAt: shipments.shippedAt })
      .from(shipments)
      .where(
        and(
          eq(shipments.storeId, ctx.store.id),
          eq(shipments.id, shipmentId),
          eq(shipments.carrier, carrier),
          eq(shipments.trackingNumber, trackingNumber),
        ),
      );
    return found?.shippedAt != null;
  });
}
