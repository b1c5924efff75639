import { asc, eq } from 'drizzle-orm';
import { orders } from '@/db/schema/orders';
import { type Ctx, read, type TxCtx } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import { codeTokens } from '@/lib/core/search-tokens';
import { paymentAllowsConfirm } from '@/lib/orders/derive-status';
import { recomputeOrderStatus } from '@/lib/orders/settle-order';
import { checkStock } from '@/lib/stock/check-stock';
import type { World } from './world';

/** Every law the store must keep, whatever was done to it. Returns the broken ones, in words. */
export async function brokenLaws(ctx: Ctx, world: World): Promise<string[]> {
  const broken = await read(ctx, async (inner) => [
    ...(await inner.raw<{ law: string }>(LAWS, [uuidOf(ctx.store.id)])).map((row) => row.law),
    ...(await statusLaws(inner, world)),
    ...(await booksOf(inner, world)),
  ]);
  const { differences } = await checkStock(ctx);
  return [
    ...broken,
    ...differences.map((found) => `a counter is not its movements: ${JSON.stringify(found)}`),
  ];
}

/** Statuses are what the facts say, and every placed order is found by its number. */
async function statusLaws(ctx: TxCtx, world: World): Promise<string[]> {
  const broken: string[] = [];
  const rows = await ctx.db
    .select()
    .from(orders)
    .where(eq(orders.storeId, ctx.store.id))
    .orderBy(asc(orders.id));
  for (const row of rows) {
    const { facts, ...derived } = await recomputeOrderStatus(ctx, row.id);
    const says = { ...derived, captured: facts.captured, refunded: facts.refunded, credits: facts.credits };
    const stands = {
      status: row.status,
      paymentStatus: row.paymentStatus,
      fulfilmentStatus: row.fulfilmentStatus,
      returnStatus: row.returnStatus,
      dueMinor: row.dueMinor,
      units: row.units,
      captured: row.capturedMinor,
      refunded: row.refundedMinor,
      credits: row.creditsMinor,
    };
    if (JSON.stringify(says) !== JSON.stringify(stands)) {
      broken.push(`order ${row.number} stands ${JSON.stringify(stands)}, facts say ${JSON.stringify(says)}`);
    }
    const payable = paymentAllowsConfirm(row.paymentStatus, row.paymentMethod);
    if (row.status === 'pending' && payable && world.rules.confirmation === 'automatic') {
      broken.push(`order ${row.number} waits for a confirmation that needs nobody: ${row.paymentStatus}`);
    }
    if (row.number === null) continue;
    const tokens = codeTokens(ctx.store.id, String(row.number)).map(String);
    const found = await ctx.raw(
      'select 1 from order_search where store_id = $1::uuid and order_id = $2::uuid and token = any($3::bigint[])',
      [uuidOf(ctx.store.id), uuidOf(row.id), tokens],
    );
    if (found.length === 0) broken.push(`order ${row.number} is not found by its number`);
  }
  return broken;
}

/** What the provider did is what our ledger says, but for what was never answered. */
async function booksOf(ctx: TxCtx, { provider }: World): Promise<string[]> {
  const ours = await ctx.raw<{ key: string; status: string; amount: number; kind: string }>(
    `select id::text as key, status, amount_minor as amount, 'capture' as kind from payments where store_id = $1::uuid
     union all select id::text, status, amount_minor, 'refund' from refunds where store_id = $1::uuid`,
    [uuidOf(ctx.store.id)],
  );
  const known = new Map(ours.map((row) => [row.key, row]));
  const broken: string[] = [];
  for (const [kind, books] of [
    ['capture', provider.captures],
    ['refund', provider.refunds],
  ] as const) {
    for (const [key, { answer, amountMinor }] of books) {
      const row = known.get(uuidOf(key as `pay_${string}`));
      if (row && ['created', 'pending', 'requested'].includes(row.status)) continue;
      const done = row && ['captured', 'succeeded'].includes(row.status) && row.amount === amountMinor;
      if (Boolean(done) !== answer.ok)
        broken.push(`the provider's ${kind} ${key} ended ${answer.ok}, ours is ${row?.status}`);
    }
  }
  return broken;
}

