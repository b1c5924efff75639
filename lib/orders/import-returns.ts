import type { TxCtx } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { uuidOf } from '@/lib/core/ids';
import type { Minor } from '@/lib/core/money';
import { deriveStatuses, type LineUnits } from './derive-status';
import type { OrderStatus } from './order-state';

/** Units of an order's line that came back before the order was known here. Ids are plain UUIDs. */
export type ImportedReturn = { orderId: string; lineId: string; quantity: number };
/** What the order grants for them: the same amount is refunded (`importRefunds`), so that nothing stays owed. */
export type ImportedCredit = { id: string; orderId: string; amountMinor: Minor; label: string; at: Date };

/**
 * Marks units of completed orders as returned, grants their credits, and settles what is derived, in the caller's
 * transaction and after the payments' counters were changed. More units than were sent breaks a CHECK and fails it.
 */
export async function importReturns(
  ctx: TxCtx,
  returned: readonly ImportedReturn[],
  credits: readonly ImportedCredit[],
): Promise<void> {
  if (returned.length === 0) return;
  const store = uuidOf(ctx.store.id);
  const [marked] = await Promise.all([
    ctx.raw(RETURNED, [store, returned.map((line) => line.lineId), returned.map((line) => line.quantity)]),
    ctx.raw(CREDITS, [
      store,
      credits.map((credit) => credit.id),
      credits.map((credit) => credit.orderId),
      credits.map((credit) => credit.label),
      credits.map((credit) => -credit.amountMinor),
      credits.map((credit) => credit.at.toISOString()),
    ]),
  ]);
  invariant(
    marked.length === new Set(returned.map((line) => line.lineId)).size,
    'every returned line is there',
  );
  await settleMany(ctx, [...new Set(returned.map((line) => line.orderId))]);
}

const RETURNED = `update order_lines l set returned = l.returned + r.n
  from (select line_id, sum(n)::bigint as n from unnest($2::uuid[], $3::bigint[]) as r(line_id, n) group by line_id) r
  where l.store_id = $1::uuid and l.id = r.line_id
  returning l.id`;

const CREDITS = `insert into order_charges (store_id, id, order_id, kind, label, amount_minor, created_at)
  select $1::uuid, c.id, c.order_id, 'credit', c.label, c.amount, c.at
  from unnest($2::uuid[], $3::uuid[], $4::text[], $5::bigint[], $6::timestamptz[]) as c(id, order_id, label, amount, at)`;

type FactsRow = LineUnits & {
  id: string;
  kind: 'sale' | 'credit';
  status: OrderStatus;
  total: number;
  credits: number;
  captured: number;
  refunded: number;
};

/** The same facts as one order's, for many: their lines added up, which is exact as long as nothing was cancelled. */
const FACTS = `select o.id, o.kind, o.status, o.total_minor as total, l.*, coalesce(c.credits, 0)::bigint as credits,
    coalesce(p.captured, 0)::bigint as captured, coalesce(p.refunded, 0)::bigint as refunded
  from orders o
  join lateral (select sum(quantity)::bigint as quantity, sum(allocated)::bigint as allocated,
      sum(backordered)::bigint as backordered, sum(picked)::bigint as picked, sum(packed)::bigint as packed,
      sum(shipped)::bigint as shipped, sum(canceled)::bigint as canceled, sum(delivered)::bigint as delivered,
      sum(return_requested)::bigint as "returnRequested", sum(returned)::bigint as returned
    from order_lines where store_id = o.store_id and order_id = o.id) l on true
  left join lateral (select -sum(amount_minor) as credits from order_charges
    where store_id = o.store_id and order_id = o.id and kind = 'credit') c on true
  left join lateral (select sum(captured_minor) as captured, sum(refunded_minor) as refunded from payments
    where store_id = o.store_id and order_id = o.id) p on true
  where o.store_id = $1::uuid and o.id = any($2::uuid[])`;

export async function settleMany(ctx: TxCtx, orderIds: readonly string[]): Promise<void> {
  const store = uuidOf(ctx.store.id);
  const facts = await ctx.raw<FactsRow>(FACTS, [store, orderIds]);
  const derived = facts.map((row) => {
    invariant(
      row.canceled === 0 && row.status === 'completed',
      'an imported order is completed, nothing cancelled',
    );
    return deriveStatuses({
      kind: row.kind,
      status: row.status,
      totalMinor: row.total,
      creditsMinor: row.credits,
      authorizedMinor: 0,
      capturedMinor: row.captured,
      refundedMinor: row.refunded,
      lastAttempt: null,
      lines: [{ ...row, totalMinor: row.total }],
    });
  });
  await ctx.raw(SETTLED, [
    store,
    ctx.now.toISOString(),
    facts.map((row) => row.id),
    derived.map((status) => status.paymentStatus),
    derived.map((status) => status.returnStatus),
    derived.map((status) => status.dueMinor),
    facts.map((row) => row.credits),
    facts.map((row) => row.refunded),
  ]);
}

const SETTLED = `update orders o set payment_status = s.payment, return_status = s.returned, due_minor = s.due,
    credits_minor = s.credits, refunded_minor = s.refunded, version = o.version + 1, updated_at = $2::timestamptz
  from unnest($3::uuid[], $4::text[], $5::text[], $6::bigint[], $7::bigint[], $8::bigint[])
    as s(id, payment, returned, due, credits, refunded)
  where o.store_id = $1::uuid and o.id = s.id`;
