import { type ActionState, type Block, blockedBy, mayStep } from '@/lib/core/state';
import { type ShipmentStatus, shipmentSteps } from '@/lib/shipping/shipment-state';
import { addUp, type LineUnits, paymentAllowsConfirm } from './derive-status';
import { HOLDABLE } from './hold-state';
import {
  FULFILLABLE,
  type OrderStatus,
  orderSteps,
  type PaymentMethod,
  type PaymentStatus,
} from './order-state';

/** What decides which actions an order offers. Everything a screen or an API answer already has; nothing is fetched. */
export type ActionFacts = {
  kind: 'sale' | 'credit';
  status: OrderStatus;
  paymentStatus: PaymentStatus;
  paymentMethod: PaymentMethod;
  dueMinor: number;
  capturedMinor: number;
  refundedMinor: number;
  heldMinor: number;
  /** Asked of a provider and not yet answered. */
  askedMinor: number;
  /** Somebody holds the order back. */
  held: boolean;
  /** A draft may lack its buyer's name, an order may not. */
  buyerNamed: boolean;
  lines: readonly (LineUnits & { open: number })[];
  /** Units promised and not yet picked, by warehouse. */
  promised: readonly { warehouseId: string; warehouse: string; units: number }[];
  shipments: readonly { id: string; sequence: number; status: ShipmentStatus; units: number }[];
  permissions: ReadonlySet<string>;
};

export const ORDER_ACTIONS = [
  'edit', 'place', 'discard', 'confirm', 'pay', 'pick', 'pack', 'ship', 'deliver', 'complete', 'cancelAll', 'cancelUnits',
  'refundOverpayment', 'refundGoodwill', 'changeAddress', 'note', 'tag', 'hold', 'release',
] as const; // biome-ignore format: a list
export type OrderAction = (typeof ORDER_ACTIONS)[number];
export type OrderActions = Record<OrderAction, ActionState>;
export type NextAction =
  | { action: 'place' | 'confirm' | 'pay' | 'complete' | 'refundOverpayment' | 'release' }
  | { action: 'pick'; warehouseId: string; warehouse: string; units: number }
  | { action: 'pack' | 'ship' | 'deliver'; shipmentId: string; sequence: number; units: number };

const block = (name: string, params?: Block['params'], clear?: OrderAction): Block => ({
  key: `order-errors.blocks.${name}`,
  ...(params ? { params } : {}),
  ...(clear ? { clear } : {}),
});

type Seen = {
  facts: ActionFacts;
  units: LineUnits;
  net: number;
  needs: (permission: string) => Block | false;
};

/** Every action with `allowed` or the facts that block it and what clears them. Buttons, API and errors read this. */
export function orderActions(facts: ActionFacts): OrderActions {
  const seen: Seen = {
    facts,
    units: addUp(facts.lines),
    net: facts.capturedMinor - facts.refundedMinor - facts.heldMinor,
    needs: (permission) => !facts.permissions.has(permission) && block('permission'),
  };
  return { ...writing(seen), ...money(seen), ...goods(seen), ...holding(seen), ...ending(seen) };
}

function writing({ facts, units, needs }: Seen) {
  const isDraft = facts.status !== 'draft' && block('notDraft');
  const unpaid =
    facts.status === 'pending' && !paymentAllowsConfirm(facts.paymentStatus, facts.paymentMethod);
  return {
    edit: blockedBy([needs('order.write'), isDraft]),
    discard: blockedBy([needs('order.write'), isDraft]),
    place: blockedBy([
      needs('order.place'),
      isDraft,
      !isDraft && facts.lines.length === 0 && block('noLines', {}, 'edit'),
      !isDraft && !facts.buyerNamed && block('noBuyer', {}, 'edit'),
    ]),
    confirm: blockedBy([
      needs('order.confirm'),
      !mayStep(orderSteps.confirm, facts.status) && block(NOT_PENDING[facts.status] ?? 'notPending'),
      unpaid && block('unpaid', {}, 'pay'),
    ]),
    changeAddress: blockedBy([
      needs('order.write'),
      !ADDRESS_OPEN.includes(facts.status) && block('addressFixed'),
      units.packed + units.shipped > 0 && block('addressPacked'),
    ]),
    note: blockedBy([needs('order.note')]),
    tag: blockedBy([needs('order.write')]),
  };
}

/** Why an order that is not pending can not be confirmed, where it is not that it has been. */
const NOT_PENDING: Partial<Record<OrderStatus, string>> = { draft: 'draft', canceled: 'canceled' };
const ADDRESS_OPEN: readonly OrderStatus[] = ['pending', 'confirmed', 'processing'];

function money({ facts, net, needs }: Seen) {
  const isSale = facts.kind === 'credit' && block('credit');
  const placed = facts.status === 'draft' && block('draft', {}, 'place');
  const alive = facts.status === 'canceled' && block('canceled');
  const due = facts.dueMinor;
  const owed = due - (facts.capturedMinor - facts.refundedMinor);
  return {
    pay: blockedBy([
      needs('payment.record'),
      isSale,
      placed,
      alive,
      !placed && !alive && owed <= facts.askedMinor && block(owed > 0 ? 'asked' : 'nothingDue'),
    ]),
    refundOverpayment: blockedBy([
      needs('payment.refund'),
      isSale,
      placed,
      net <= due && block('nothingOwed'),
    ]),
    refundGoodwill: blockedBy([
      needs('payment.refund'),
      isSale,
      placed,
      Math.min(net, due) <= 0 && block('nothingCaptured', {}, 'pay'),
    ]),
  };
}

