import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns';
import type { TxCtx } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import type { Params } from '@/lib/core/params';
import type { OrderCursor } from './order-cursor';
import type { OrderListQuery, OrderView } from './order-views';

/** Each view as the partial index that carries it says it; `o` is the order. */
const VIEWS: Record<OrderView, (p: Params, now: Date) => string> = {
  open: () => `o.status in ('pending', 'confirmed', 'processing', 'shipped', 'delivered')`,
  to_confirm: () => `o.status = 'pending'`,
  to_ship: () => `o.status in ('confirmed', 'processing')`,
  late: (p, now) =>
    `o.status in ('confirmed', 'processing') and o.ship_by_at < ${p.add(now.toISOString(), 'timestamptz')}`,
  unpaid: () =>
    `o.payment_status in ('unpaid', 'failed', 'partially_paid', 'voided') and o.status not in ('draft', 'canceled')`,
  completed: () => `o.status = 'completed'`,
  all: () => 'o.placed_at is not null',
  drafts: () => `o.status = 'draft'`,
};

/** What the list is sorted by: drafts have no placement yet. */
export const momentOf = (view: OrderView) => (view === 'drafts' ? 'o.created_at' : 'o.placed_at');

export function viewWhere(ctx: TxCtx, view: OrderView, p: Params): string {
  return `o.store_id = ${p.add(uuidOf(ctx.store.id), 'uuid')} and ${VIEWS[view](p, ctx.now)}`;
}

/** The view and the filters, without search and page. */
export function listWhere(ctx: TxCtx, query: OrderListQuery, p: Params): string {
  const moment = momentOf(query.view);
  const parts = [viewWhere(ctx, query.view, p)];
  const oneOf = (column: string, values: readonly string[]) => {
    if (values.length > 0) parts.push(`${column} = any(${p.add(values, 'text[]')})`);
  };
  oneOf('o.status', query.statuses);
  // What a person calls paid stays paid when part of it went back (domain.md §2).
  oneOf(
    'o.payment_status',
    query.payments.flatMap((status) => (status === 'paid' ? ['paid', 'partially_refunded'] : [status])),
  );
  oneOf('o.fulfilment_status', query.fulfilments);
  if (query.from)
    parts.push(`${moment} >= ${p.add(dayStart(query.from, ctx.store.timeZone), 'timestamptz')}`);
  if (query.to) parts.push(`${moment} < ${p.add(dayStart(query.to, ctx.store.timeZone, 1), 'timestamptz')}`);
  return parts.join(' and ');
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

/** When a calendar day of the zone begins, some days later. */
function dayStart(day: string, timeZone: string, later = 0): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(addDays(new TZDate(year, month - 1, date, timeZone), later).getTime()).toISOString();
}
