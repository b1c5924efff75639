import type { TxCtx } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import type { Params } from '@/lib/core/params';
import type { OrderCursor } from './order-cursor';
import { lateSql, orderFilterSql } from './order-filter-sql';
import type { OrderListQuery, OrderView } from './order-views';

/** Each view as the partial index that carries it says it; `o` is the order. */
const VIEWS: Record<OrderView, (p: Params, now: Date) => string> = {
  open: () => `o.status in ('pending', 'confirmed', 'processing', 'shipped', 'delivered')`,
  to_confirm: () => `o.status = 'pending'`,
  to_ship: () => `o.status in ('confirmed', 'processing')`,
  late: (p, now) => lateSql(p.add(now.toISOString(), 'timestamptz')),
  unpaid: () =>
    `o.payment_status in ('unpaid', 'failed', 'partially_paid', 'voided') and o.status not in ('draft', 'canceled')`,
  on_hold: () => `o.held_at is not null and o.placed_at is not null`,
  completed: () => `o.status = 'completed'`,
  all: () => 'o.placed_at is not null',
  drafts: () => `o.status = 'draft'`,
};

/** What the list is sorted by: drafts have no placement yet. */
export const momentOf = (view: OrderView) => (view === 'drafts' ? 'o.created_at' : 'o.placed_at');

export function viewWhere(ctx: TxCtx, view: OrderView, p: Params): string {
  return `o.store_id = ${p.add(uuidOf(ctx.store.id), 'uuid')} and ${VIEWS[view](p, ctx.now)}`;
}

/**
 * A filter that few orders meet would walk the whole history for one page. So a page, and what is counted, looks
 * through this many of the view at once; the page behind goes on from there.
 */
export const LOOK_THROUGH = 20_000;

/** The filters alone; `true` without any. */
export function filterWhere(ctx: TxCtx, query: OrderListQuery, p: Params): string {
  // Every statement about orders has the store as its first parameter.
  return orderFilterSql(query.filter, { ctx, p, store: '$1::uuid', moment: momentOf(query.view) });
}

/** The view and the filters, without search and page. */
export function listWhere(ctx: TxCtx, query: OrderListQuery, p: Params): string {
  const view = viewWhere(ctx, query.view, p);
  if (query.filter.items.length === 0) return view;
  return `${view} and ${filterWhere(ctx, query, p)}`;
}

/** The rows on the far side of a cursor; `true` without one. */
export function pastCursor(
  cursor: Pick<OrderCursor, 'way' | 'atMs' | 'uuid'> | null,
  columns: string,
  p: Params,
): string {
  if (!cursor) return 'true';
  const at = p.add(new Date(cursor.atMs).toISOString(), 'timestamptz');
  return `(${columns}) ${cursor.way === 'older' ? '<' : '>'} (${at}, ${p.add(cursor.uuid, 'uuid')})`;
}

export const directionOf = (cursor: Pick<OrderCursor, 'way'> | null) =>
  cursor?.way === 'newer' ? 'asc' : 'desc';
