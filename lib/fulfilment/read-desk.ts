import { and, asc, eq } from 'drizzle-orm';
import { warehouses } from '@/db/schema/stock';
import { storeSettings } from '@/db/schema/stores';
import type { TxCtx } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { uuidOf, type WarehouseId } from '@/lib/core/ids';
import { Params } from '@/lib/core/params';
import { shipBy } from '@/lib/stores/ship-by';
import { QUEUE_COUNT_CAP, type Queue } from './waiting-view';

/** What stands around every queue: how long each is, when the carrier comes, what must have left by then. */
export type WaitingDesk = {
  counts: Record<Queue, number>;
  cutOff: { at: Date; due: number; late: number };
  warehouses: { id: WarehouseId; name: string }[];
  numberPrefix: string;
};

/** Three statements, sent together but for the counts, which need the cut-off's moment. */
export async function readDesk(ctx: TxCtx, warehouseId: WarehouseId | null): Promise<WaitingDesk> {
  const [[rules], houses] = await Promise.all([
    ctx.db
      .select({
        cutOff: storeSettings.cutOff,
        workingDays: storeSettings.workingDays,
        numberPrefix: storeSettings.numberPrefix,
      })
      .from(storeSettings)
      .where(eq(storeSettings.storeId, ctx.store.id)),
    ctx.db
      .select({ id: warehouses.id, name: warehouses.name })
      .from(warehouses)
      .where(and(eq(warehouses.storeId, ctx.store.id), eq(warehouses.active, true)))
      .orderBy(asc(warehouses.priority), asc(warehouses.id)),
  ]);
  invariant(rules, 'the settings of a store');
  // No handling days: the next moment the carrier comes.
  const at = shipBy(ctx.now, { ...rules, handlingDays: 0, timeZone: ctx.store.timeZone });
  const { counts, due, late } = await countQueues(ctx, warehouseId, at);
  return { counts, cutOff: { at, due, late }, warehouses: houses, numberPrefix: rules.numberPrefix };
}

/** How much waits where: each count ends at the cap. One statement. */
async function countQueues(ctx: TxCtx, warehouseId: WarehouseId | null, cutOffAt: Date) {
  const p = new Params();
  const store = p.add(uuidOf(ctx.store.id), 'uuid');
  const at = p.add(cutOffAt.toISOString(), 'timestamptz');
  const now = p.add(ctx.now.toISOString(), 'timestamptz');
  const house = warehouseId && p.add(uuidOf(warehouseId), 'uuid');
  const capped = (select: string) => `(select count(*) from (${select} limit ${QUEUE_COUNT_CAP}) c)::int`;
  const orders = `select 1 from orders o where o.store_id = ${store} and o.status in ('confirmed', 'processing') and o.held_at is null`;
  const promised = `exists (select 1 from order_allocations al where al.store_id = ${store} and al.order_id = o.id${house ? ` and al.warehouse_id = ${house}` : ''})`;
  const parcels = (status: string) =>
    `select 1 from shipments s where s.store_id = ${store} and s.status = '${status}'${house ? ` and s.warehouse_id = ${house}` : ''}`;
  const unsent = house
    ? ` and (${promised} or exists (select 1 from shipments s where s.store_id = ${store} and s.order_id = o.id
        and s.warehouse_id = ${house} and s.status in ('picking', 'packed')))`
    : '';
  const by = (moment: string) => `${orders} and coalesce(o.ship_by_at, o.placed_at) <= ${moment}${unsent}`;
  const [row] = await ctx.raw(
    `select ${capped(`${orders} and ${promised}`)} as pick, ${capped(parcels('picking'))} as pack,
      ${capped(parcels('packed'))} as ship, ${capped(by(at))} as due, ${capped(by(now))} as late`,
    p.values,
  );
  const count = (name: string) => Number(row?.[name] ?? 0);
  return {
    counts: { pick: count('pick'), pack: count('pack'), ship: count('ship') },
    due: count('due'),
    late: count('late'),
  };
}
