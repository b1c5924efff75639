import { type Minor, mulDiv } from '@/lib/core/money';
import { mayStep } from '@/lib/core/state';
import {
  type FulfilmentStatus, type OrderStatus, orderSteps, PAY_LATER_METHODS, type PaymentMethod, type PaymentStatus, type ReturnStatus,
} from './order-state'; // biome-ignore format: short

/** The quantity ledger of one line. */
export type LineUnits = {
  quantity: number;
  allocated: number;
  backordered: number;
  picked: number;
  packed: number;
  shipped: number;
  canceled: number;
  delivered: number;
  returnRequested: number;
  returned: number;
};

/** Everything the derived statuses depend on. Amounts in minor units of the order's currency. */
export type OrderFacts = {
  kind: 'sale' | 'credit';
  status: OrderStatus;
  totalMinor: Minor;
  creditsMinor: Minor;
  authorizedMinor: Minor;
  capturedMinor: Minor;
  refundedMinor: Minor;
  /** How the latest attempt ended when no money is held or taken. */
  lastAttempt: 'failed' | 'voided' | null;
  lines: readonly (LineUnits & { totalMinor: Minor })[];
};

export type DerivedStatuses = {
  status: OrderStatus;
  paymentStatus: PaymentStatus;
  fulfilmentStatus: FulfilmentStatus;
  returnStatus: ReturnStatus;
  dueMinor: Minor;
  units: number;
};

const FOLLOWS_UNITS: readonly OrderStatus[] = ['confirmed', 'processing', 'shipped', 'delivered'];

/** The statuses of domain.md §2, from facts alone: nothing here depends on the clock. */
export function deriveStatuses(facts: OrderFacts): DerivedStatuses {
  const units = addUp(facts.lines);
  const dueMinor = deriveDue(facts);
  return {
    status: deriveLifecycle(facts.status, units),
    paymentStatus: facts.kind === 'credit' ? 'refunded' : derivePayment(facts, dueMinor),
    fulfilmentStatus: facts.kind === 'credit' ? 'delivered' : deriveFulfilment(facts.status, units),
    returnStatus: deriveReturn(units),
    dueMinor,
    units: units.quantity,
  };
}

const COUNTERS = [
  'quantity', 'allocated', 'backordered', 'picked', 'packed', 'shipped', 'canceled', 'delivered', 'returnRequested', 'returned',
] as const; // biome-ignore format: a list

export function addUp(lines: readonly LineUnits[]): LineUnits {
  const total: LineUnits = {
    quantity: 0, allocated: 0, backordered: 0, picked: 0, packed: 0, shipped: 0, canceled: 0, delivered: 0,
    returnRequested: 0, returned: 0,
  }; // biome-ignore format: zeros
  for (const line of lines) for (const key of COUNTERS) total[key] += line[key];
  return total;
}

/** What of a line's amount its cancelled units were worth: cumulative, so that parts always add up. */
export function canceledAmount(line: { totalMinor: Minor; canceled: number; quantity: number }): Minor {
  return line.canceled === 0 ? 0 : mulDiv(line.totalMinor, line.canceled, line.quantity);
}

/** Total less cancelled units and granted credits; an order cancelled whole owes nothing, shipping included. */
export function deriveDue(facts: Pick<OrderFacts, 'kind' | 'totalMinor' | 'creditsMinor' | 'lines'>): Minor {
  if (facts.kind === 'credit') return facts.totalMinor;
  const { quantity, canceled } = addUp(facts.lines);
  if (quantity > 0 && quantity === canceled) return 0;
  const gone = facts.lines.reduce((sum, line) => sum + canceledAmount(line), 0);
  return Math.max(0, facts.totalMinor - gone - facts.creditsMinor);
}

function deriveLifecycle(status: OrderStatus, units: LineUnits): OrderStatus {
  const live = units.quantity - units.canceled;
  if (units.quantity > 0 && live === 0 && status === 'pending') return 'canceled';
  if (units.quantity > 0 && live === 0 && mayStep(orderSteps.cancel, status)) return orderSteps.cancel.to;
  if (!FOLLOWS_UNITS.includes(status) || units.quantity === 0) return status;
  if (units.delivered >= live) return 'delivered';
  if (units.shipped >= live) return 'shipped';
  return units.picked + units.packed + units.shipped > 0 ? 'processing' : 'confirmed';
}

function derivePayment(facts: OrderFacts, due: Minor): PaymentStatus {
  const { capturedMinor: captured, refundedMinor: refunded, authorizedMinor: authorized } = facts;
  // Nobody was asked for a draft's money yet, even when it comes to nothing.
  if (facts.status === 'draft') return 'unpaid';
  const net = captured - refunded;
  if (net > due) return 'credit_owed';
  if (captured > 0 && net === 0) return 'refunded';
  if (net > 0 && net < due) return 'partially_paid';
  if (refunded > 0) return 'partially_refunded';
  if (net === due) return 'paid';
  if (authorized >= due) return 'authorized';
  return facts.lastAttempt ?? 'unpaid';
}

function deriveFulfilment(status: OrderStatus, units: LineUnits): FulfilmentStatus {
  const live = units.quantity - units.canceled;
  if (units.quantity === 0) return status === 'completed' ? 'delivered' : 'unfulfilled';
  if (live === 0) return 'unfulfilled';
  if (units.delivered >= live) return 'delivered';
  if (units.delivered > 0) return 'partially_delivered';
  if (units.shipped >= live) return 'shipped';
  if (units.shipped > 0) return 'partially_shipped';
  if (units.picked + units.packed > 0) return 'picking';
  if (units.backordered > 0) return 'backordered';
  return units.allocated >= live ? 'allocated' : 'unfulfilled';
}

function deriveReturn(units: LineUnits): ReturnStatus {
  if (units.returned > 0) return units.returned >= units.shipped ? 'returned' : 'partially_returned';
  return units.returnRequested > 0 ? 'requested' : 'none';
}

/** Whether an order may be confirmed: its money is held or taken, or its terms need none yet. */
export function paymentAllowsConfirm(paymentStatus: PaymentStatus, method: PaymentMethod): boolean {
  const settled: readonly PaymentStatus[] = ['paid', 'authorized', 'partially_refunded', 'credit_owed'];
  return PAY_LATER_METHODS.includes(method) || settled.includes(paymentStatus);
}
