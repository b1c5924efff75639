import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { type Page, pageOf, parseCursor } from '@/lib/core/cursor';
import { idOf, uuidOf, type WaveId } from '@/lib/core/ids';
import { Params } from '@/lib/core/params';
import { rowsAs } from '@/lib/core/rows';
import type { WaveStatus } from './wave-state';

const WAVES_PER_PAGE = 25;
const NUMBER = /^\d{1,9}$/;

export type ListedWave = {
  waveId: WaveId;
  number: number;
  status: WaveStatus;
  warehouse: string;
  createdAt: Date;
  orders: number;
  picked: number;
};

type Row = {
  id: string;
  number: number;
  status: WaveStatus;
  warehouse: string;
  created_at: string;
  orders: number;
  picked: number;
};

/** The store's rounds, newest first. One statement. */
export async function listWaves(ctx: AnyCtx, input: { cursor?: string | null }): Promise<Page<ListedWave>> {
  allow(ctx, 'order.read');
  const cursor = parseCursor(input.cursor, [NUMBER]);
  const back = cursor?.direction === 'before';
  return read(ctx, async (ctx) => {
    const p = new Params();
    const store = p.add(uuidOf(ctx.store.id), 'uuid');
    const beyond = cursor ? `w.number ${back ? '>' : '<'} ${p.add(cursor.key[0], 'int')}` : 'true';
    const rows = rowsAs<Row>(
      await ctx.raw(
        `select w.id, w.number, w.status, h.name as warehouse, w.created_at, m.orders, m.picked
         from (select * from pick_waves w where w.store_id = ${store} and ${beyond}
           order by w.number ${back ? 'asc' : 'desc'} limit ${WAVES_PER_PAGE + 1}) w
         join warehouses h on h.store_id = w.store_id and h.id = w.warehouse_id
         cross join lateral (select count(*)::int as orders, count(*) filter (where m.status = 'picked')::int as picked
           from pick_wave_orders m where m.store_id = w.store_id and m.wave_id = w.id) m
         order by w.number ${back ? 'asc' : 'desc'}`,
        p.values,
      ),
    );
    const page = pageOf(rows, WAVES_PER_PAGE, cursor, (row) => [String(row.number)]);
    return {
      ...page,
      rows: page.rows.map(({ id, created_at, ...row }) => ({
        ...row,
        waveId: idOf('wav', id),
        createdAt: new Date(created_at),
      })),
    };
  });
}
