import type { TxCtx } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { type OrderId, type OrderLineId, uuidOf, type WarehouseId } from '@/lib/core/ids';

export type UnitsOfLine = { lineId: OrderLineId; quantity: number };
export type UnitBucket = 'allocated' | 'backordered' | 'picked' | 'packed' | 'shipped' | 'canceled' | 'open';

/**
 * Moves units of an order's lines from one place of the quantity ledger to another, in one guarded statement.
 * A line with fewer units there than asked: CONFLICT, and nothing moves (the caller's transaction ends).
 */
export async function moveUnits(
  ctx: TxCtx,
  orderId: OrderId,
  lines: readonly UnitsOfLine[],
  from: UnitBucket,
  to: UnitBucket,
): Promise<void> {
  if (lines.length === 0) return;
  const sets = [
    from === 'open' ? null : `${from} = l.${from} - u.n`,
    to === 'open' ? null : `${to} = l.${to} + u.n`,
  ];
  const rows = await ctx.raw(
    `with u as (select * from unnest($3::uuid[], $4::bigint[]) as u(line_id, n))
     update order_lines l set ${sets.filter(Boolean).join(', ')}
     from u where l.store_id = $1::uuid and l.order_id = $2::uuid and l.id = u.line_id and l.${from} >= u.n
     returning 1`,
    [uuidOf(ctx.store.id), uuidOf(orderId), lines.map((u) => uuidOf(u.lineId)), lines.map((u) => u.quantity)],
  );
  if (rows.length < lines.length) throw conflict('order-errors.unitsMoved');
}

/** Marks shipped units as arrived, or takes it back with a negative sign. */
export async function markDelivered(
  ctx: TxCtx,
  orderId: OrderId,
  lines: readonly UnitsOfLine[],
): Promise<void> {
  const rows = await ctx.raw(
    `with u as (select * from unnest($3::uuid[], $4::bigint[]) as u(line_id, n))
     update order_lines l set delivered = l.delivered + u.n
     from u where l.store_id = $1::uuid and l.order_id = $2::uuid and l.id = u.line_id and l.delivered + u.n <= l.shipped
     returning 1`,
    [uuidOf(ctx.store.id), uuidOf(orderId), lines.map((u) => uuidOf(u.lineId)), lines.map((u) => u.quantity)],
  );
  if (rows.length < lines.length) throw conflict('order-errors.unitsMoved');
}

export type AllocatedUnits = UnitsOfLine & { warehouseId: WarehouseId };

/** Takes units out of what is promised at a warehouse (picked or cancelled). */
export async function takeAllocations(ctx: TxCtx, units: readonly AllocatedUnits[]): Promise<void> {
  if (units.length === 0) return;
  const params = [
    uuidOf(ctx.store.id),
    units.map((u) => uuidOf(u.lineId)),
    units.map((u) => uuidOf(u.warehouseId)),
    units.map((u) => u.quantity),
  ];
  const rows = await ctx.raw(
    `with u as (select * from unnest($2::uuid[], $3::uuid[], $4::bigint[]) as u(line_id, warehouse_id, n))
     update order_allocations a set quantity = a.quantity - u.n
     from u where a.store_id = $1::uuid and a.line_id = u.line_id and a.warehouse_id = u.warehouse_id and a.quantity >= u.n
     returning 1`,
    params,
  );
  if (rows.length < units.length) throw conflict('order-errors.unitsMoved');
  await ctx.raw(
    'delete from order_allocations where store_id = $1::uuid and line_id = any($2::uuid[]) and quantity = 0',
    [params[0], params[1]],
  );
}

/** Promises units at a warehouse (again). */
export async function giveAllocations(
  ctx: TxCtx,
  orderId: OrderId,
  units: readonly AllocatedUnits[],
): Promise<void> {
  if (units.length === 0) return;
  await ctx.raw(
    `insert into order_allocations (store_id, order_id, line_id, warehouse_id, quantity)
     select $1::uuid, $2::uuid, u.line_id, u.warehouse_id, u.n
     from unnest($3::uuid[], $4::uuid[], $5::bigint[]) as u(line_id, warehouse_id, n)
     on conflict (store_id, line_id, warehouse_id) do update set quantity = order_allocations.quantity + excluded.quantity`,
    [
      uuidOf(ctx.store.id),
      uuidOf(orderId),
      units.map((u) => uuidOf(u.lineId)),
      units.map((u) => uuidOf(u.warehouseId)),
      units.map((u) => u.quantity),
    ],
  );
}