function goods({ facts, units, needs }: Seen) {
  const isSale = facts.kind === 'credit' && block('credit');
  const shipmentIs = (status: ShipmentStatus) =>
    facts.shipments.some((shipment) => shipment.status === status);
  const write = needs('shipment.write');
  const held = heldBlock(facts.held);
  return {
    pick: blockedBy([write, isSale, held, ...fulfilmentBlocks(facts), ...pickBlocks(facts, units)]),
    pack: blockedBy([write, held, !shipmentIs('picking') && block('nothingPicked', {}, 'pick')]),
    ship: blockedBy([write, held, !shipmentIs('packed') && block('nothingPacked', {}, 'pack')]),
    deliver: blockedBy([write, !shipmentIs('shipped') && block('nothingShipped', {}, 'ship')]),
  };
}

const heldBlock = (held: boolean) => held && block('held', {}, 'release');

/** Holding stops what leaves the house; letting go lets it. */
function holding({ facts, needs }: Seen) {
  const may = needs('order.cancel');
  return {
    hold: blockedBy([
      may,
      facts.kind === 'credit' && block('credit'),
      !HOLDABLE.includes(facts.status) && block('nothingToHold'),
      facts.held && block('heldAlready'),
    ]),
    release: blockedBy([may, !facts.held && block('notHeld')]),
  };
}

function ending({ facts, units, needs }: Seen) {
  const waiting = units.allocated + units.backordered + openUnits(facts);
  return {
    complete: blockedBy([needs('order.complete'), ...completionBlocks(facts)]),
    cancelAll: blockedBy([
      needs('order.cancel'),
      ...cancelBlocks(facts, units),
      units.picked + units.packed > 0 && block('picked'),
    ]),
    cancelUnits: blockedBy([
      needs('order.cancel'),
      ...cancelBlocks(facts, { ...units, shipped: 0 }),
      waiting === 0 && block('nothingToCancel'),
    ]),
  };
}

function completionBlocks(facts: ActionFacts): (Block | false)[] {
  if (facts.status === 'draft') return [block('draft', {}, 'place')];
  if (facts.status === 'canceled' || facts.status === 'completed') return [block(facts.status)];
  return [facts.status !== 'delivered' && block('notDelivered', {}, 'deliver')];
}

const openUnits = (facts: ActionFacts) => facts.lines.reduce((sum, line) => sum + line.open, 0);

function fulfilmentBlocks(facts: ActionFacts): (Block | false)[] {
  if (FULFILLABLE.includes(facts.status)) return [];
  if (facts.status === 'draft') return [block('draft', {}, 'place')];
  if (facts.status === 'pending') return [block('pending', {}, 'confirm')];
  if (facts.status === 'canceled') return [block('canceled')];
  return [block('allLeft')];
}

function pickBlocks(facts: ActionFacts, units: LineUnits): (Block | false)[] {
  if (!FULFILLABLE.includes(facts.status) || units.allocated > 0) return [];
  return [
    units.backordered > 0 ? block('backordered', { units: units.backordered }) : block('nothingToPick'),
  ];
}

function cancelBlocks(facts: ActionFacts, units: LineUnits): (Block | false)[] {
  if (facts.status === 'draft') return [block('draftDiscard', {}, 'discard')];
  if (facts.kind === 'credit') return [block('credit')];
  if (facts.status === 'canceled') return [block('canceled')];
  if (units.shipped > 0) return [block('left', { units: units.shipped }, 'cancelUnits')];
  return [!mayStep(orderSteps.cancel, facts.status) && block('allLeft')];
}

/** The next sensible thing to do with an order: the primary button. Null when nothing waits for staff. */
export function nextAction(facts: ActionFacts, actions = orderActions(facts)): NextAction | null {
  if (actions.place.allowed) return { action: 'place' };
  if (actions.release.allowed) return { action: 'release' };
  if (actions.confirm.allowed) return { action: 'confirm' };
  if (facts.status === 'pending' && actions.pay.allowed) return { action: 'pay' };
  const waiting = (status: ShipmentStatus) => facts.shipments.find((shipment) => shipment.status === status);
  const packed = actions.ship.allowed && waiting('packed');
  if (packed)
    return { action: 'ship', shipmentId: packed.id, sequence: packed.sequence, units: packed.units };
  const picking = actions.pack.allowed && waiting('picking');
  if (picking)
    return { action: 'pack', shipmentId: picking.id, sequence: picking.sequence, units: picking.units };
  const [house] = facts.promised;
  if (actions.pick.allowed && house) return { action: 'pick', ...house };
  if (actions.refundOverpayment.allowed) return { action: 'refundOverpayment' };
  const shipped = actions.deliver.allowed && waiting('shipped');
  if (shipped)
    return { action: 'deliver', shipmentId: shipped.id, sequence: shipped.sequence, units: shipped.units };
  if (facts.status === 'delivered' && actions.pay.allowed) return { action: 'pay' };
  return actions.complete.allowed ? { action: 'complete' } : null;
}

export type ShipmentAction = keyof typeof shipmentSteps;

/** The steps of a parcel that a hold stops. */
const STOPPED: ReadonlySet<string> = new Set<ShipmentAction>(['pack', 'ship']);

/** Each parcel's own actions with why not. */
export function shipmentActions(
  status: ShipmentStatus,
  permissions: ReadonlySet<string>,
  held = false,
): Record<ShipmentAction, ActionState> {
  const permitted = !permissions.has('shipment.write') && block('permission');
  const entries = Object.entries(shipmentSteps).map(([name, step]) => [
    name,
    blockedBy([
      permitted,
      STOPPED.has(name) && heldBlock(held),
      !mayStep(step, status) && block('shipmentStands', { status }),
    ]),
  ]);
  return Object.fromEntries(entries);
}
