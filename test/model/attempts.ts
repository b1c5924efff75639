import { addressSchema } from '@/lib/core/address';
import type { AnyCtx } from '@/lib/core/ctx';
import { newId, type OrderId, type ShipmentId, type WarehouseId } from '@/lib/core/ids';
import { changeAddress, noteOrder, tagOrder } from '@/lib/orders/annotate-order';
import { cancelUnits } from '@/lib/orders/cancel-units';
import { completeOrder } from '@/lib/orders/complete-order';
import { confirmOrder } from '@/lib/orders/confirm-order';
import { holdOrder, releaseOrder } from '@/lib/orders/hold-order';
import type { LoadedOrder } from '@/lib/orders/load-order';
import type { ActionFacts, OrderAction } from '@/lib/orders/order-actions';
import { placeDraft } from '@/lib/orders/place-draft';
import { recordPayment } from '@/lib/orders/record-payment';
import { refundableMinor, refundOrder } from '@/lib/orders/refund-order';
import { discardDraft, draftInput, saveDraft } from '@/lib/orders/save-draft';
import { packShipment, undoPack, undoPick } from '@/lib/shipping/pack-shipment';
import { pickUnits } from '@/lib/shipping/pick-units';
import { cancelParcel, correctTracking, deliverShipment, shipShipment } from '@/lib/shipping/ship-shipment';
import type { ShipmentStatus } from '@/lib/shipping/shipment-state';
import type { World } from './world';

/** The same facts the verbs, the page and the API have, read before an attempt. */
export type Seen = { order: LoadedOrder; facts: ActionFacts; mayRefund: boolean; refundLimit: number };

/** The free choices of an attempt: small numbers that pick a line, a parcel, a share. */
export type Knobs = { part: number; which: number; refund: boolean };
export const PLAIN: Knobs = { part: 0, which: 0, refund: false };

type Attempt = (ctx: AnyCtx, world: World, seen: Seen, knobs: Knobs) => () => Promise<unknown>;

const ADDRESS = addressSchema.parse({
  name: 'Ada Wong', line1: '2 Cotham Hill', city: 'Bristol', postcode: 'BS6 6LF', country: 'GB',
}); // biome-ignore format: short

/** A share of an amount: the whole at 0, else a part of it; at least one, so that it can be asked for at all. */
const shareOf = (whole: number, part: number) =>
  Math.max(1, part === 0 ? whole : Math.min(whole, Math.floor((whole * part) / 7)));

const parcelOf = (seen: Seen, status: ShipmentStatus, which = 0): ShipmentId => {
  const fitting = seen.facts.shipments.filter((shipment) => shipment.status === status);
  const chosen = fitting[which % Math.max(1, fitting.length)] ?? seen.facts.shipments[0];
  return (chosen?.id as ShipmentId | undefined) ?? newId('shp');
};
const money = (seen: Seen, cause: 'goodwill' | 'overpayment', part: number) =>
  Math.min(shareOf(refundableMinor(seen.order, cause), part), seen.refundLimit);

export const openMinor = ({ dueMinor, capturedMinor, refundedMinor }: LoadedOrder) =>
  dueMinor - (capturedMinor - refundedMinor);

