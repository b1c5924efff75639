import type { orders } from '@/db/schema/orders';
import { limitOf } from '@/lib/access/allow';
import { type AnyCtx, pgConstraint, type TxCtx } from '@/lib/core/ctx';
import { DomainError } from '@/lib/core/errors';
import { type CustomerId, newId, type OrderId } from '@/lib/core/ids';
import { insertCustomer } from '@/lib/customers/insert-customer';
import { moveStock, type StockMove, wasShort } from '@/lib/stock/move-stock';
import { takeBackorders } from '@/lib/stock/take-backorders';
import type { OrderRequest } from './order-request';
import { placementEvents } from './placement-events';
import { keepsSafetyStock, type OrderPlan, type Placement, type Short } from './plan-order';
import { shareOfGoods } from './price-order';
import { orderColumns, writePlacedRows } from './write-order';

export type Placed = {
  id: OrderId;
  number: number;
  status: 'pending' | 'confirmed';
  totalMinor: number;
  repeated: boolean;
};
/** A request ready to be placed, with its number. */
export type Asked = { request: OrderRequest; hash: Buffer; number: number };

export const placedAs = (plan: OrderPlan, number: number, at: Placement): Placed => ({
  id: plan.request.id,
  number,
  status: at.status,
  totalMinor: plan.priced.totalMinor,
  repeated: false,
});

/** After pricing: what the discounts come to must stay within the actor's share of the goods, as discounts round. */
export function checkDiscountLimit(ctx: AnyCtx, plan: OrderPlan): void {
  const limit = limitOf(ctx, 'discountPercent');
  if (limit === null || plan.priced.discountMinor <= shareOfGoods(plan.lines, limit)) return;
  throw new DomainError('LIMIT', 'order-errors.discountLimit', { params: { percent: limit } });
}

/** There was less room for backorders than planned. */
class LostStock extends Error {}

/** Somebody was faster: the units are gone, or the same new customer is there already. */
export const lostRace = (error: unknown) =>
  error instanceof LostStock || wasShort(error) || pgConstraint(error) === 'customers_email';

export function refuseShort(short: readonly Short[]): void {
  if (short.length === 0) return;
  const problems = short.map(({ sku, wanted, left }) => ({
    pointer: '/lines',
    key: left > 0 ? 'order-errors.shortSku' : 'order-errors.soldOutSku',
    params: { sku, wanted, left },
  }));
  throw new DomainError('CONFLICT', 'order-errors.short', { problems });
}

type NewRow = { number: number; hash: Buffer; customerId: CustomerId | null; at: Placement };

/** The order's own row. */
export function newRow(ctx: TxCtx, plan: OrderPlan, { number, hash, customerId, at }: NewRow) {
  return {
    storeId: ctx.store.id,
    id: plan.request.id,
    number,
    currency: ctx.store.currency,
    contentHash: hash,
    ...orderColumns(plan, customerId),
    ...at,
    placedAt: ctx.now,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
}

/** Everything of a placement, with the order's own row where there is none yet; the contended counters go last. */
export function writeParts(
  ctx: TxCtx,
  plan: OrderPlan,
  number: number,
  at: Placement,
  row: typeof orders.$inferInsert | null,
): Promise<unknown>[] {
  const happened = placementEvents(plan, number, at, ctx.store);
  return [writePlacedRows(ctx, [{ ctx, plan, number, happened, row }]), takeUnits(ctx, plan)];
}

/** The units an order's plan takes off the shelves. */
export const movesOf = ({ allocations }: OrderPlan): StockMove[] =>
  allocations.map(({ line, warehouseId, quantity }) => ({
    warehouseId,
    variantId: line.variant.id,
    quantity,
    lineId: line.id,
  }));

async function takeUnits(ctx: TxCtx, plan: OrderPlan): Promise<void> {
  const [backordered] = await Promise.all([
    takeBackorders(ctx, plan.backorders),
    moveStock(ctx, movesOf(plan), {
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
