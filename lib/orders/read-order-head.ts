import { and, eq, getTableColumns } from 'drizzle-orm';
import { orders } from '@/db/schema/orders';
import type { TxCtx } from '@/lib/core/ctx';
import { invariant, notFound } from '@/lib/core/errors';
import { idOf, isId, type OrderId, uuidOf } from '@/lib/core/ids';
import { rowsAs } from '@/lib/core/rows';
import type { OrderHead, OrderTotals } from './order-detail';

const {
  contentHash: _hash,
  storeId: _store,
  ratePpm: _rate,
  updatedAt: _updated,
  ...HEAD
} = getTableColumns(orders);

export type HeadRow = OrderHead & {
  email: string | null;
  phone: string | null;
  shipTo: string | null;
  billTo: string | null;
};

const MAX_NUMBER_DIGITS = 15;

/** The order by its id or its human number. Anything else, and another store's, is not found. */
export async function readHead(ctx: TxCtx, key: string): Promise<HeadRow> {
  const [row] = await ctx.db
    .select(HEAD)
    .from(orders)
    .where(and(eq(orders.storeId, ctx.store.id), whichOrder(key)))
    .limit(1);
  if (!row) throw notFound('order-errors.notFound');
  return { ...row, customerName: row.customerName ?? '' };
}

/** The id behind an id or a human number. */
export async function orderIdOf(ctx: TxCtx, key: string): Promise<OrderId> {
  const [row] = await ctx.db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.storeId, ctx.store.id), whichOrder(key)))
    .limit(1);
  if (!row) throw notFound('order-errors.notFound');
  return row.id;
}

function whichOrder(key: string) {
  if (isId('ord', key)) return eq(orders.id, key);
  if (new RegExp(`^\\d{1,${MAX_NUMBER_DIGITS}}$`).test(key)) return eq(orders.number, Number(key));
  throw notFound('order-errors.notFound');
}

type Promised = { id: string; warehouse: string; units: number };

const TOTALS = `select count(*) as lines, coalesce(sum(quantity), 0)::bigint as quantity,
    coalesce(sum(allocated), 0)::bigint as allocated, coalesce(sum(backordered), 0)::bigint as backordered,
    coalesce(sum(picked), 0)::bigint as picked, coalesce(sum(packed), 0)::bigint as packed,
    coalesce(sum(shipped), 0)::bigint as shipped, coalesce(sum(canceled), 0)::bigint as canceled,
    coalesce(sum(delivered), 0)::bigint as delivered, coalesce(sum(return_requested), 0)::bigint as "returnRequested",
    coalesce(sum(returned), 0)::bigint as returned, coalesce(array_agg(distinct tax_rate_ppm), '{}') as "taxRatesPpm",
    coalesce(sum(open), 0)::bigint as open,
    (select coalesce(json_agg(json_build_object('id', a.warehouse_id, 'warehouse', w.name, 'units', a.units)
        order by w.priority, w.name), '[]')
      from (select warehouse_id, sum(quantity) as units from order_allocations
        where store_id = $1::uuid and order_id = $2::uuid and quantity > 0 group by warehouse_id) a
      join warehouses w on w.store_id = $1::uuid and w.id = a.warehouse_id) as promised
  from order_lines where store_id = $1::uuid and order_id = $2::uuid`;

/** The whole order's units, whatever page of its lines is shown. */
export async function readTotals(ctx: TxCtx, orderId: OrderId): Promise<OrderTotals> {
  const [row] = rowsAs<Omit<OrderTotals, 'promised'> & { promised: Promised[] }>(
    await ctx.raw(TOTALS, [uuidOf(ctx.store.id), uuidOf(orderId)]),
  );
  invariant(row, 'an aggregate has one row');
  const { promised, ...totals } = row;
  return {
    ...totals,
    promised: promised.map(({ id, ...rest }) => ({ warehouseId: idOf('whs', id), ...rest })),
  };
}
