import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { idOf, type OrderId } from '@/lib/core/ids';
import { Params } from '@/lib/core/params';
import { rowsAs } from '@/lib/core/rows';
import { unseal } from '@/lib/core/seal';
import type { FulfilmentStatus, OrderStatus } from './order-state';
import { OPEN_VIEW } from './order-views';
import { planSearch, searchMatches } from './search-orders';

export type FoundOrder = {
  id: OrderId;
  number: number;
  customerName: string;
  status: OrderStatus;
  fulfilmentStatus: FulfilmentStatus;
  currency: string;
  totalMinor: number;
};

type Row = {
  id: string;
  number: number;
  customer_name: Uint8Array | null;
  status: OrderStatus;
  fulfilment_status: FulfilmentStatus;
  currency: string;
  total_minor: number;
};

/** The newest placed orders a text finds: for the palette. Two statements at most. */
export async function findOrders(
  ctx: AnyCtx,
  { text, limit = 6 }: { text: string; limit?: number },
): Promise<FoundOrder[]> {
  allow(ctx, 'order.read');
  return read(ctx, async (ctx) => {
    const search = text.trim() ? await planSearch(ctx, text) : null;
    if (!search) return [];
    const p = new Params();
    const found = searchMatches(ctx, search, { ...OPEN_VIEW, view: 'all' }, { cursor: null, limit }, p);
    const sql = `with found as materialized (${found})
      select o.id, o.number, o.customer_name, o.status, o.fulfilment_status, o.currency, o.total_minor
      from found f join orders o on o.store_id = $1::uuid and o.id = f.id order by f.moment desc, f.id desc`;
    const rows = rowsAs<Row>(await ctx.raw(sql, p.values));
    return rows.map((row) => ({
      id: idOf('ord', row.id),
      number: row.number,
      customerName: row.customer_name ? unseal(row.customer_name) : '',
      status: row.status,
      fulfilmentStatus: row.fulfilment_status,
      currency: row.currency,
      totalMinor: row.total_minor,
    }));
  });
}