/** How each action of `orderActions` is done. The outer call fixes the form's ids, so that the inner can be sent twice. */
export const ATTEMPTS: Record<OrderAction, Attempt> = {
  edit: (ctx, world, { order }, { part, which }) => {
    const input = draftOf(world, order.id, order.version, [{ good: which, quantity: 1 + part }]);
    return () => saveDraft(ctx, input);
  },
  place:
    (ctx, _, { order: { id: orderId, version } }) =>
    () =>
      placeDraft(ctx, { orderId, version }),
  discard:
    (ctx, _, { order: { id: orderId, version } }) =>
    () =>
      discardDraft(ctx, { orderId, version }),
  confirm:
    (ctx, _, { order: { id: orderId, version } }) =>
    () =>
      confirmOrder(ctx, { orderId, version }),
  pay: (ctx, { provider }, { order }, { part }) => {
    const amountMinor = shareOf(openMinor(order) - order.askedMinor, part);
    const input = {
      orderId: order.id,
      paymentId: newId('pay'),
      amountMinor,
      method: 'credit_card',
      reference: '',
    } as const;
    return () => recordPayment(ctx, input, provider.port);
  },
  pick: (ctx, { houses }, { order, facts }, { part, which }) => {
    const here = facts.promised[which % Math.max(1, facts.promised.length)]?.warehouseId as
      | WarehouseId
      | undefined;
    const warehouseId = here ?? houses[0] ?? newId('whs');
    const promised = order.allocations.filter((known) => known.warehouseId === warehouseId);
    const some = promised.map(({ lineId }) => ({ lineId, quantity: 1 }));
    const lines = part > 3 && some.length > 0 ? some : ('all' as const);
    const input = { orderId: order.id, shipmentId: newId('shp'), warehouseId, lines };
    return () => pickUnits(ctx, input);
  },
  pack:
    (ctx, _, seen, { which }) =>
    () =>
      packShipment(ctx, { shipmentId: parcelOf(seen, 'picking', which) }),
  ship: (ctx, _, seen, { which }) => {
    const input = {
      shipmentId: parcelOf(seen, 'packed', which),
      carrier: 'DHL',
      trackingNumber: `JD${which}`,
    };
    return () => shipShipment(ctx, input);
  },
  deliver:
    (ctx, _, seen, { which }) =>
    () =>
      deliverShipment(ctx, { shipmentId: parcelOf(seen, 'shipped', which) }),
  complete:
    (ctx, _, { order: { id: orderId, version } }) =>
    () =>
      completeOrder(ctx, { orderId, version }),
  hold: (ctx, _, { order: { id: orderId } }) => {
    const input = { orderId, holdId: newId('hld'), reason: 'other', note: '' } as const;
    return () => holdOrder(ctx, input);
  },
  release:
    (ctx, _, { order: { id: orderId } }) =>
    () =>
      releaseOrder(ctx, { orderId }),
  cancelAll: (ctx, { provider }, { order, mayRefund }, { refund }) => {
    const refundId = refund && mayRefund ? newId('rfd') : null;
    const input = {
      orderId: order.id,
      lines: 'all',
      reason: 'other',
      refundId,
      version: order.version,
    } as const;
    return () => cancelUnits(ctx, input, provider.portOf);
  },
  cancelUnits: (ctx, { provider }, { order, mayRefund }, { refund, which, part }) => {
    const waits = order.lines.filter((line) => line.allocated + line.backordered + line.open > 0);
    const line = waits[which % Math.max(1, waits.length)] ?? order.lines[0];
    const most = line ? line.allocated + line.backordered + line.open : 1;
    const lines = [{ lineId: line?.id ?? newId('oln'), quantity: Math.max(1, Math.min(most, 1 + part)) }];
    const refundId = refund && mayRefund ? newId('rfd') : null;
    const input = {
      orderId: order.id,
      lines,
      reason: 'out_of_stock',
      refundId,
      version: order.version,
    } as const;
    return () => cancelUnits(ctx, input, provider.portOf);
  },
  refundOverpayment: (ctx, { provider }, seen, { part }) => {
    const amountMinor = money(seen, 'overpayment', part);
    const input = {
      orderId: seen.order.id,
      refundId: newId('rfd'),
      amountMinor,
      cause: 'overpayment',
      reason: 'too much',
    } as const;
    return () => refundOrder(ctx, input, provider.portOf);
  },
  refundGoodwill: (ctx, { provider }, seen, { part }) => {
    const amountMinor = money(seen, 'goodwill', part);
    const input = {
      orderId: seen.order.id,
      refundId: newId('rfd'),
      amountMinor,
      cause: 'goodwill',
      reason: 'scratched',
    } as const;
    return () => refundOrder(ctx, input, provider.portOf);
  },
  changeAddress:
    (ctx, _, { order: { id: orderId, version } }) =>
    () =>
      changeAddress(ctx, { orderId, which: 'shipTo', address: ADDRESS, version }),
  note: (ctx, _, { order }) => {
    const input = { orderId: order.id, noteId: newId('nte'), body: 'Rang twice' };
    return () => noteOrder(ctx, input);
  },
  tag: (ctx, _, { order }, { which }) => {
    const name = `tag ${which}`;
    const on = order.tags.includes(name);
    return () => tagOrder(ctx, { orderId: order.id, add: on ? [] : [name], remove: on ? [name] : [] });
  },
};

/** A parcel's own steps that the order's table does not list. */
export const PARCEL_STEPS = {
  undoPack: (ctx: AnyCtx, shipmentId: ShipmentId) => undoPack(ctx, { shipmentId }),
  undoPick: (ctx: AnyCtx, shipmentId: ShipmentId) => undoPick(ctx, { shipmentId }),
  cancelParcel: (ctx: AnyCtx, shipmentId: ShipmentId) =>
    cancelParcel(ctx, { shipmentId, reason: 'left behind' }),
  correctTracking: (ctx: AnyCtx, shipmentId: ShipmentId) =>
    correctTracking(ctx, { shipmentId, carrier: 'UPS', trackingNumber: newId('shp').slice(-10) }),
  pack: (ctx: AnyCtx, shipmentId: ShipmentId) => packShipment(ctx, { shipmentId }),
  ship: (ctx: AnyCtx, shipmentId: ShipmentId) =>
    shipShipment(ctx, { shipmentId, carrier: 'DHL', trackingNumber: '' }),
  deliver: (ctx: AnyCtx, shipmentId: ShipmentId) => deliverShipment(ctx, { shipmentId }),
};
export type ParcelStep = keyof typeof PARCEL_STEPS;

export type Wanted = { good: number; quantity: number };

/** Lines of a request for some of the world's goods. */
export const linesOf = ({ goods }: World, wanted: readonly Wanted[]) =>
  wanted.map(({ good, quantity }) => ({ sku: goods[good % goods.length]?.sku ?? '', quantity }));

export function draftOf(
  world: World,
  id: OrderId,
  version: number | null,
  wanted: readonly Wanted[],
  name = 'Ada Wong',
) {
  return draftInput.parse({
    id,
    version,
    customer: { name },
    shipTo: ADDRESS,
    lines: linesOf(world, wanted),
    shippingMethodId: world.shippingMethodId,
    paymentMethod: 'bank_transfer',
  });
}
