import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import { idOf, type OrderId, uuidOf } from '@/lib/core/ids';
import { Params } from '@/lib/core/params';
import { rowsAs } from '@/lib/core/rows';
import { unseal } from '@/lib/core/seal';
import { countViews, type ListSums, sumList, type ViewCounts } from './count-views';
import { type OrderCursor, readCursor, writeCursor } from './order-cursor';
import {
  type Channel,
  FULFILLABLE,
  type FulfilmentStatus,
  type OrderStatus,
  type PaymentMethod,
  type PaymentStatus,
  type ReturnStatus,
} from './order-state';
import type { OrderListQuery } from './order-views';
import { directionOf, LOOK_THROUGH, listWhere, momentOf, pastCursor, viewWhere } from './order-where';
import { type OrderSearch, planList, searchMatches } from './search-orders';

export const ORDERS_PER_PAGE = 25;

export type ListedOrder = {
  id: OrderId;
  number: number | null;
  kind: 'sale' | 'credit';
  status: OrderStatus;
  paymentStatus: PaymentStatus;
  paymentMethod: PaymentMethod;
  fulfilmentStatus: FulfilmentStatus;
  /** Placed, or begun while it is a draft. */
  at: Date;
  customerName: string;
  city: string;
  country: string | null;
  units: number;
  currency: string;
  totalMinor: number;
  /** Only while units wait to leave and nothing holds them back. */
  shipByAt: Date | null;
  held: boolean;
  returnStatus: ReturnStatus;
  dueMinor: number;
  channel: Channel;
  shippingMethod: string;
  tags: string[];
  externalId: string | null;
  confirmedAt: Date | null;
};

export type OrderList = {
  orders: ListedOrder[];
  /** Of the first shown row, from 1: what the cursor remembers, so an estimate once the list moved. */
  position: number;
  newer: string | null;
  older: string | null;
  /** Not all of the view was looked through for this page: what follows goes on. */
  further: boolean;
  size: ListSums;
  views: ViewCounts;
  numberPrefix: string;
};

/** One page of the orders list with what stands around it: at most five statements, each on a B-tree. */
export async function listOrders(
  ctx: AnyCtx,
  input: { query: OrderListQuery; cursor?: string | null; limit?: number; lookThrough?: number },
): Promise<OrderList> {
  allow(ctx, 'order.read');
  const limit = input.limit ?? ORDERS_PER_PAGE;
  const cursor = readCursor(input.cursor);
  return read(ctx, async (ctx) => {
    const search = await planList(ctx, input.query);
    const [{ rows, edge }, size, views, [settings]] = await Promise.all([
      search === null
        ? NOTHING
        : lookThrough(ctx, input.query, search, {
            cursor,
            limit: limit + 1,
            most: input.lookThrough ?? LOOK_THROUGH,
          }),
      sumList(ctx, input.query, search),
      countViews(ctx),
      ctx.raw('select number_prefix from store_settings where store_id = $1::uuid', [uuidOf(ctx.store.id)]),
    ]);
    const shown = rows.slice(0, limit);
    if (cursor?.way === 'newer') shown.reverse();
    const numberPrefix = String(settings?.number_prefix ?? '#');
    const cursors = around(shown, rows.length > limit, cursor, limit, edge);
    return { ...cursors, further: edge !== null, orders: shown.map(listed), size, views, numberPrefix };
  });
}

const COLUMNS = `o.id, o.number, o.kind, o.status, o.payment_status, o.payment_method, o.fulfilment_status, o.customer_name,
  o.ship_city, o.ship_country, o.units, o.currency, o.total_minor, o.ship_by_at, o.held_at, o.return_status, o.due_minor,
  o.channel, o.shipping_method_name, o.tags, o.external_id, o.confirmed_at`;

type OrderRow = {
  id: string;
  number: number | null;
  kind: 'sale' | 'credit';
  status: OrderStatus;
  payment_status: PaymentStatus;
  payment_method: PaymentMethod;
  fulfilment_status: FulfilmentStatus;
  customer_name: Uint8Array | null;
  ship_city: string;
  ship_country: string | null;
  units: number;
  currency: string;
  total_minor: number;
  ship_by_at: Date | string | null;
  held_at: Date | string | null;
  return_status: ReturnStatus;
  due_minor: number;
  channel: Channel;
  shipping_method_name: string;
  tags: string[];
  external_id: string | null;
  confirmed_at: Date | string | null;
  moment: Date | string;
};

type Place = Pick<OrderRow, 'id' | 'moment'>;
type Looked = { rows: OrderRow[]; edge: Place | null };
const NOTHING: Looked = { rows: [], edge: null };

/** One page's rows; of a filtered list among the next rows of its view, with where that look ended if it did not fill. */
async function lookThrough(
  ctx: TxCtx,
  query: OrderListQuery,
  search: OrderSearch | undefined,
  { cursor, limit, most }: { cursor: OrderCursor | null; limit: number; most: number },
): Promise<Looked> {
  if (search || query.filter.items.length === 0) {
    return { rows: await readPage(ctx, query, search, cursor, limit), edge: null };
  }
  const edge = await readEdge(ctx, query, cursor, most);
  const rows = await readPage(ctx, query, search, cursor, limit, edge);
  return { rows, edge: rows.length < limit ? edge : null };
}

