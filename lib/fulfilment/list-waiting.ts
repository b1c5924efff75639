import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import { CURSOR_TIME, CURSOR_UUID, type Cursor, type Page, pageOf, parseCursor } from '@/lib/core/cursor';
import { idOf, type OrderId, type ShipmentId, uuidOf, type WarehouseId, type WaveId } from '@/lib/core/ids';
import { Params } from '@/lib/core/params';
import { rowsAs } from '@/lib/core/rows';
import { unseal } from '@/lib/core/seal';
import { readDesk, type WaitingDesk } from './read-desk';
import type { Queue } from './waiting-view';

export const WAITING_PER_PAGE = 25;

/** Units of one order at one warehouse that wait for the same next step. */
export type WaitingWork = {
  orderId: OrderId;
  number: number;
  /** The parcel, once there is one. */
  shipmentId: ShipmentId | null;
  sequence: number | null;
  warehouseId: WarehouseId;
  warehouse: string;
  customerName: string;
  city: string;
  country: string | null;
  method: string;
  units: number;
  lines: number;
  shipByAt: Date | null;
  /** Held back: it goes no further until somebody releases it. Orders held before picking are not listed. */
  held: boolean;
  /** The open wave it is being fetched in. */
  wave: { waveId: WaveId; number: number } | null;
};

export type WaitingList = Page<WaitingWork> & { desk: WaitingDesk };

type Input = { queue: Queue; warehouseId?: WarehouseId | null; cursor?: string | null };

/** One page of a queue, what must leave first on top, with what stands around it. Four statements. */
export async function listWaiting(ctx: AnyCtx, input: Input): Promise<WaitingList> {
  allow(ctx, 'order.read');
  const cursor = parseCursor(input.cursor, [CURSOR_TIME, CURSOR_UUID, CURSOR_UUID]);
  return read(ctx, async (ctx) => {
    const [rows, desk] = await Promise.all([
      readRows(ctx, input, cursor),
      readDesk(ctx, input.warehouseId ?? null),
    ]);
    const page = pageOf(rows, WAITING_PER_PAGE, cursor, (row) => [
      new Date(row.due).toISOString(),
      row.order_id,
      row.part_id,
    ]);
    return { ...page, rows: page.rows.map(waitingWork), desk };
  });
}

type Row = {
  order_id: string;
  number: number;
  part_id: string;
  due: string;
  ship_by_at: string | null;
  held: boolean;
  shipment_id: string | null;
  sequence: number | null;
  warehouse_id: string;
  warehouse: string;
  customer_name: Uint8Array | null;
  ship_city: string;
  ship_country: string | null;
  shipping_method_name: string;
  units: number;
  lines: number;
  wave_id: string | null;
  wave_number: number | null;
};

const DUE = 'coalesce(o.ship_by_at, o.placed_at)';

/** What stands in a queue: the order, the part of it, and where it is. Only then are its units added up. */
function queueSql(input: Input, p: Params): { from: string; part: string; extra: string } {
  const store = '$1::uuid';
  const house = input.warehouseId ? p.add(uuidOf(input.warehouseId), 'uuid') : null;
  if (input.queue === 'pick') {
    return {
      from: `orders o join lateral (select distinct al.warehouse_id from order_allocations al
          where al.store_id = ${store} and al.order_id = o.id${house ? ` and al.warehouse_id = ${house}` : ''}) a on true
        where o.store_id = ${store} and o.status in ('confirmed', 'processing') and o.held_at is null`,
      part: 'a.warehouse_id',
      extra: 'a.warehouse_id, null::uuid as shipment_id, null::int as sequence',
    };
  }
  const status = input.queue === 'pack' ? 'picking' : 'packed';
  return {
    from: `shipments s join orders o on o.store_id = ${store} and o.id = s.order_id
      where s.store_id = ${store} and s.status = '${status}' and o.status in ('confirmed', 'processing')${house ? ` and s.warehouse_id = ${house}` : ''}`,
    part: 's.id',
    extra: 's.warehouse_id, s.id as shipment_id, s.sequence',
  };
}

const UNITS: Record<Queue, string> = {
  pick: `select sum(al.quantity)::bigint as units, count(*)::int as lines from order_allocations al
    where al.store_id = $1::uuid and al.order_id = w.order_id and al.warehouse_id = w.warehouse_id`,
  pack: `select sum(sl.quantity)::bigint as units, count(*)::int as lines from shipment_lines sl
    where sl.store_id = $1::uuid and sl.shipment_id = w.shipment_id`,
  ship: `select sum(sl.quantity)::bigint as units, count(*)::int as lines from shipment_lines sl
    where sl.store_id = $1::uuid and sl.shipment_id = w.shipment_id`,
};

async function readRows(ctx: TxCtx, input: Input, cursor: Cursor | null): Promise<Row[]> {
  const p = new Params();
  p.add(uuidOf(ctx.store.id), 'uuid');
  const { from, part, extra } = queueSql(input, p);
  const back = cursor?.direction === 'before';
  const way = back ? 'desc' : 'asc';
  const rows = await ctx.raw(
    `with w as materialized (
      select o.id as order_id, o.number, ${part} as part_id, ${DUE} as due, o.ship_by_at, o.held_at is not null as held,
        o.customer_name, o.ship_city, o.ship_country, o.shipping_method_name, ${extra}
      from ${from} and ${beyond(cursor, part, p)}
      order by ${DUE} ${way}, o.id ${way}, ${part} ${way} limit ${WAITING_PER_PAGE + 1})
    select w.*, h.name as warehouse, u.units, u.lines, m.wave_id, m.wave_number
    from w join warehouses h on h.store_id = $1::uuid and h.id = w.warehouse_id
    cross join lateral (${UNITS[input.queue]}) u
    left join lateral (select mo.wave_id, pw.number as wave_number from pick_wave_orders mo
      join pick_waves pw on pw.store_id = mo.store_id and pw.id = mo.wave_id
      where mo.store_id = $1::uuid and mo.order_id = w.order_id and mo.warehouse_id = w.warehouse_id and mo.open
        and w.shipment_id is null) m on true
    order by w.due ${way}, w.order_id ${way}, w.part_id ${way}`,
    p.values,
  );
  return rowsAs<Row>(rows);
}

/** The rows past the cursor. The first comparison is the one an index answers. */
function beyond(cursor: Cursor | null, part: string, p: Params): string {
  const [due, order, last] = cursor?.key ?? [];
  if (!cursor || due === undefined || order === undefined || last === undefined) return 'true';
  const at = [p.add(due, 'timestamptz'), p.add(order, 'uuid')].join(', ');
  const sign = cursor.direction === 'after' ? '>' : '<';
  return `(${DUE}, o.id) ${sign}= (${at}) and (${DUE}, o.id, ${part}) ${sign} (${at}, ${p.add(last, 'uuid')})`;
}

function waitingWork(row: Row): WaitingWork {
  return {
    orderId: idOf('ord', row.order_id),
    number: row.number,
    shipmentId: row.shipment_id === null ? null : idOf('shp', row.shipment_id),
    sequence: row.sequence,
    warehouseId: idOf('whs', row.warehouse_id),
    warehouse: row.warehouse,
    customerName: row.customer_name ? unseal(row.customer_name) : '',
    city: row.ship_city,
    country: row.ship_country,
    method: row.shipping_method_name,
    units: row.units,
    lines: row.lines,
    shipByAt: row.ship_by_at === null ? null : new Date(row.ship_by_at),
    held: row.held,
    wave:
      row.wave_id === null || row.wave_number === null
        ? null
        : { waveId: idOf('wav', row.wave_id), number: row.wave_number },
  };
}
