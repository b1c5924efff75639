import { actorRef } from '@/lib/core/actor';
import type { TxCtx } from '@/lib/core/ctx';
import { newId, uuidOf } from '@/lib/core/ids';
import { mergeMoves, type StockMove } from './move-stock';

/** What one order takes, by whom and when. */
export type Take = { ctx: TxCtx; orderId: string; moves: readonly StockMove[] };

/**
 * Allocates the units of several orders in one guarded statement, in key order, above the safety stock: all of them, or
 * the statement fails (see `wasShort`). Each order has its own movement, with the balance after it.
 */
export async function takeForOrders(ctx: TxCtx, takes: readonly Take[]): Promise<void> {
  const rows = takes.flatMap((take) => mergeMoves(take.moves).map((move) => ({ ...move, take })));
  if (rows.length === 0) return;
  const later = takenLater(rows);
  await ctx.raw(TAKE, [
    uuidOf(ctx.store.id),
    rows.map((row) => uuidOf(row.warehouseId)),
    rows.map((row) => uuidOf(row.variantId)),
    rows.map((row) => row.quantity),
    later,
    rows.map(() => uuidOf(newId('mov'))),
    rows.map((row) => (row.lineId ? uuidOf(row.lineId) : null)),
    rows.map(({ take }) => take.orderId),
    rows.map(({ take }) => JSON.stringify(actorRef(take.ctx.actor))),
    rows.map(({ take }) => take.ctx.now.toISOString()),
    rows.map(({ take }) => take.ctx.requestId),
  ]);
}

/** For each row, the units of its counter that the rows after it take: what the balance after it still holds. */
function takenLater(rows: readonly StockMove[]): number[] {
  const taken = new Map<string, number>();
  const later: number[] = [];
  for (const { warehouseId, variantId, quantity } of rows.toReversed()) {
    const key = `${warehouseId}|${variantId}`;
    const sofar = taken.get(key) ?? 0;
    later.push(sofar);
    taken.set(key, sofar + quantity);
  }
  return later.reverse();
}

const TAKE = `with w as (
    select * from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[], $6::uuid[], $7::uuid[], $8::text[], $9::text[],
        $10::timestamptz[], $11::text[])
      as w(warehouse_id, variant_id, n, later, movement_id, line_id, cause_id, actor, at, request_id)),
  need as (select warehouse_id, variant_id, sum(n)::bigint as n from w group by warehouse_id, variant_id),
  locked as materialized (
    select l.warehouse_id, l.variant_id from stock_levels l join need using (warehouse_id, variant_id)
    where l.store_id = $1::uuid order by l.warehouse_id, l.variant_id for update of l),
  moved as (
    update stock_levels l set available = l.available - need.n, allocated = l.allocated + need.n
    from need join locked k using (warehouse_id, variant_id)
    where l.store_id = $1::uuid and l.warehouse_id = need.warehouse_id and l.variant_id = need.variant_id
      and l.available - need.n >= l.safety_stock
    returning l.warehouse_id, l.variant_id, l.available),
  written as (
    insert into stock_movements (store_id, id, warehouse_id, variant_id, from_bucket, to_bucket, quantity, code,
      cause_id, line_id, actor, reason, balance_after, at, request_id)
    select $1::uuid, movement_id, warehouse_id, variant_id, 'available', 'allocated', n, 'allocate', cause_id, line_id,
      actor::jsonb, '', available + later, at, request_id
    from w left join moved using (warehouse_id, variant_id)
    returning 1)
  select count(*)::int as moved from written`;
