import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { DomainError, notFound } from '@/lib/core/errors';
import { type OrderId, uuidOf, type WarehouseId, type WaveId } from '@/lib/core/ids';
import { rowsAs } from '@/lib/core/rows';
import { alongTheShelves, getWave, type PickLine } from '@/lib/fulfilment/get-wave';
import { moment } from './moment';
import type { DrawPaper, PaperSize } from './paper';
import { type PaperWords, pickListPaper } from './pick-list';

/** Beyond this a list is no round with a trolley, and drawing it would hold up everybody else's. */
export const MOST_PRINTED_LINES = 400;

export type PickListInput = {
  of: { wave: WaveId } | { orders: readonly OrderId[]; warehouseId: WarehouseId };
  size: PaperSize;
  locale: string;
  say: PaperWords;
};

/** The list of a wave, or of what some orders are promised at a warehouse, to take along on paper. */
export async function printPickList(ctx: AnyCtx, input: PickListInput, draw: DrawPaper): Promise<Uint8Array> {
  allow(ctx, 'order.read');
  const { size, locale, say, of } = input;
  const list = 'wave' in of ? await ofWave(ctx, of.wave, say) : await ofOrders(ctx, of, say);
  if (list.lines.length > MOST_PRINTED_LINES) {
    throw new DomainError('LIMIT', 'fulfilment.errors.tooLong', { params: { most: MOST_PRINTED_LINES } });
  }
  const units = list.lines.reduce((sum, line) => sum + line.quantity, 0);
  const at = moment(ctx.now, ctx.store.timeZone, locale, 'minute');
  return draw(pickListPaper({ ...list.head, units, at }, list.lines, { size, language: locale, say }));
}

async function ofWave(ctx: AnyCtx, waveId: WaveId, say: PaperWords) {
  const { number, warehouse, lines } = await getWave(ctx, waveId);
  const title = say('pickList.ofWave', { number });
  return { head: { title, warehouse, code: `WAVE-${number}` }, lines };
}

type Row = Omit<PickLine, 'variantTitle' | 'quantity'> & { variant_title: string; warehouse: string };

const PROMISED = `select coalesce(sl.bin, '') as bin, l.sku, coalesce(max(va.barcode), '') as barcode, min(l.title) as title,
    min(l.variant_title) as variant_title, h.name as warehouse, null::bigint as found,
    json_agg(json_build_object('position', w.n, 'number', o.number, 'quantity', al.quantity) order by w.n) as orders
  from unnest($3::uuid[]) with ordinality as w(order_id, n)
  join orders o on o.store_id = $1::uuid and o.id = w.order_id
  join order_allocations al on al.store_id = $1::uuid and al.order_id = o.id and al.warehouse_id = $2::uuid
  join order_lines l on l.store_id = $1::uuid and l.id = al.line_id
  join warehouses h on h.store_id = $1::uuid and h.id = $2::uuid
  left join variants va on va.store_id = $1::uuid and va.id = l.variant_id
  left join stock_levels sl on sl.store_id = $1::uuid and sl.variant_id = l.variant_id and sl.warehouse_id = $2::uuid
  group by coalesce(sl.bin, ''), l.sku, h.name`;

async function ofOrders(
  ctx: AnyCtx,
  { orders, warehouseId }: { orders: readonly OrderId[]; warehouseId: WarehouseId },
  say: PaperWords,
) {
  const params = [uuidOf(ctx.store.id), uuidOf(warehouseId), orders.map(uuidOf)];
  const rows = await read(ctx, async (ctx) => rowsAs<Row>(await ctx.raw(PROMISED, params)));
  const [first] = rows;
  if (!first) throw notFound('order-errors.nothingToPick');
  const lines: PickLine[] = rows
    .map(({ variant_title: variantTitle, warehouse: _, ...row }) => ({
      ...row,
      variantTitle,
      quantity: row.orders.reduce((sum, order) => sum + order.quantity, 0),
    }))
    .sort(alongTheShelves);
  const numbers = [...new Set(lines.flatMap((line) => line.orders.map((order) => order.number)))];
  const title =
    numbers.length === 1
      ? say('pickList.ofOrder', { number: String(numbers[0]) })
      : say('pickList.ofOrders', { count: numbers.length });
  return { head: { title, warehouse: first.warehouse, code: String(numbers[0]) }, lines };
}
