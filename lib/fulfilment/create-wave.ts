import { z } from 'zod';
import { pickWaves } from '@/db/schema/fulfilment';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict, invariant, notFound } from '@/lib/core/errors';
import { newId, type OrderId, uuidOf } from '@/lib/core/ids';
import { Params } from '@/lib/core/params';
import { rowsAs } from '@/lib/core/rows';
import { record } from '@/lib/events/record';
import { idSchema } from '@/lib/orders/order-request';
import { nextNumber } from '@/lib/stores/next-number';
import { MAX_WAVE_ORDERS } from './wave-state';

export const createWaveInput = z.object({
  /** Made by the form: the same id twice is one wave. */
  waveId: idSchema('wav'),
  warehouseId: idSchema('whs'),
  /** These orders, or those of the warehouse that must leave by a moment, the most urgent first. */
  orders: z.union([
    z.array(idSchema('ord')).min(1).max(MAX_WAVE_ORDERS),
    z.object({ dueBy: z.iso.datetime().pipe(z.coerce.date()) }),
  ]),
});
export type CreateWaveInput = z.output<typeof createWaveInput>;
export type CreatedWave = { repeated: boolean; number: number; orders: number; leftOut: number };

/** Opens a picking wave. Orders with nothing to pick here, and those of another open wave, are left out. */
export async function createWave(ctx: AnyCtx, input: CreateWaveInput): Promise<CreatedWave> {
  allow(ctx, 'shipment.write');
  return transact(ctx, async (ctx) => {
    const known = await knownWave(ctx, input);
    if (known) return known;
    const { actor } = ctx;
    invariant(actor.kind === 'staff', 'a wave is opened by a person');
    await requireWarehouse(ctx, input);
    const { waveId, warehouseId } = input;
    // One wave of a store after the other: the number's row is locked before orders are looked for.
    const number = await nextNumber(ctx, 'wave');
    await ctx.db.insert(pickWaves).values({
      storeId: ctx.store.id,
      id: waveId,
      number,
      warehouseId,
      status: 'open',
      createdBy: actor.userId,
      createdAt: ctx.now,
    });
    const orders = await takeOrders(ctx, input);
    if (orders === 0) throw conflict('fulfilment.errors.nothingForWave');
    await record(ctx, 'wave.created', waveId, { number, warehouseId, orders });
    const asked = Array.isArray(input.orders) ? new Set(input.orders).size : orders;
    return { repeated: false, number, orders, leftOut: asked - orders };
  });
}

async function knownWave(ctx: TxCtx, { waveId, warehouseId }: CreateWaveInput): Promise<CreatedWave | null> {
  const rows = rowsAs<{ number: number; warehouse_id: string; orders: number }>(
    await ctx.raw(
      `select w.number, w.warehouse_id, (select count(*)::int from pick_wave_orders m
         where m.store_id = w.store_id and m.wave_id = w.id) as orders
       from pick_waves w where w.store_id = $1::uuid and w.id = $2::uuid`,
      [uuidOf(ctx.store.id), uuidOf(waveId)],
    ),
  );
  const [wave] = rows;
  if (!wave) return null;
  if (wave.warehouse_id !== uuidOf(warehouseId)) throw conflict('order-errors.sameIdOtherContent');
  return { repeated: true, number: wave.number, orders: wave.orders, leftOut: 0 };
}

async function requireWarehouse(ctx: TxCtx, { warehouseId }: CreateWaveInput): Promise<void> {
  const [found] = await ctx.raw('select 1 from warehouses where store_id = $1::uuid and id = $2::uuid', [
    uuidOf(ctx.store.id),
    uuidOf(warehouseId),
  ]);
  if (!found) throw notFound();
}

/** Takes what may be picked now into the wave, most urgent first. */
async function takeOrders(ctx: TxCtx, input: CreateWaveInput): Promise<number> {
  const p = new Params();
  const store = p.add(uuidOf(ctx.store.id), 'uuid');
  const wave = p.add(uuidOf(input.waveId), 'uuid');
  const house = p.add(uuidOf(input.warehouseId), 'uuid');
  const parcels = p.add(
    Array.from({ length: MAX_WAVE_ORDERS }, () => uuidOf(newId('shp'))),
    'uuid[]',
  );
  const chosen = Array.isArray(input.orders)
    ? `o.id = any(${p.add(
        input.orders.map((id: OrderId) => uuidOf(id)),
        'uuid[]',
      )})`
    : `coalesce(o.ship_by_at, o.placed_at) <= ${p.add(input.orders.dueBy.toISOString(), 'timestamptz')}`;
  const rows = await ctx.raw(
    `insert into pick_wave_orders (store_id, wave_id, order_id, warehouse_id, shipment_id, position)
     select ${store}, ${wave}, c.id, ${house}, (${parcels})[c.n], c.n from (
       select f.id, row_number() over (order by f.due, f.id)::int as n from (
         select o.id, coalesce(o.ship_by_at, o.placed_at) as due from orders o
         where o.store_id = ${store} and o.status in ('confirmed', 'processing') and o.held_at is null and ${chosen}
           and exists (select 1 from order_allocations al where al.store_id = ${store} and al.order_id = o.id
             and al.warehouse_id = ${house} and al.quantity > 0)
           and not exists (select 1 from pick_wave_orders m where m.store_id = ${store} and m.order_id = o.id
             and m.warehouse_id = ${house} and m.open)
         order by coalesce(o.ship_by_at, o.placed_at), o.id limit ${MAX_WAVE_ORDERS}) f) c
     returning 1`,
    p.values,
  );
  return rows.length;
}
