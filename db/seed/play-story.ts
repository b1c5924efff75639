import { noteKeyUse } from '@/lib/access/note-key-use';
import { type Ctx, read } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { newId, type OrderId, type ShipmentId, type WarehouseId } from '@/lib/core/ids';
import { manualPayments } from '@/lib/integrations/payments/manual';
import { paymentPort } from '@/lib/integrations/payments/providers';
import { noteOrder, tagOrder } from '@/lib/orders/annotate-order';
import { cancelUnits } from '@/lib/orders/cancel-units';
import { completeOrder } from '@/lib/orders/complete-order';
import { confirmOrder } from '@/lib/orders/confirm-order';
import { type LoadedOrder, readOrder } from '@/lib/orders/load-order';
import { orderRequestSchema } from '@/lib/orders/order-request';
import { placeOrder } from '@/lib/orders/place-order';
import { recordPayment } from '@/lib/orders/record-payment';
import { refundOrder } from '@/lib/orders/refund-order';
import { draftInput, saveDraft } from '@/lib/orders/save-draft';
import { packShipment } from '@/lib/shipping/pack-shipment';
import { pickUnits } from '@/lib/shipping/pick-units';
import { deliverShipment, shipShipment } from '@/lib/shipping/ship-shipment';
import { DEMO_CUSTOMERS } from './demo-customers';
import type { DemoWarehouses } from './demo-goods';
import type { DemoActors } from './demo-people';
import { type DemoMethods, METHOD_CARRIERS, type MethodKey } from './demo-shop';
import type { Act, Item, Story } from './demo-stories';

export type Stage = {
  /** The store's context at a moment, for somebody. */
  as: (who: keyof DemoActors, at: Date) => Ctx;
  places: DemoWarehouses;
  methods: DemoMethods;
};

type Parcel = { shipmentId: ShipmentId; warehouseId: WarehouseId };
export type Running = { story: Story; orderId: OrderId; parcels: Parcel[]; serial: number };

export const beginStory = (story: Story, serial: number): Running => ({
  story,
  orderId: newId('ord'),
  parcels: [],
  serial,
});

/** Places the order, or writes its draft. */
export async function openOrder(stage: Stage, { story, orderId }: Running, at: Date): Promise<void> {
  const { name, email, phone, address } = DEMO_CUSTOMERS[story.who];
  const ctx = stage.as(story.by, at);
  const request = {
    id: orderId,
    customer: story.guest ? { name } : { name, email, phone },
    shipTo: address,
    lines: story.items.map(([sku, quantity]) => ({ sku, quantity })),
    paymentMethod: story.pay,
    shippingMethodId: stage.methods[story.method],
    ...(story.discount
      ? {
          discount: { kind: 'percent' as const, hundredths: story.discount.percent * 100 },
          discountReason: story.discount.reason,
        }
      : {}),
  };
  if (ctx.actor.kind === 'key') await noteKeyUse(ctx, ctx.actor.keyId);
  if (story.draft) await saveDraft(ctx, draftInput.parse(request));
  else await placeOrder(ctx, orderRequestSchema.parse(request), story.by === 'shop' ? 'api' : 'staff');
}

/** Does what the story says next. */
export async function playAct(stage: Stage, running: Running, act: Act, at: Date): Promise<void> {
  switch (act.do) {
    case 'pay':
      return pay(stage, running, at);
    case 'confirm':
      return confirmOrder(stage.as('support', at), { orderId: running.orderId });
    case 'pick':
      return pick(stage, running, act, at);
    case 'pack':
    case 'ship':
    case 'deliver':
      return moveParcels(stage, running, act, at);
    case 'complete':
      return completeOrder(stage.as('support', at), { orderId: running.orderId });
    case 'cancel':
      return cancel(stage, running, act, at);
    case 'refund':
      return refund(stage, running, act, at);
    case 'note':
      return noteOrder(stage.as(act.by ?? 'support', at), {
        orderId: running.orderId,
        noteId: newId('nte'),
        body: act.text,
      });
    case 'tag':
      await tagOrder(stage.as('support', at), { orderId: running.orderId, add: act.tags, remove: [] });
  }
}

