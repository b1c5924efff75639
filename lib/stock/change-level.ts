import type { Bucket, MovementCode } from '@/db/schema/stock';
import { actorRef } from '@/lib/core/actor';
import type { TxCtx } from '@/lib/core/ctx';
import { conflict, notFound } from '@/lib/core/errors';
import { type Id, uuidOf, type VariantId, type WarehouseId } from '@/lib/core/ids';

/** One change a person makes to one level. Its movement's id comes from the form: sent twice, it happens once. */
export type LevelChange = {
  movementId: Id<'mov'>;
  warehouseId: WarehouseId;
  variantId: VariantId;
  from: Bucket;
  to: Bucket;
  quantity: number;
  code: MovementCode;
  reason: string;
};
export type LevelAfter = { available: number; repeated: boolean };
export type LevelPlace = { warehouseId: WarehouseId; variantId: VariantId };
export type LockedLevel = { available: number; damaged: number; allocated: number; moved: boolean };

const COUNTERS: readonly Bucket[] = ['available', 'allocated', 'damaged', 'quarantine', 'in_transit'];

/**
 * Makes the level if the variant never lay there, and keeps it still until the transaction ends.
 * A warehouse or variant of another store is not found.
 */
export async function lockLevel(ctx: TxCtx, place: LevelPlace): Promise<LockedLevel> {
  const params = [uuidOf(ctx.store.id), uuidOf(place.warehouseId), uuidOf(place.variantId)];
  const [, rows] = await Promise.all([
    ctx.raw(
      `insert into stock_levels (store_id, warehouse_id, variant_id)
       select w.store_id, w.id, v.id from warehouses w join variants v on v.store_id = w.store_id
       where w.store_id = $1::uuid and w.id = $2::uuid and v.id = $3::uuid
       on conflict do nothing`,
      params,
    ),
    ctx.raw(
      `select l.available, l.damaged, l.allocated, exists (
          select 1 from stock_movements m
          where m.store_id = l.store_id and m.variant_id = l.variant_id and m.warehouse_id = l.warehouse_id) as moved
       from stock_levels l
       where l.store_id = $1::uuid and l.warehouse_id = $2::uuid and l.variant_id = $3::uuid for update`,
      params,
    ),
  ]);
  const [row] = rows;
  if (!row) throw notFound('stock.errors.levelUnknown');
  return {
    available: Number(row.available),
    damaged: Number(row.damaged),
    allocated: Number(row.allocated),
    moved: row.moved === true,
  };
}

/** What an earlier sending of the same change left; null when there was none. The same id for another change: CONFLICT. */
export async function repeatedChange(
  ctx: TxCtx,
  change: Pick<LevelChange, 'movementId' | 'warehouseId' | 'variantId'> & Partial<LevelChange>,
): Promise<LevelAfter | null> {
  const [row] = await ctx.raw(
    `select warehouse_id, variant_id, code, from_bucket, to_bucket, quantity, balance_after
     from stock_movements where store_id = $1::uuid and id = $2::uuid`,
    [uuidOf(ctx.store.id), uuidOf(change.movementId)],
  );
  if (!row) return null;
  const asked = [change.code, change.from, change.to, change.quantity];
  const done = [row.code, row.from_bucket, row.to_bucket, Number(row.quantity)];
  const same =
    row.warehouse_id === uuidOf(change.warehouseId) &&
    row.variant_id === uuidOf(change.variantId) &&
    asked.every((part, i) => part === undefined || part === done[i]);
  if (!same) throw conflict('stock.errors.idTaken');
  return { available: Number(row.balance_after), repeated: true };
}

/**
 * Moves the units and writes the movement with its balance in one guarded statement: no counter passes below zero.
 * Too few: CONFLICT, telling what is left.
 */
export async function changeLevel(ctx: TxCtx, change: LevelChange): Promise<LevelAfter> {
  const { from, to } = change;
  const sets = [
    COUNTERS.includes(from) ? `${from} = ${from} - $4::bigint` : '',
    COUNTERS.includes(to) ? `${to} = ${to} + $4::bigint` : '',
  ].filter(Boolean);
  const guard = COUNTERS.includes(from) ? `and ${from} >= $4::bigint` : '';
  const rows = await ctx.raw(
    `with moved as (
      update stock_levels set ${sets.join(', ')}
      where store_id = $1::uuid and warehouse_id = $2::uuid and variant_id = $3::uuid ${guard}
      returning available)
    insert into stock_movements (store_id, id, warehouse_id, variant_id, from_bucket, to_bucket, quantity, code,
      actor, reason, balance_after, at, request_id)
    select $1::uuid, $5::uuid, $2::uuid, $3::uuid, '${from}', '${to}', $4::bigint, '${change.code}',
      $6::jsonb, $7::text, available, $8::timestamptz, $9::text from moved
    returning balance_after`,
    [
      uuidOf(ctx.store.id),
      uuidOf(change.warehouseId),
      uuidOf(change.variantId),
      change.quantity,
      uuidOf(change.movementId),
      JSON.stringify(actorRef(ctx.actor)),
      change.reason,
      ctx.now.toISOString(),
      ctx.requestId,
    ],
  );
  const [row] = rows;
  if (!row) throw await short(ctx, change);
  return { available: Number(row.balance_after), repeated: false };
}

async function short(ctx: TxCtx, change: LevelChange) {
  const level = await lockLevel(ctx, change);
  const left = change.from === 'damaged' ? level.damaged : level.available;
  const key = change.from === 'damaged' ? 'stock.errors.tooFewDamaged' : 'stock.errors.tooFew';
  return conflict(key, { asked: change.quantity, left });
}
