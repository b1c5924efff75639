import { and, eq, sql } from 'drizzle-orm';
import { orders } from '@/db/schema/orders';
import type { TxCtx } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { type OrderId, uuidOf } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { type DerivedStatuses, deriveStatuses, type OrderFacts } from './derive-status';
import type { OrderStatus } from './order-state';

type FactsRow = {
  kind: 'sale' | 'credit';
  status: OrderStatus;
  total: number;
  credits: number;
  first_shipped_at: string | null;
  delivered_at: string | null;
  completion_days: number;
  lines: OrderFacts['lines'] | null;
  authorized: number;
  captured: number;
  refunded: number;
  last_attempt: string | null;
};

/** One statement: the order's own facts, its lines, and what its payments' counters add up to. */
const FACTS = `select o.kind, o.status, o.total_minor as total, o.first_shipped_at, o.delivered_at,
    (select completion_days from store_settings s where s.store_id = o.store_id) as completion_days,
    (select coalesce(-sum(c.amount_minor), 0)::bigint from order_charges c
      where c.store_id = o.store_id and c.order_id = o.id and c.kind = 'credit') as credits,
    (select json_agg(json_build_object('quantity', l.quantity, 'allocated', l.allocated, 'backordered', l.backordered,
        'picked', l.picked, 'packed', l.packed, 'shipped', l.shipped, 'canceled', l.canceled, 'delivered', l.delivered,
        'returnRequested', l.return_requested, 'returned', l.returned, 'totalMinor', l.total_minor))
      from order_lines l where l.store_id = o.store_id and l.order_id = o.id) as lines,
    p.authorized, p.captured, p.refunded, p.last_attempt
  from orders o cross join lateral (
    select coalesce(sum(case when status = 'authorized' then authorized_minor - captured_minor else 0 end), 0)::bigint as authorized,
      coalesce(sum(captured_minor), 0)::bigint as captured,
      coalesce(sum(refunded_minor), 0)::bigint as refunded,
      (array_agg(status order by created_at desc, id desc) filter (where status not in ('created', 'pending')))[1] as last_attempt
    from payments where store_id = o.store_id and order_id = o.id) p
  where o.store_id = $1::uuid and o.id = $2::uuid`;

/** What the statuses should be, from facts alone: `settleOrder` writes it, a test compares every order with it. */
export async function recomputeOrderStatus(
  ctx: TxCtx,
  orderId: OrderId,
): Promise<DerivedStatuses & { facts: FactsRow }> {
  const [row] = await ctx.raw<FactsRow>(FACTS, [uuidOf(ctx.store.id), uuidOf(orderId)]);
  invariant(row, 'an order to settle');
  const last = row.last_attempt;
  const derived = deriveStatuses({
    kind: row.kind,
    status: row.status,
    totalMinor: row.total,
    creditsMinor: row.credits,
    authorizedMinor: row.authorized,
    capturedMinor: row.captured,
    refundedMinor: row.refunded,
    lastAttempt: last === 'failed' || last === 'voided' ? last : null,
    lines: row.lines ?? [],
  });
  return { ...derived, facts: row };
}

const DAY_MS = 86_400_000;

/** Rewrites the derived columns in the transaction of the fact that changed them, and moves the version on. */
export async function settleOrder(ctx: TxCtx, orderId: OrderId): Promise<DerivedStatuses> {
  const { facts, ...derived } = await recomputeOrderStatus(ctx, orderId);
  const left = facts.lines?.some((line) => line.shipped > 0) ?? false;
  const arrived = derived.status === 'delivered' || derived.status === 'completed';
  const newlyDelivered = derived.status === 'delivered' && facts.status !== 'delivered';
  const newlyCanceled = derived.status === 'canceled' && facts.status !== 'canceled';
  await ctx.db
    .update(orders)
    .set({
      ...derived,
      version: sql`${orders.version} + 1`,
      creditsMinor: facts.credits,
      authorizedMinor: facts.authorized,
      capturedMinor: facts.captured,
      refundedMinor: facts.refunded,
      ...(left ? (facts.first_shipped_at ? {} : { firstShippedAt: ctx.now }) : { firstShippedAt: null }),
      ...(newlyDelivered
        ? {
            deliveredAt: ctx.now,
            completeAfterAt: new Date(ctx.now.getTime() + facts.completion_days * DAY_MS),
          }
        : {}),
      ...(arrived ? {} : { deliveredAt: null, completeAfterAt: null }),
      ...(newlyCanceled ? { canceledAt: ctx.now } : {}),
      updatedAt: ctx.now,
    })
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, orderId)));
  if (newlyDelivered) await record(ctx, 'order.delivered', orderId, {});
  return derived;
}

/** Every change of an order moves its version on, so that a screen from before it is told. */
export async function bumpVersion(ctx: TxCtx, orderId: OrderId): Promise<void> {
  await ctx.raw(
    'update orders set version = version + 1, updated_at = $3::timestamptz where store_id = $1::uuid and id = $2::uuid',
    [uuidOf(ctx.store.id), uuidOf(orderId), ctx.now.toISOString()],
  );
}