/** Each row is a broken law. */
const LAWS = `
  with parcels as (
    select sl.line_id, sum(sl.quantity) filter (where s.status = 'picking') as picked,
      sum(sl.quantity) filter (where s.status = 'packed') as packed,
      sum(sl.quantity) filter (where s.status in ('shipped', 'delivered')) as shipped,
      sum(sl.quantity) filter (where s.status = 'delivered') as delivered
    from shipment_lines sl join shipments s on s.store_id = sl.store_id and s.id = sl.shipment_id
    where sl.store_id = $1::uuid group by sl.line_id),
  promised as (select line_id, sum(quantity) as n from order_allocations where store_id = $1::uuid group by line_id),
  held as (
    select warehouse_id, variant_id, sum(n) as n from (
      select a.warehouse_id, l.variant_id, a.quantity as n from order_allocations a
        join order_lines l on l.store_id = a.store_id and l.id = a.line_id where a.store_id = $1::uuid
      union all
      select s.warehouse_id, l.variant_id, sl.quantity from shipment_lines sl
        join shipments s on s.store_id = sl.store_id and s.id = sl.shipment_id and s.status in ('picking', 'packed')
        join order_lines l on l.store_id = sl.store_id and l.id = sl.line_id where sl.store_id = $1::uuid) h
    group by warehouse_id, variant_id),
  waiting as (select variant_id, sum(backordered) as n from order_lines where store_id = $1::uuid group by variant_id),
  moved as (
    select payment_id, coalesce(sum(amount_minor) filter (where code = 'capture'), 0) as captured,
      coalesce(sum(case code when 'refund_hold' then amount_minor when 'refund' then -amount_minor
        when 'refund_release' then -amount_minor else 0 end), 0) as held,
      coalesce(sum(amount_minor) filter (where code = 'refund'), 0) as refunded
    from money_movements where store_id = $1::uuid group by payment_id),
  paid as (
    select order_id, sum(captured_minor) as captured, sum(refunded_minor) as refunded, sum(refund_held_minor) as held,
      coalesce(sum(amount_minor) filter (where status in ('created', 'pending')), 0) as asked
    from payments where store_id = $1::uuid group by order_id),
  back as (
    select payment_id, coalesce(sum(amount_minor) filter (where status = 'requested'), 0) as held,
      coalesce(sum(amount_minor) filter (where status = 'succeeded'), 0) as refunded
    from refunds where store_id = $1::uuid group by payment_id)
  select format('line %s: ledger %s, parcels %s', l.id, row(l.picked, l.packed, l.shipped, l.delivered),
      row(p.picked, p.packed, p.shipped, p.delivered)) as law
    from order_lines l left join parcels p on p.line_id = l.id
    where l.store_id = $1::uuid and (l.picked, l.packed, l.shipped, l.delivered)
      <> (coalesce(p.picked, 0), coalesce(p.packed, 0), coalesce(p.shipped, 0), coalesce(p.delivered, 0))
  union all
  select format('line %s: %s allocated, %s promised', l.id, l.allocated, p.n)
    from order_lines l left join promised p on p.line_id = l.id
    where l.store_id = $1::uuid and l.allocated <> coalesce(p.n, 0)
  union all
  select format('line %s: %s open in a placed order', l.id, l.open)
    from order_lines l join orders o on o.store_id = l.store_id and o.id = l.order_id
    where l.store_id = $1::uuid and (l.open < 0 or (o.status <> 'draft' and l.open > 0))
  union all
  select format('level %s %s: %s allocated, orders hold %s', s.warehouse_id, s.variant_id, s.allocated, h.n)
    from stock_levels s full join held h on h.warehouse_id = s.warehouse_id and h.variant_id = s.variant_id
    where s.store_id = $1::uuid and s.allocated <> coalesce(h.n, 0) or s.store_id is null
  union all
  select format('variant %s: %s backordered, lines wait for %s', b.variant_id, b.backordered, w.n)
    from backorders b full join waiting w on w.variant_id = b.variant_id
    where b.store_id = $1::uuid and b.backordered <> coalesce(w.n, 0) or b.store_id is null and w.n > 0
  union all
  select format('payment %s: %s, moved %s', p.id, row(p.captured_minor, p.refund_held_minor, p.refunded_minor), m)
    from payments p left join moved m on m.payment_id = p.id
    where p.store_id = $1::uuid and (p.captured_minor, p.refund_held_minor, p.refunded_minor)
      <> (coalesce(m.captured, 0), coalesce(m.held, 0), coalesce(m.refunded, 0))
  union all
  select format('payment %s: refunds say %s', p.id, b)
    from payments p left join back b on b.payment_id = p.id
    where p.store_id = $1::uuid and (p.refund_held_minor, p.refunded_minor) <> (coalesce(b.held, 0), coalesce(b.refunded, 0))
  union all
  select format('payment %s is %s with %s captured', id, status, captured_minor) from payments
    where store_id = $1::uuid and captured_minor <> case when status = 'captured' then amount_minor else 0 end
  union all
  select format('order %s: %s %s, payments %s', o.number, o.captured_minor, o.refunded_minor, p)
    from orders o left join paid p on p.order_id = o.id
    where o.store_id = $1::uuid and (o.captured_minor, o.refunded_minor) <> (coalesce(p.captured, 0), coalesce(p.refunded, 0))
  union all
  select format('order %s took more than it was worth: %s of %s', o.number, p, o.total_minor)
    from orders o join paid p on p.order_id = o.id
    where o.store_id = $1::uuid and p.captured - p.refunded - p.held + p.asked > o.total_minor
  union all
  select format('order %s gave more back than it took: net %s, due %s', o.number, p, o.due_minor)
    from orders o join paid p on p.order_id = o.id
    where o.store_id = $1::uuid and p.refunded + p.held > o.total_minor
  union all
  select format('order %s is %s: confirmed %s, ship by %s, pay by %s, delivered %s, complete after %s, completed %s, canceled %s, because %s',
      number, status, confirmed_at, ship_by_at, pay_by_at, delivered_at, complete_after_at, completed_at, canceled_at, cancel_reason)
    from orders where store_id = $1::uuid and (
      (status in ('confirmed', 'processing', 'shipped', 'delivered', 'completed')) and (confirmed_at is null or ship_by_at is null)
      or status in ('draft', 'pending') and (confirmed_at is not null or ship_by_at is not null)
      or status = 'canceled' and ship_by_at is not null
      or status <> 'pending' and pay_by_at is not null
      or (status in ('delivered', 'completed')) <> (delivered_at is not null)
      or (status = 'delivered') <> (complete_after_at is not null)
      or (status = 'completed') <> (completed_at is not null)
      or (status = 'canceled') <> (canceled_at is not null)
      or (status = 'canceled') <> (cancel_reason is not null))
  union all
  select format('order %s: first shipped %s', o.number, o.first_shipped_at) from orders o
    where o.store_id = $1::uuid and (o.first_shipped_at is not null) <> exists (
      select 1 from order_lines l where l.store_id = o.store_id and l.order_id = o.id and l.shipped > 0)
  union all
  select format('order %s: parts %s, total %s', o.number, row(o.goods_minor, o.discount_minor, o.shipping_minor), o.total_minor)
    from orders o where o.store_id = $1::uuid and o.prices_include_tax
      and (o.total_minor <> o.goods_minor - o.discount_minor + o.shipping_minor or o.total_minor <> o.shipping_minor + (
        select coalesce(sum(l.total_minor), 0) from order_lines l where l.store_id = o.store_id and l.order_id = o.id))
  union all
  select format('draft %s holds something', o.id) from orders o
    where o.store_id = $1::uuid and o.status = 'draft' and (
      exists (select 1 from order_search s where s.store_id = o.store_id and s.order_id = o.id)
      or exists (select 1 from order_lines l where l.store_id = o.store_id and l.order_id = o.id and l.open <> l.quantity))`;
