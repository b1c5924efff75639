import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { orders } from '@/db/schema/orders';
import { allow, limitOf } from '@/lib/access/allow';
import { type AnyCtx, pgConstraint, read, type TxCtx, transactOnce } from '@/lib/core/ctx';
import { DomainError } from '@/lib/core/errors';
import { type CustomerId, newId, type OrderId } from '@/lib/core/ids';
import { insertCustomer } from '@/lib/customers/insert-customer';
import { moveStock, wasShort } from '@/lib/stock/move-stock';
import { takeBackorders } from '@/lib/stock/take-backorders';
import { leaseNumber, returnNumber } from '@/lib/stores/lease-numbers';
import type { OrderRequest, orderRequestSchema } from './order-request';
import type { Channel } from './order-state';
import { placementEvents } from './placement-events';
import {
  keepsSafetyStock,
  type OrderPlan,
  type Placement,
  placement,
  planOrder,
  type Short,
} from './plan-order';
import { shareOfGoods } from './price-order';
import { readForPricing } from './read-for-pricing';
import { orderColumns, writePlacedRows } from './write-order';

export type Placed = {
  id: OrderId;
  number: number;
  status: 'pending' | 'confirmed';
  totalMinor: number;
  repeated: boolean;
};
export type PlaceOrderInput = import('zod').output<typeof orderRequestSchema>;

const TRIES = 4;

/**
 * Places an order: number, price, warehouses, stock, in one transaction of two round trips.
 * The same id (or external id) with the same content is one order; with other content it is CONFLICT.
 * Short stock is CONFLICT naming each SKU with what is left, and nothing is taken.
 */
export async function placeOrder(ctx: AnyCtx, input: PlaceOrderInput, channel: Channel): Promise<Placed> {
  allow(ctx, 'order.place');
  const request = toRequest(input, channel);
  checkDiscounts(ctx, request);
  const hash = contentHash(input);
  const number = await leaseNumber(ctx, 'order');
  try {
    return await tryPlacing(() => transactOnce(ctx, (ctx) => placeNew(ctx, request, hash, number)));
  } catch (error) {
    returnNumber(ctx, 'order', number, error);
    const known = await placedBefore(ctx, request, hash, error);
    if (known) return known;
    throw takenElsewhere(error) ?? error;
  }
}

const TAKEN = ['order_lines_store_id_id_pk', 'orders_external'];

/** A line's id or an external id that another order has already: a conflict in words, not a broken constraint. */
export function takenElsewhere(error: unknown): DomainError | undefined {
  const taken = TAKEN.includes(pgConstraint(error) ?? '');
  return taken ? new DomainError('CONFLICT', 'order-errors.sameIdOtherContent') : undefined;
}

/** A form's or a caller's request as the domain works with it. */
export function toRequest(input: PlaceOrderInput, channel: Channel): OrderRequest {
  return {
    id: input.id ?? newId('ord'),
    channel,
    externalId: input.externalId ?? null,
    customer: { ...input.customer, id: input.customer.id ?? null },
    shipTo: input.shipTo ?? null,
    billTo: input.billTo ?? null,
    lines: input.lines.map((line) => ({
      id: line.id ?? newId('oln'),
      variantId: line.variantId ?? null,
      sku: line.sku ?? null,
      quantity: line.quantity,
      unitPriceE4: channel === 'staff' ? null : (line.unitPriceE4 ?? null),
      discount: line.discount ?? null,
    })),
    discount: input.discount ?? null,
    discountReason: input.discountReason,
    shippingMethodId: input.shippingMethodId ?? null,
    paymentMethod: input.paymentMethod,
    tags: input.tags,
  };
}

/** Discounts and foreign prices need their permission, and stay within the actor's limit. */
export function checkDiscounts(ctx: AnyCtx, request: OrderRequest): void {
  const given = [request.discount, ...request.lines.map((line) => line.discount)].filter((d) => d !== null);
  const priced = request.lines.some((line) => line.unitPriceE4 !== null);
  if (given.length === 0 && !priced) return;
  allow(ctx, 'order.discount');
  if (given.length > 0 && request.discountReason === '' && request.channel === 'staff') {
    const problems = [{ pointer: '/discountReason', key: 'order-errors.discountReasonNeeded' }];
    throw new DomainError('INVALID', 'order-errors.invalid', { problems });
  }
}

/** After pricing: what the discounts come to must stay within the actor's share of the goods, as discounts round. */
export function checkDiscountLimit(ctx: AnyCtx, plan: OrderPlan): void {
  const limit = limitOf(ctx, 'discountPercent');
  if (limit === null || plan.priced.discountMinor <= shareOfGoods(plan.lines, limit)) return;
  throw new DomainError('LIMIT', 'order-errors.discountLimit', { params: { percent: limit } });
}

/** There was less room for backorders than planned. */
class LostStock extends Error {}

/** Somebody was faster: the units are gone, or the same new customer is there already. */
const lostRace = (error: unknown) =>
  error instanceof LostStock || wasShort(error) || pgConstraint(error) === 'customers_email';

