import type { RoleName } from '@/lib/access/permissions';
import { type AnyCtx, type Ctx, read, rolledBack } from '@/lib/core/ctx';
import { DomainError } from '@/lib/core/errors';
import { newId, type OrderId, type ShipmentId } from '@/lib/core/ids';
import { completeDueOrders } from '@/lib/orders/complete-order';
import { fillBackorders } from '@/lib/orders/fill-backorders';
import { getOrder } from '@/lib/orders/get-order';
import { readOrder } from '@/lib/orders/load-order';
import {
  nextAction,
  ORDER_ACTIONS,
  type OrderAction,
  orderActions,
  shipmentActions,
} from '@/lib/orders/order-actions';
import { orderFacts } from '@/lib/orders/order-facts';
import { placeOrder } from '@/lib/orders/place-order';
import { readActionFacts } from '@/lib/orders/read-action-facts';
import { saveDraft } from '@/lib/orders/save-draft';
import { sweepMoney } from '@/lib/orders/sweep-money';
import { adjustStock } from '@/lib/stock/adjust-stock';
import { receiveStock } from '@/lib/stock/receive-stock';
import { setStock } from '@/lib/stock/set-stock';
import { setStockPolicy } from '@/lib/stock/set-stock-policy';
import { requestFor } from '../order-up-to';
import { ATTEMPTS, draftOf, type Knobs, linesOf, PARCEL_STEPS, PLAIN, type Seen } from './attempts';
import { pageOf, untold } from './chronicle';
import { ProcessDied } from './flaky-provider';
import { brokenLaws } from './invariants';
import type { Step, Walk } from './steps';
import { ctxAs, mayRefund, newWorld, refundLimit, type World } from './world';

const STEP_MS = 3 * 60_000;
const DAY_MS = 86_400_000;

/**
 * Lives through a walk, and fails at the first step that breaks a law. What remains when time is up is not walked, so
 * that nothing goes on behind a test that has ended.
 */
export async function live({ rules, steps }: Walk, until: number): Promise<void> {
  if (Date.now() > until) return;
  const world = await newWorld(rules);
  const ctx = () => ctxAs(world);
  let before = await pageOf(ctx());
  for (const [i, step] of steps.entries()) {
    if (Date.now() > until) return;
    world.now = new Date(world.now.getTime() + STEP_MS);
    const failed = await outcome(() => perform(world, step));
    world.provider.mood = 'willing';
    const after = await pageOf(ctx());
    const refused = failed instanceof DomainError && failed.code !== 'UPSTREAM' && step.do !== 'both';
    const laws = [
      ...(await brokenLaws(ctx(), world)),
      ...(await untold(ctx(), before, after)),
      ...(refused && after.digest !== before.digest
        ? [`refused with ${failed.message}, and yet something changed`]
        : []),
    ];
    if (laws.length > 0)
      throw new Error(`step ${i} ${JSON.stringify(step)} ${failed ?? 'done'}:\n${laws.join('\n')}`);
    before = after;
  }
  for (const orderId of world.orders) await agree(world, orderId);
}

/** Undefined when it was done, the expected failure when not; anything else is a bug and goes on up. */
async function outcome(work: () => Promise<unknown>): Promise<DomainError | ProcessDied | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError || error instanceof ProcessDied) return error;
    throw error;
  }
}

async function perform(world: World, step: Step): Promise<void> {
  const order = 'order' in step ? world.orders[step.order % Math.max(1, world.orders.length)] : undefined;
  if ('order' in step && !order) return;
  if ('mood' in step) world.provider.mood = step.mood;
  switch (step.do) {
    case 'place': return place(world, step);
    case 'draft': return draft(world, step);
    case 'next': return order && next(world, order, step.knobs);
    case 'act': return order && act(world, order, step.action, step.as, step.knobs);
    case 'both': return order && both(world, order, step.actions, step.knobs);
    case 'parcel': return order && parcel(world, order, step);
    case 'stock': return stock(world, step);
    case 'fill': {
      await fillBackorders(ctxAs(world, 'stock'), world.goods.map((good) => good.variantId));
      return;
    }
    case 'wait': {
      world.now = new Date(world.now.getTime() + step.days * DAY_MS);
      await completeDueOrders(ctxAs(world));
      return;
    }
    case 'sweep': {
      await sweepMoney(ctxAs(world), world.provider.portOf);
      return;
    }
    case 'again': return sendAgain(world);
  } // biome-ignore format: a table
}