/** The row that many rows of the view further on; null where the view ends before. An index alone answers. */
async function readEdge(
  ctx: TxCtx,
  query: OrderListQuery,
  cursor: OrderCursor | null,
  most: number,
): Promise<Place | null> {
  const p = new Params();
  const way = directionOf(cursor);
  const moment = momentOf(query.view);
  const [edge] = rowsAs<Place>(
    await ctx.raw(
      `select o.id, ${moment} as moment from orders o where ${viewWhere(ctx, query.view, p)}
       and ${pastCursor(cursor, `${moment}, o.id`, p)} order by ${moment} ${way}, o.id ${way} offset ${most - 1} limit 1`,
      p.values,
    ),
  );
  return edge ?? null;
}

async function readPage(
  ctx: TxCtx,
  query: OrderListQuery,
  search: OrderSearch | undefined,
  cursor: OrderCursor | null,
  limit: number,
  edge: Place | null = null,
): Promise<OrderRow[]> {
  const p = new Params();
  const way = directionOf(cursor);
  if (search) {
    const matches = searchMatches(ctx, search, query, { cursor, limit }, p);
    const text = `with found as materialized (${matches}) select ${COLUMNS}, f.moment from found f
      join orders o on o.store_id = $1::uuid and o.id = f.id order by f.moment ${way}, f.id ${way}`;
    return rowsAs<OrderRow>(await ctx.raw(text, p.values));
  }
  const moment = momentOf(query.view);
  const text = `select ${COLUMNS}, ${moment} as moment from orders o
    where ${listWhere(ctx, query, p)} and ${pastCursor(cursor, `${moment}, o.id`, p)}
      and ${upTo(edge, way, `${moment}, o.id`, p)}
    order by ${moment} ${way}, o.id ${way} limit ${limit}`;
  return rowsAs<OrderRow>(await ctx.raw(text, p.values));
}

/** The orders behind a cursor and the cursor behind them, without what stands around a page: for exports. */
export async function readOrdersOnward(
  ctx: TxCtx,
  query: OrderListQuery,
  from: { search: OrderSearch | undefined; cursor: string | null; limit: number },
): Promise<{ orders: ListedOrder[]; next: string | null }> {
  const rows = await readPage(ctx, query, from.search, readCursor(from.cursor), from.limit);
  const last = rows.at(-1);
  const more = last && rows.length === from.limit;
  return { orders: rows.map(listed), next: more ? cursorAt(last, 'older', 0) : null };
}

/** Rows up to the edge of the look, that one too. */
function upTo(edge: Place | null, way: 'asc' | 'desc', columns: string, p: Params): string {
  if (!edge) return 'true';
  const at = p.add(new Date(edge.moment).toISOString(), 'timestamptz');
  return `(${columns}) ${way === 'desc' ? '>=' : '<='} (${at}, ${p.add(edge.id, 'uuid')})`;
}

/** The cursors to both sides. Coming from one side, that side is known to have rows. */
function around(
  shown: OrderRow[],
  more: boolean,
  cursor: OrderCursor | null,
  limit: number,
  edge: Place | null,
) {
  const before = cursor ? Math.max(0, cursor.way === 'older' ? cursor.skipped : cursor.skipped - limit) : 0;
  const first = shown[0];
  const last = shown.at(-1);
  const onward = cursor?.way !== 'newer';
  const come: Place | null = cursor && { id: cursor.uuid, moment: new Date(cursor.atMs) };
  // Where a look ended early its edge is where the next one begins; an empty page lies between where it came from and there.
  const hasNewer = cursor !== null && (onward || more || edge !== null);
  const hasOlder = !onward || more || edge !== null;
  const newerPlace = hasNewer ? (onward ? (first ?? come) : (edge ?? first ?? null)) : null;
  const olderPlace = hasOlder ? (onward ? (edge ?? last ?? null) : (last ?? come)) : null;
  return {
    position: hasNewer ? before + 1 : 1,
    newer: newerPlace ? cursorAt(newerPlace, 'newer', before) : null,
    older: olderPlace ? cursorAt(olderPlace, 'older', (hasNewer ? before : 0) + shown.length) : null,
  };
}

const cursorAt = (row: Place, way: 'older' | 'newer', skipped: number) =>
  writeCursor({ way, atMs: new Date(row.moment).getTime(), uuid: row.id, skipped });

function listed(row: OrderRow): ListedOrder {
  return {
    id: idOf('ord', row.id),
    number: row.number,
    kind: row.kind,
    status: row.status,
    paymentStatus: row.payment_status,
    paymentMethod: row.payment_method,
    fulfilmentStatus: row.fulfilment_status,
    at: new Date(row.moment),
    customerName: row.customer_name ? unseal(row.customer_name) : '',
    city: row.ship_city,
    country: row.ship_country,
    units: row.units,
    currency: row.currency,
    totalMinor: row.total_minor,
    shipByAt:
      FULFILLABLE.includes(row.status) && row.ship_by_at && !row.held_at ? new Date(row.ship_by_at) : null,
    held: row.held_at !== null,
    returnStatus: row.return_status,
    dueMinor: row.due_minor,
    channel: row.channel,
    shippingMethod: row.shipping_method_name,
    tags: row.tags,
    externalId: row.external_id,
    confirmedAt: row.confirmed_at ? new Date(row.confirmed_at) : null,
  };
}