/** A lost race for stock is planned again on what is left; planning then says who is short. */
export async function tryPlacing<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (!lostRace(error)) throw error;
      if (tries >= TRIES) throw new DomainError('CONFLICT', 'order-errors.stockMoved');
    }
  }
}

export function refuseShort(short: readonly Short[]): void {
  if (short.length === 0) return;
  const problems = short.map(({ sku, wanted, left }) => ({
    pointer: '/lines',
    key: left > 0 ? 'order-errors.shortSku' : 'order-errors.soldOutSku',
    params: { sku, wanted, left },
  }));
  throw new DomainError('CONFLICT', 'order-errors.short', { problems });
}

async function placeNew(ctx: TxCtx, request: OrderRequest, hash: Buffer, number: number): Promise<Placed> {
  const plan = planOrder(request, await readForPricing(ctx, request), ctx.store);
  checkDiscountLimit(ctx, plan);
  refuseShort(plan.short);
  const customerId = buyerId(plan);
  const at = placement(plan, ctx.store, ctx.now);
  const sent = [
    insertBuyer(ctx, plan, customerId),
    ...writeParts(ctx, plan, number, at, {
      storeId: ctx.store.id,
      id: request.id,
      number,
      currency: ctx.store.currency,
      contentHash: hash,
      ...orderColumns(plan, customerId),
      ...at,
      placedAt: ctx.now,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    }),
  ];
  if (plan.backorders.length > 0) await Promise.all(sent);
  // The stock's statement fails by itself where units are gone, so the commit follows it at once: others wait for a
  // contended counter no longer than the database needs.
  for (const statement of sent) ctx.withCommit(statement);
  return { id: request.id, number, status: at.status, totalMinor: plan.priced.totalMinor, repeated: false };
}

/** Everything of a placement, with the order's own row where there is none yet; the contended counters go last. */
export function writeParts(
  ctx: TxCtx,
  plan: OrderPlan,
  number: number,
  at: Placement,
  order: typeof orders.$inferInsert | null,
): Promise<unknown>[] {
  const happened = placementEvents(plan, number, at, ctx.store);
  return [writePlacedRows(ctx, plan, number, happened, order), takeUnits(ctx, plan)];
}

async function takeUnits(ctx: TxCtx, plan: OrderPlan): Promise<void> {
  const moves = plan.allocations.map(({ line, warehouseId, quantity }) => ({
    warehouseId,
    variantId: line.variant.id,
    quantity,
    lineId: line.id,
  }));
  const [backordered] = await Promise.all([
    takeBackorders(ctx, plan.backorders),
    moveStock(ctx, moves, {
      code: 'allocate',
      from: 'available',
      to: 'allocated',
      causeId: plan.request.id,
      keepSafetyStock: keepsSafetyStock(plan.request),
      allOrFail: true,
    }),
  ]);
  if (backordered < plan.backorders.length) throw new LostStock();
}

/** The known customer, a new one for a buyer with an e-mail, or nobody: a guest. */
export function buyerId(plan: OrderPlan): CustomerId | null {
  return plan.facts.customerId ?? (plan.request.customer.email ? newId('cus') : null);
}

export async function insertBuyer(ctx: TxCtx, plan: OrderPlan, id: CustomerId | null): Promise<void> {
  if (id === null || id === plan.facts.customerId) return;
  const { customer, shipTo } = plan.request;
  await insertCustomer(ctx, { ...customer, id, country: shipTo?.country ?? null });
}

function contentHash(input: PlaceOrderInput): Buffer {
  const { id: _, ...content } = input;
  const lines = content.lines.map(({ id: _, ...line }) => line);
  return createHash('sha256')
    .update(JSON.stringify({ ...content, lines }))
    .digest();
}

const SAME = ['orders_store_id_id_pk', 'orders_external'];

/**
 * The order that this very request made before, when that may be why it failed now: its id is taken, or it can not be
 * placed a second time because it was the first that took the stock. Undefined when it did not.
 */
async function placedBefore(
  ctx: AnyCtx,
  request: OrderRequest,
  hash: Buffer,
  error: unknown,
): Promise<Placed | undefined> {
  const taken = SAME.includes(pgConstraint(error) ?? '');
  if (!taken && !(error instanceof DomainError)) return undefined;
  const known = await read(ctx, async (ctx) => {
    const same = request.externalId
      ? and(eq(orders.channel, request.channel), eq(orders.externalId, request.externalId))
      : eq(orders.id, request.id);
    const [row] = await ctx.db
      .select({
        id: orders.id,
        number: orders.number,
        hash: orders.contentHash,
        total: orders.totalMinor,
        confirmed: orders.confirmedAt,
      })
      .from(orders)
      .where(and(eq(orders.storeId, ctx.store.id), same));
    return row;
  });
  if (!known?.number || !known.hash || !hash.equals(known.hash)) {
    if (taken) throw new DomainError('CONFLICT', 'order-errors.sameIdOtherContent');
    return undefined;
  }
  const status = known.confirmed ? 'confirmed' : 'pending';
  return { id: known.id, number: known.number, status, totalMinor: known.total, repeated: true };
}