const orderNow = (ctx: Ctx, { orderId }: Running) => read(ctx, (ctx) => readOrder(ctx, orderId));

async function pay(stage: Stage, running: Running, at: Date): Promise<void> {
  const ctx = stage.as('finance', at);
  const { dueMinor, capturedMinor, refundedMinor } = await orderNow(ctx, running);
  const payment = {
    orderId: running.orderId,
    paymentId: newId('pay'),
    amountMinor: dueMinor - capturedMinor + refundedMinor,
    method: running.story.pay,
    reference: running.story.pay === 'bank_transfer' ? `BACS ${40_210 + running.serial * 7}` : '',
  };
  await recordPayment(ctx, payment, manualPayments);
}

function unitsOf(order: LoadedOrder, only: readonly Item[]) {
  return only.map(([sku, quantity]) => {
    const line = order.lines.find((known) => known.sku === sku);
    invariant(line, `the demo's order has ${sku}`);
    return { lineId: line.id, quantity };
  });
}

type PickAct = Extract<Act, { do: 'pick' | 'pack' | 'ship' | 'deliver' }>;

async function pick(stage: Stage, running: Running, act: PickAct, at: Date): Promise<void> {
  const ctx = stage.as('fulfilment', at);
  const order = await orderNow(ctx, running);
  const held = order.allocations.filter(({ quantity }) => quantity > 0).map(({ warehouseId }) => warehouseId);
  const wanted = act.from ? [stage.places[act.from]] : [...new Set(held)];
  for (const warehouseId of wanted) {
    const shipmentId = newId('shp');
    const lines = act.only ? unitsOf(order, act.only) : ('all' as const);
    await pickUnits(ctx, { orderId: running.orderId, shipmentId, warehouseId, lines });
    running.parcels.push({ shipmentId, warehouseId });
  }
}

async function moveParcels(stage: Stage, running: Running, act: PickAct, at: Date): Promise<void> {
  const ctx = stage.as('fulfilment', at);
  const from = act.from && stage.places[act.from];
  for (const { shipmentId, warehouseId } of running.parcels) {
    if (from && warehouseId !== from) continue;
    if (act.do === 'pack') await packShipment(ctx, { shipmentId });
    else if (act.do === 'deliver') await deliverShipment(ctx, { shipmentId });
    else {
      const { method } = running.story;
      const trackingNumber = trackingOf(method, running.serial * 10 + running.parcels.length);
      await shipShipment(ctx, { shipmentId, carrier: METHOD_CARRIERS[method], trackingNumber });
    }
  }
}

async function cancel(stage: Stage, running: Running, act: Extract<Act, { do: 'cancel' }>, at: Date) {
  const ctx = stage.as('manager', at);
  const order = await orderNow(ctx, running);
  const lines = act.only ? unitsOf(order, act.only) : ('all' as const);
  const { orderId } = running;
  const refundId = newId('rfd');
  await cancelUnits(
    ctx,
    { orderId, lines, reason: act.reason, refundId, version: order.version },
    paymentPort,
  );
}

async function refund(stage: Stage, running: Running, act: Extract<Act, { do: 'refund' }>, at: Date) {
  const ctx = stage.as('finance', at);
  const order = await orderNow(ctx, running);
  const { orderId } = running;
  const amountMinor = act.pence === 'all' ? order.capturedMinor : act.pence;
  const { reason } = act;
  await refundOrder(
    ctx,
    { orderId, refundId: newId('rfd'), amountMinor, cause: 'goodwill', reason },
    paymentPort,
  );
}

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** Numbers in each carrier's own shape; Royal Mail's carry the check digit of UPU S10. */
function trackingOf(method: MethodKey, serial: number): string {
  const digits = String(12_345_600 + serial * 13).slice(-8);
  if (method === 'postnl') return `3SHHB${digits}0`;
  if (method === 'dhl') return `42${digits}`;
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (S10_WEIGHTS[i] ?? 0), 0);
  const check = 11 - (sum % 11);
  return `RB${digits}${check === 10 ? 0 : check === 11 ? 5 : check}GB`;
}
