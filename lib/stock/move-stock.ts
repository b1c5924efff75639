import type { Bucket, MovementCode } from '@/db/schema/stock';
import { actorRef } from '@/lib/core/actor';
import { pgNullColumn, type TxCtx } from '@/lib/core/ctx';
import { type Id, newId, uuidOf, type VariantId, type WarehouseId } from '@/lib/core/ids';

/** Units of one variant at one warehouse, moved from a bucket to a bucket. */
export type StockMove = {
  warehouseId: WarehouseId;
  variantId: VariantId;
  quantity: number;
  lineId?: Id<'oln'> | null;
};
export type MoveOptions = {
  code: MovementCode;
  from: Bucket;
  to: Bucket;
  /** The order or parcel that makes it. */
  causeId?: string | null;
  reason?: string;
  /** Keep `safety_stock` available (shopper and API channels). */
  keepSafetyStock?: boolean;
  /** A short row fails the statement itself (see `wasShort`), so that it may be sent together with the commit. */
  allOrFail?: boolean;
};

/** A moved unit is written with the balance it left: one that was not there has none, and is refused by its column. */
export const wasShort = (error: unknown) => pgNullColumn(error) === 'stock_movements.balance_after';

const COUNTERS = new Set<string>(['available', 'allocated', 'damaged', 'quarantine', 'in_transit']);

/**
 * Moves stock in one guarded statement: rows are locked in key order, a counter never passes below zero (or below the
 * safety stock), and each moved row appends its movement with the balance after it.
 * Returns how many of the asked rows moved; fewer than asked means some were short: throw, so that nothing stays.
 */
export async function moveStock(
  ctx: TxCtx,
  moves: readonly StockMove[],
  options: MoveOptions,
): Promise<number> {
  const merged = mergeMoves(moves);
  if (merged.length === 0) return 0;
  const rows = await ctx.raw(moveSql(options), [
    uuidOf(ctx.store.id),
    merged.map((move) => uuidOf(move.warehouseId)),
    merged.map((move) => uuidOf(move.variantId)),
    merged.map((move) => move.quantity),
    merged.map(() => uuidOf(newId('mov'))),
    merged.map((move) => (move.lineId ? uuidOf(move.lineId) : null)),
    options.causeId ?? null,
    JSON.stringify(actorRef(ctx.actor)),
    options.reason ?? '',
    ctx.now.toISOString(),
    ctx.requestId,
  ]);
  return Number(rows[0]?.moved ?? 0);
}

/** The same, for callers to whom a short row is a broken invariant rather than a lost race. */
export function mergeMoves(moves: readonly StockMove[]): StockMove[] {
  const merged = new Map<string, StockMove>();
  for (const move of moves) {
    const key = `${move.warehouseId}|${move.variantId}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...known, quantity: known.quantity + move.quantity, lineId: null } : move);
  }
  return [...merged.values()];
}

function moveSql({ code, from, to, keepSafetyStock, allOrFail }: MoveOptions): string {
  const sets = [
    COUNTERS.has(from) ? `${from} = l.${from} - w.n` : null,
    COUNTERS.has(to) ? `${to} = l.${to} + w.n` : null,
  ].filter(Boolean);
  const floor = keepSafetyStock ? 'l.safety_stock' : '0';
  const guard = COUNTERS.has(from) ? `and l.${from} - w.n >= ${from === 'available' ? floor : '0'}` : '';
  return `with w as (
      select * from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::uuid[], $6::uuid[])
        as w(warehouse_id, variant_id, n, movement_id, line_id)),
    locked as materialized (
      select l.warehouse_id, l.variant_id from stock_levels l join w using (warehouse_id, variant_id)
      where l.store_id = $1::uuid order by l.warehouse_id, l.variant_id for update of l),
    moved as (
      update stock_levels l set ${sets.join(', ')}
      from w join locked k using (warehouse_id, variant_id)
      where l.store_id = $1::uuid and l.warehouse_id = w.warehouse_id and l.variant_id = w.variant_id ${guard}
      returning l.warehouse_id, l.variant_id, l.available),
    written as (
      insert into stock_movements (store_id, id, warehouse_id, variant_id, from_bucket, to_bucket, quantity, code,
        cause_id, line_id, actor, reason, balance_after, at, request_id)
      select $1::uuid, movement_id, warehouse_id, variant_id, '${from}', '${to}', n, '${code}',
        $7::text, line_id, $8::jsonb, $9::text, available, $10::timestamptz, $11::text
      from w ${allOrFail ? 'left ' : ''}join moved using (warehouse_id, variant_id)
      returning 1)
    select count(*)::int as moved from written`;
}
