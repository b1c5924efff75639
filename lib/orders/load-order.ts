import { and, asc, eq, sql } from 'drizzle-orm';
import { orderAllocations, orderLines, orders } from '@/db/schema/orders';
import { payments } from '@/db/schema/payments';
import type { TxCtx } from '@/lib/core/ctx';
import { conflict, notFound } from '@/lib/core/errors';
import type { OrderId } from '@/lib/core/ids';
import type { OrderStatus } from './order-state';

export type LoadedOrder = Awaited<ReturnType<typeof loadOrder>>;

/**
 * Locks an order for a change and reads its lines and allocations as they are under the lock. The order's row is
 * always locked before its stock, so verbs can not deadlock. `version` is what the caller had on screen:
 * if the order moved on since, the answer is CONFLICT and the new truth is to be shown.
 */
export async function loadOrder(ctx: TxCtx, orderId: OrderId, version?: number) {
  const order = await orderFacts(ctx, orderId, true);
  if (version !== undefined && version !== order.version) throw conflict('order-errors.changedMeanwhile');
  return order;
}

/** The same facts without the lock: for screens and answers. */
export async function readOrder(ctx: TxCtx, orderId: OrderId) {
  return orderFacts(ctx, orderId, false);
}

async function orderFacts(ctx: TxCtx, orderId: OrderId, locked: boolean) {
  const same = (table: typeof orderLines | typeof orderAllocations) =>
    and(eq(table.storeId, ctx.store.id), eq(table.orderId, orderId));
  const own = ctx.db
    .select(CHANGEABLE)
    .from(orders)
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, orderId)));
  const [[order], lines, allocations, [money]] = await Promise.all([
    locked ? own.for('update') : own,
    ctx.db.select(LINE).from(orderLines).where(same(orderLines)).orderBy(asc(orderLines.position)),
    ctx.db
      .select({
        lineId: orderAllocations.lineId,
        warehouseId: orderAllocations.warehouseId,
        quantity: orderAllocations.quantity,
      })
      .from(orderAllocations)
      .where(same(orderAllocations)),
    ctx.db
      .select(UNDERWAY)
      .from(payments)
      .where(and(eq(payments.storeId, ctx.store.id), eq(payments.orderId, orderId))),
  ]);
  if (!order) throw notFound('order-errors.notFound');
  return {
    ...order,
    lines,
    allocations,
    heldMinor: money?.heldMinor ?? 0,
    askedMinor: money?.askedMinor ?? 0,
  };
}

/** Read in a statement of its own: one that waits for the lock still sees other tables as they were before waiting. */
const UNDERWAY = {
  /** Promised back to the shopper and not yet answered by the provider. */
  heldMinor: sql<number>`coalesce(sum(${payments.refundHeldMinor}), 0)`.mapWith(Number),
  /** Asked of a provider and not yet answered. */
  askedMinor:
    sql<number>`coalesce(sum(${payments.amountMinor}) filter (where status in ('created', 'pending')), 0)`.mapWith(
      Number,
    ),
};

const CHANGEABLE = {
  id: orders.id,
  number: orders.number,
  kind: orders.kind,
  channel: orders.channel,
  status: orders.status,
  paymentStatus: orders.paymentStatus,
  paymentMethod: orders.paymentMethod,
  customerName: orders.customerName,
  currency: orders.currency,
  totalMinor: orders.totalMinor,
  dueMinor: orders.dueMinor,
  creditsMinor: orders.creditsMinor,
  capturedMinor: orders.capturedMinor,
  refundedMinor: orders.refundedMinor,
  tags: orders.tags,
  placedAt: orders.placedAt,
  shipByAt: orders.shipByAt,
  heldAt: orders.heldAt,
  version: orders.version,
};

const LINE = {
  id: orderLines.id,
  variantId: orderLines.variantId,
  sku: orderLines.sku,
  quantity: orderLines.quantity,
  open: orderLines.open,
  allocated: orderLines.allocated,
  backordered: orderLines.backordered,
  picked: orderLines.picked,
  packed: orderLines.packed,
  shipped: orderLines.shipped,
  canceled: orderLines.canceled,
  delivered: orderLines.delivered,
  returnRequested: orderLines.returnRequested,
  returned: orderLines.returned,
  totalMinor: orderLines.totalMinor,
};

/** The order's status must be one a step may start from; otherwise CONFLICT says what it is now. */
export function requireStatus(order: LoadedOrder, from: readonly OrderStatus[], key: string): void {
  if (!from.includes(order.status)) throw conflict(key, { status: order.status });
}
