import type { AnyCtx } from '@/lib/core/ctx';
import {
  newId,
  type OrderId,
  type OrderLineId,
  type ShipmentId,
  type VariantId,
  type WarehouseId,
} from '@/lib/core/ids';
import { manualPayments } from '@/lib/integrations/payments/manual';
import { completeOrder } from '@/lib/orders/complete-order';
import { type OrderRequestInput, orderRequestSchema } from '@/lib/orders/order-request';
import { placeOrder } from '@/lib/orders/place-order';
import { recordPayment } from '@/lib/orders/record-payment';
import { packShipment } from '@/lib/shipping/pack-shipment';
import { pickUnits } from '@/lib/shipping/pick-units';
import { deliverShipment, shipShipment } from '@/lib/shipping/ship-shipment';
import { oneVariant } from './some-product';
import { someWarehouse, stocked } from './some-warehouse';

export const STAGES = ['placed', 'paid', 'picked', 'packed', 'shipped', 'delivered', 'completed'] as const;
export type Stage = (typeof STAGES)[number];

export const manualPort = () => manualPayments;

export type Shelf = { variantId: VariantId; sku: string; warehouseId: WarehouseId };

/** A product on a warehouse's shelf. */
export async function shelf(
  ctx: AnyCtx,
  units: number,
  sku = `SKU-${newId('var').slice(-8)}`,
): Promise<Shelf> {
  const warehouseId = await someWarehouse(ctx, { code: `W${newId('whs').slice(-6).toUpperCase()}` });
  const { variantId } = await oneVariant(ctx, sku);
  if (units > 0) await stocked(ctx, variantId, warehouseId, units);
  return { variantId, sku, warehouseId };
}

/** A believable request for one product: 10.00 each unless the product says otherwise. */
export function requestFor(sku: string, quantity = 2, change: Partial<OrderRequestInput> = {}) {
  return orderRequestSchema.parse({
    customer: { name: 'Ada Wong', email: 'ada@example.com', phone: '+44 7700 900412' },
    shipTo: { name: 'Ada Wong', line1: '1 Cotham Hill', city: 'Bristol', postcode: 'BS6 6LF', country: 'GB' },
    lines: [{ sku, quantity }],
    paymentMethod: 'bank_transfer',
    ...change,
  });
}

export type Walked = Shelf & {
  orderId: OrderId;
  lineId: OrderLineId;
  shipmentId: ShipmentId;
  totalMinor: number;
};

/** Brings an order to a stage through the real verbs: 2 of 10 units, 20.00, paid by transfer. */
export async function orderUpTo(
  ctx: AnyCtx,
  stage: Stage,
  change: Partial<OrderRequestInput> = {},
): Promise<Walked> {
  const place = await shelf(ctx, 10);
  const lineId = newId('oln');
  const request = requestFor(place.sku, 2, {
    lines: [{ id: lineId, sku: place.sku, quantity: 2 }],
    ...change,
  });
  const { id: orderId, totalMinor } = await placeOrder(ctx, request, 'api');
  const shipmentId = newId('shp');
  const walked = { ...place, orderId, lineId, shipmentId, totalMinor };
  const steps: Record<Stage, () => Promise<unknown>> = {
    placed: async () => {},
    paid: () =>
      recordPayment(
        ctx,
        {
          orderId,
          paymentId: newId('pay'),
          amountMinor: totalMinor,
          method: 'bank_transfer',
          reference: 'T-1',
        },
        manualPayments,
      ),
    picked: () => pickUnits(ctx, { orderId, shipmentId, warehouseId: place.warehouseId, lines: 'all' }),
    packed: () => packShipment(ctx, { shipmentId }),
    shipped: () => shipShipment(ctx, { shipmentId, carrier: 'Royal Mail', trackingNumber: 'RB123456785GB' }),
    delivered: () => deliverShipment(ctx, { shipmentId }),
    completed: () => completeOrder(ctx, { orderId }),
  };
  for (const name of STAGES.slice(0, STAGES.indexOf(stage) + 1)) await steps[name]();
  return walked;
}
