import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import { idOf, type OrderId, uuidOf, type WarehouseId, type WaveId } from '@/lib/core/ids';
import { rowsAs } from '@/lib/core/rows';
import type { MemberStatus, WaveStatus } from './wave-state';

/** One SKU of a round: where it lies, how many to fetch, and which order gets how many. */
export type PickLine = {
  bin: string;
  sku: string;
  barcode: string;
  title: string;
  variantTitle: string;
  quantity: number;
  /** How many were found; null while nobody counted. */
  found: number | null;
  orders: { position: number; number: number; quantity: number }[];
};

export type WaveDetail = {
  waveId: WaveId;
  number: number;
  status: WaveStatus;
  warehouseId: WarehouseId;
  warehouse: string;
  createdAt: Date;
  endedAt: Date | null;
  numberPrefix: string;
  members: {
    orderId: OrderId;
    number: number;
    position: number;
    status: MemberStatus;
    reason: string;
    shipByAt: Date | null;
  }[];
  lines: PickLine[];
  units: number;
};

type HeadRow = {
  number: number;
  status: WaveStatus;
  warehouse_id: string;
  warehouse: string;
  created_at: string;
  ended_at: string | null;
  number_prefix: string;
};

/** A round with everything to be fetched on it: three statements. */
export async function getWave(ctx: AnyCtx, waveId: WaveId): Promise<WaveDetail> {
  allow(ctx, 'order.read');
  return read(ctx, async (ctx) => {
    const params = [uuidOf(ctx.store.id), uuidOf(waveId)];
    const [heads, members, lines] = await Promise.all([
      ctx.raw(
        `select w.number, w.status, w.warehouse_id, h.name as warehouse, w.created_at, w.ended_at, s.number_prefix
         from pick_waves w join warehouses h on h.store_id = w.store_id and h.id = w.warehouse_id
         join store_settings s on s.store_id = w.store_id
         where w.store_id = $1::uuid and w.id = $2::uuid`,
        params,
      ),
      readMembers(ctx, params),
      readLines(ctx, params),
    ]);
    const [head] = rowsAs<HeadRow>(heads);
    if (!head) throw notFound('fulfilment.errors.waveNotFound');
    return {
      waveId,
      number: head.number,
      status: head.status,
      warehouseId: idOf('whs', head.warehouse_id),
      warehouse: head.warehouse,
      createdAt: new Date(head.created_at),
      endedAt: head.ended_at === null ? null : new Date(head.ended_at),
      numberPrefix: head.number_prefix,
      members,
      lines,
      units: lines.reduce((sum, line) => sum + line.quantity, 0),
    };
  });
}

type MemberRow = {
  order_id: string;
  number: number;
  position: number;
  status: MemberStatus;
  reason: string;
  ship_by_at: string | null;
};

async function readMembers(ctx: TxCtx, params: unknown[]): Promise<WaveDetail['members']> {
  const rows = rowsAs<MemberRow>(
    await ctx.raw(
      `select m.order_id, o.number, m.position, m.status, m.reason, o.ship_by_at
       from pick_wave_orders m join orders o on o.store_id = m.store_id and o.id = m.order_id
       where m.store_id = $1::uuid and m.wave_id = $2::uuid order by m.position`,
      params,
    ),
  );
  return rows.map(({ order_id, ship_by_at, ...row }) => ({
    ...row,
    orderId: idOf('ord', order_id),
    shipByAt: ship_by_at === null ? null : new Date(ship_by_at),
  }));
}

type LineRow = {
  bin: string;
  sku: string;
  barcode: string;
  title: string;
  variant_title: string;
  found: number | null;
  orders: PickLine['orders'];
};

/** What is still to fetch, and what was fetched already: a list looks the same on paper before and after. */
const LINES = `select coalesce(v.bin, '') as bin, u.sku, coalesce(v.barcode, '') as barcode, u.title, u.variant_title, t.found, u.orders
  from (select x.sku, x.variant_id, x.warehouse_id, min(x.title) as title, min(x.variant_title) as variant_title,
      json_agg(json_build_object('position', x.position, 'number', x.number, 'quantity', x.n) order by x.position) as orders
    from (select l.sku, l.variant_id, m.warehouse_id, min(l.title) as title, min(l.variant_title) as variant_title, m.position, o.number,
        sum(coalesce(al.quantity, sl.quantity))::bigint as n
      from pick_wave_orders m join orders o on o.store_id = m.store_id and o.id = m.order_id
      join order_lines l on l.store_id = m.store_id and l.order_id = m.order_id
      left join order_allocations al on al.store_id = m.store_id and al.line_id = l.id and al.warehouse_id = m.warehouse_id
        and m.status <> 'picked'
      left join shipment_lines sl on sl.store_id = m.store_id and sl.shipment_id = m.shipment_id and sl.line_id = l.id
      where m.store_id = $1::uuid and m.wave_id = $2::uuid and coalesce(al.quantity, sl.quantity) > 0
      group by l.sku, l.variant_id, m.warehouse_id, m.position, o.number) x
    group by x.sku, x.variant_id, x.warehouse_id) u
  left join lateral (select va.barcode, sl.bin from variants va left join stock_levels sl
      on sl.store_id = va.store_id and sl.variant_id = va.id and sl.warehouse_id = u.warehouse_id
    where va.store_id = $1::uuid and va.id = u.variant_id) v on true
  left join pick_wave_ticks t on t.store_id = $1::uuid and t.wave_id = $2::uuid and t.sku = u.sku`;

async function readLines(ctx: TxCtx, params: unknown[]): Promise<PickLine[]> {
  const rows = rowsAs<LineRow>(await ctx.raw(LINES, params));
  const lines = rows.map(({ variant_title: variantTitle, ...row }) => ({
    ...row,
    variantTitle,
    quantity: row.orders.reduce((sum, order) => sum + order.quantity, 0),
  }));
  return lines.sort(alongTheShelves);
}

/** `A-2` before `A-10`; what has no bin comes last. */
export function alongTheShelves(a: { bin: string; sku: string }, b: { bin: string; sku: string }): number {
  if ((a.bin === '') !== (b.bin === '')) return a.bin === '' ? 1 : -1;
  const natural = { numeric: true, sensitivity: 'base' } as const;
  return a.bin.localeCompare(b.bin, 'en', natural) || a.sku.localeCompare(b.sku, 'en', natural);
}