async function place(world: World, step: Extract<Step, { do: 'place' }>): Promise<void> {
  const request = requestFor('', 1, {
    id: newId('ord'),
    lines: linesOf(world, step.wanted),
    shippingMethodId: world.shippingMethodId,
    paymentMethod: step.method,
    discountReason: 'because',
    discount: step.off > 0 ? { kind: 'percent', hundredths: step.off } : null,
  });
  const send = () => placeOrder(ctxAs(world), request, step.channel);
  const { id } = await send();
  world.orders.push(id);
  world.again = { send, known: true };
}

async function draft(world: World, { wanted, named }: Extract<Step, { do: 'draft' }>): Promise<void> {
  const input = draftOf(world, newId('ord'), null, wanted, named ? 'Ada Wong' : '');
  const { id } = await saveDraft(ctxAs(world), input);
  world.orders.push(id);
}

/** The primary button: whenever there is one, it works. */
async function next(world: World, orderId: OrderId, knobs: Knobs): Promise<void> {
  const { facts } = await see(ctxAs(world), orderId, 'owner');
  const found = nextAction(facts);
  if (found) await act(world, orderId, found.action, 'owner', knobs);
}

async function see(ctx: AnyCtx, orderId: OrderId, role: RoleName): Promise<Seen> {
  const facts = await readActionFacts(ctx, orderId);
  const order = await read(ctx, (inner) => readOrder(inner, orderId));
  return { order, facts, mayRefund: mayRefund(role), refundLimit: refundLimit(role) };
}

/** Their forms carry an id: sent again they say what was done. */
const KNOWN: readonly OrderAction[] = ['pay', 'pick', 'refundGoodwill', 'refundOverpayment', 'note'];
/** Their forms carry neither an id nor the version seen: sent again later they may do it again, rightly. */
const UNNAMED: readonly OrderAction[] = ['edit', 'place', 'tag', 'pack', 'ship', 'deliver'];

/** Facts an order does not hold: other orders' stock, the provider's mood. They may refuse what the table allows. */
const OUTSIDE = ['order-errors.short', 'order-errors.stockMoved', 'order-errors.paymentRefused'];

/** Does an action, and insists that the table of actions said whether it would go. */
async function act(
  world: World,
  orderId: OrderId,
  action: OrderAction,
  role: RoleName,
  knobs: Knobs,
): Promise<void> {
  const ctx = ctxAs(world, role);
  const seen = await see(ctx, orderId, role);
  const send = ATTEMPTS[action](ctx, world, seen, knobs);
  const failed = await outcome(send);
  const said = orderActions(seen.facts)[action];
  if (!failed && action === 'discard') world.orders.splice(world.orders.indexOf(orderId), 1);
  const told = !failed || (failed instanceof DomainError && failed.code === 'UPSTREAM');
  if (told && !UNNAMED.includes(action)) world.again = { send, known: !failed && KNOWN.includes(action) };
  insist(`${action} as ${role}`, said, failed);
  if (failed) throw failed;
}

function insist(
  what: string,
  said: { allowed: boolean; blocks: unknown },
  failed: DomainError | ProcessDied | undefined,
): void {
  if (said.allowed && failed instanceof DomainError && !OUTSIDE.includes(failed.key)) {
    throw new Error(`${what} is offered, and refused: ${failed.message} ${JSON.stringify(failed.details)}`);
  }
  if (!said.allowed && !(failed instanceof DomainError)) {
    throw new Error(`${what} is not offered (${JSON.stringify(said.blocks)}), and done`);
  }
}

