import { type Ctx, type TxCtx, transact } from '@/lib/core/ctx';
import type { StoreId } from '@/lib/core/ids';
import { takeForOrders } from '@/lib/stock/take-for-orders';
import { placementEvents } from './placement-events';
import { keepsSafetyStock, type OrderPlan, type Placement, placement, planOrder } from './plan-order';
import { readForPricing } from './read-for-pricing';
import { type Placing, writePlacedRows } from './write-order';
import {
  type Asked,
  buyerId,
  checkDiscountLimit,
  insertBuyer,
  movesOf,
  newRow,
  type Placed,
  placedAs,
} from './write-placement';

/** One order that waits for its turn, and how it is placed by itself. */
export type Joining = Asked & { ctx: Ctx; alone: () => Promise<Placed> };
type Waiting = Joining & { resolve: (placed: Placed) => void; reject: (error: unknown) => void };

const MOST_TOGETHER = 16;
/** One runs in the database while the next is made ready. */
const RUNS = 2;

type Queue = { waiting: Waiting[]; runs: number };
const queues = new Map<StoreId, Queue>();

/**
 * Places an order, together with those of the same store that came while others were being placed: one transaction for
 * up to sixteen. It changes what a busy store's orders cost and nothing else: an order that can not be placed in such a
 * group (sold out, known already, invalid) is placed, or refused, by itself.
 */
export function placeTogether(joining: Joining): Promise<Placed> {
  if (!keepsSafetyStock(joining.request)) return joining.alone();
  const { id } = joining.ctx.store;
  const queue = queues.get(id) ?? { waiting: [], runs: 0 };
  queues.set(id, queue);
  return new Promise((resolve, reject) => {
    queue.waiting.push({ ...joining, resolve, reject });
    if (queue.runs < RUNS) void work(id, queue);
  });
}

async function work(id: StoreId, queue: Queue): Promise<void> {
  queue.runs += 1;
  for (let group = next(queue); group.length > 0; group = next(queue)) await placeGroup(group);
  queue.runs -= 1;
  if (queue.runs === 0) queues.delete(id);
}

const next = (queue: Queue) => queue.waiting.splice(0, MOST_TOGETHER);

async function placeGroup(group: readonly Waiting[]): Promise<void> {
  const placed = group.length > 1 ? await placeAll(group).catch(() => null) : null;
  await Promise.all(
    group.map((one) => {
      const done = placed?.get(one);
      return done ? one.resolve(done) : one.alone().then(one.resolve, one.reject);
    }),
  );
}

/** Places those that can be placed together; whoever is missing in the answer was left alone. */
async function placeAll(group: readonly Waiting[]): Promise<Map<Waiting, Placed>> {
  const [head] = group;
  if (!head) return new Map();
  return transact({ ...head.ctx, once: undefined }, async (shared) => {
    const found = await Promise.all(group.map((one) => planned(shared, one)));
    const [first, ...more] = together(found.filter((one) => one !== null));
    const placed = new Map<Waiting, Placed>();
    if (!first) return placed;
    const sent = [first, ...more].map(({ own, plan, customerId }) => insertBuyer(own, plan, customerId));
    sent.push(writePlacedRows(shared, [placingOf(first), ...more.map(placingOf)]));
    for (const { one, own, plan, at } of [first, ...more]) {
      const result = placedAs(plan, one.number, at);
      placed.set(one, result);
      if (one.ctx.once) sent.push(one.ctx.once.keep(own, result).then(() => undefined));
    }
    sent.push(takeForOrders(shared, [first, ...more].map(takeOf)));
    for (const statement of sent) shared.withCommit(statement);
    return placed;
  });
}

type Planned = {
  one: Waiting;
  own: TxCtx;
  plan: OrderPlan;
  at: Placement;
  customerId: ReturnType<typeof buyerId>;
};

/** An order's plan, in its own name; null where it needs more than a group can give. */
async function planned(shared: TxCtx, one: Waiting): Promise<Planned | null> {
  const { actor, store, now, requestId } = one.ctx;
  const own: TxCtx = { ...shared, actor, store, now, requestId };
  const facts = await readForPricing(own, one.request);
  try {
    const plan = planOrder(one.request, facts, store);
    checkDiscountLimit(own, plan);
    if (plan.short.length > 0 || plan.backorders.length > 0) return null;
    return { one, own, plan, at: placement(plan, store, now), customerId: buyerId(plan) };
  } catch {
    return null; // told by itself, in its own words
  }
}

/** Two new buyers with one e-mail are one customer: the second order waits until the first has made it. */
function together(found: readonly Planned[]): Planned[] {
  const emails = new Set<string>();
  return found.filter(({ plan, customerId }) => {
    if (customerId === null || customerId === plan.facts.customerId) return true;
    const email = plan.request.customer.email.toLowerCase();
    if (emails.has(email)) return false;
    emails.add(email);
    return true;
  });
}

function placingOf({ one, own, plan, at, customerId }: Planned): Placing {
  const { number, hash } = one;
  const happened = placementEvents(plan, number, at, own.store);
  return { ctx: own, plan, number, happened, row: newRow(own, plan, { number, hash, customerId, at }) };
}

const takeOf = ({ own, plan }: Planned) => ({ ctx: own, orderId: plan.request.id, moves: movesOf(plan) });
