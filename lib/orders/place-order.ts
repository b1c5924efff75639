import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { orders } from '@/db/schema/orders';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, pgConstraint, read, type TxCtx, transactOnce } from '@/lib/core/ctx';
import { DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { leaseNumber, returnNumber } from '@/lib/stores/lease-numbers';
import type { OrderRequest, orderRequestSchema } from './order-request';
import type { Channel } from './order-state';
import { placeTogether } from './place-together';
import { placement, planOrder } from './plan-order';
import { readForPricing } from './read-for-pricing';
import {
  type Asked,
  buyerId,
  checkDiscountLimit,
  insertBuyer,
  lostRace,
  newRow,
  type Placed,
  placedAs,
  refuseShort,
  writeParts,
} from './write-placement';

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
    const asked = { request, hash, number };
    const alone = () => tryPlacing(() => transactOnce(ctx, (ctx) => placeNew(ctx, asked)));
    return await (ctx.db === 'closed' ? placeTogether({ ...asked, ctx, alone }) : alone());
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

async function placeNew(ctx: TxCtx, { request, hash, number }: Asked): Promise<Placed> {
  const plan = planOrder(request, await readForPricing(ctx, request), ctx.store);
  checkDiscountLimit(ctx, plan);
  refuseShort(plan.short);
  const customerId = buyerId(plan);
  const at = placement(plan, ctx.store, ctx.now);
  const sent = [
    insertBuyer(ctx, plan, customerId),
    ...writeParts(ctx, plan, number, at, newRow(ctx, plan, { number, hash, customerId, at })),
  ];
  if (plan.backorders.length > 0) await Promise.all(sent);
  // The stock's statement fails by itself where units are gone, so the commit follows it at once: others wait for a
  // contended counter no longer than the database needs.
  for (const statement of sent) ctx.withCommit(statement);
  return placedAs(plan, number, at);
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