/** Two people at the same moment: one, both or none of them gets their way, and no law breaks. */
async function both(
  world: World,
  orderId: OrderId,
  actions: readonly OrderAction[],
  knobs: Knobs,
): Promise<void> {
  const ctx = ctxAs(world);
  const seen = await see(ctx, orderId, 'owner');
  const ended = await Promise.all(
    actions.map((action) => outcome(ATTEMPTS[action](ctx, world, seen, knobs))),
  );
  const discarded = actions.some((action, i) => action === 'discard' && !ended[i]);
  if (discarded) world.orders.splice(world.orders.indexOf(orderId), 1);
}

async function parcel(world: World, orderId: OrderId, step: Extract<Step, { do: 'parcel' }>): Promise<void> {
  const ctx = ctxAs(world, step.as);
  const { facts } = await see(ctx, orderId, step.as);
  const parcels = facts.shipments;
  const chosen = parcels[step.which % Math.max(1, parcels.length)];
  if (!chosen) return;
  const failed = await outcome(() => PARCEL_STEPS[step.step](ctx, chosen.id as ShipmentId));
  insist(
    `${step.step} as ${step.as}`,
    shipmentActions(chosen.status, facts.permissions, facts.held)[step.step],
    failed,
  );
  if (failed) throw failed;
}

async function stock(world: World, step: Extract<Step, { do: 'stock' }>): Promise<void> {
  const ctx = ctxAs(world, 'stock');
  const { quantity, what } = step;
  const { variantId } = world.goods[step.good] ?? { variantId: newId('var') };
  const place = { variantId, warehouseId: world.houses[step.house] ?? newId('whs') };
  const some = Math.max(1, quantity);
  if (what === 'receive') await receiveStock(ctx, { ...place, quantity: some });
  if (what === 'take') await adjustStock(ctx, { ...place, difference: -some, reason: 'lost' });
  if (what === 'set') await setStock(ctx, { ...place, available: quantity, reason: 'Counted' });
  if (what === 'cap') await setStockPolicy(ctx, { variantId, backorderCap: quantity });
  if (what === 'safety')
    await setStockPolicy(ctx, {
      variantId,
      level: { warehouseId: place.warehouseId, safetyStock: quantity },
    });
}

/** What was done stays done once: the same form again changes nothing, whatever it answers. */
async function sendAgain(world: World): Promise<void> {
  if (!world.again) return;
  const { send, known } = world.again;
  const before = await pageOf(ctxAs(world));
  const failed = await outcome(send);
  const after = await pageOf(ctxAs(world));
  if (before.digest !== after.digest) throw new Error('the same form twice was done twice');
  if (known && failed) throw new Error(`known by its id, and yet refused: ${failed.message}`);
  if (failed) throw failed;
}

/** Tries every action of an order and takes it back: what is offered goes, what is not is refused. Page and API agree. */
async function agree(world: World, orderId: OrderId): Promise<void> {
  const ctx: Ctx = ctxAs(world);
  await rolledBack(ctx, async (inner) => {
    const seen = await see(inner, orderId, 'owner');
    const said = orderActions(seen.facts);
    const page = orderActions(orderFacts(await getOrder(inner, { key: orderId }), ctx.actor.permissions));
    if (JSON.stringify(page) !== JSON.stringify(said)) {
      throw new Error(`the page offers ${JSON.stringify(page)}, the API ${JSON.stringify(said)}`);
    }
    for (const action of ORDER_ACTIONS) {
      const failed = await tried(inner, ATTEMPTS[action], world, seen);
      insist(`${action} of ${seen.facts.status}`, said[action], failed);
    }
  });
}

async function tried(
  ctx: Parameters<Parameters<typeof rolledBack>[1]>[0],
  attempt: (typeof ATTEMPTS)[OrderAction],
  world: World,
  seen: Seen,
) {
  await ctx.connection.simple('savepoint tried');
  try {
    return await outcome(attempt(ctx, world, seen, PLAIN));
  } finally {
    await ctx.connection.simple('rollback to savepoint tried; release savepoint tried');
  }
}
