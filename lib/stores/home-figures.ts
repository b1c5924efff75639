import { TZDate } from '@date-fns/tz';
import { addDays, subDays } from 'date-fns';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import { formatInTimeZoneDay, startOfDayIn } from '@/lib/core/time';

/** Orders placed and their gross sales without tax, in minor units of the store's currency. */
export type SoFar = { orders: number; grossMinor: number };
export type HomeFigures = {
  today: SoFar;
  /** The same weekday last week, up to the same time of day. */
  lastWeek: SoFar;
  differenceMinor: number;
  /** The last fourteen days, today last; `before` is the day fourteen days earlier. */
  days: { day: string; orders: number; before: number }[];
  /** The oldest of each kind that waits, null when none does. */
  lateSince: Date | null;
  pendingSince: Date | null;
  unpaidSince: Date | null;
  nextShipBy: Date | null;
};

const DAYS = 14;
const WEEK_DAYS = 7;

// Gross sales (domain.md §6): unit price × quantity of placed orders that are not cancelled, without tax.
const SO_FAR = `
  select count(distinct o.id) as orders,
    coalesce(sum(case when o.prices_include_tax
      then round(l.goods_minor::numeric * 1000000 / (1000000 + l.tax_rate_ppm)) else l.goods_minor end), 0)::bigint as gross
  from orders o left join order_lines l on l.store_id = o.store_id and l.order_id = o.id
  where o.store_id = $1::uuid and o.placed_at >= $2::timestamptz and o.placed_at < $3::timestamptz
    and o.currency = $4::text and o.kind = 'sale' and o.status <> 'canceled'`;
const BY_DAY = `
  select to_char(o.placed_at at time zone $3::text, 'YYYY-MM-DD') as day, count(*) as orders from orders o
  where o.store_id = $1::uuid and o.placed_at >= $2::timestamptz and o.kind = 'sale' and o.status <> 'canceled'
  group by 1`;
const WAITING = `
  select
    (select min(ship_by_at) from orders where store_id = $1::uuid and status in ('confirmed', 'processing')
      and ship_by_at < $2::timestamptz and held_at is null) as late,
    (select min(ship_by_at) from orders where store_id = $1::uuid and status in ('confirmed', 'processing')
      and ship_by_at >= $2::timestamptz and held_at is null) as next,
    (select min(placed_at) from orders where store_id = $1::uuid and status = 'pending') as pending,
    (select min(placed_at) from orders where store_id = $1::uuid
      and payment_status in ('unpaid', 'failed', 'partially_paid', 'voided') and status not in ('draft', 'canceled')) as unpaid`;

/** What Home says of today beside the counts of the views: one round trip. Days are the store's. */
export async function homeFigures(ctx: AnyCtx): Promise<HomeFigures> {
  allow(ctx, 'order.read');
  const { now } = ctx;
  const { timeZone, id } = ctx.store;
  const back = (days: number, at: Date) => new Date(subDays(new TZDate(at, timeZone), days).getTime());
  const today = startOfDayIn(now, timeZone);
  return read(ctx, async (ctx) => {
    const store = uuidOf(id);
    const [soFar, lastWeek, byDay, [waiting]] = await Promise.all([
      between(ctx, today, now),
      between(ctx, back(WEEK_DAYS, today), back(WEEK_DAYS, now)),
      ctx.raw(BY_DAY, [store, back(2 * DAYS - 1, today).toISOString(), timeZone]),
      ctx.raw(WAITING, [store, now.toISOString()]),
    ]);
    const orders = new Map(byDay.map((row) => [String(row.day), Number(row.orders)]));
    const first = new TZDate(back(DAYS - 1, today), timeZone);
    const dayOf = (place: number) => formatInTimeZoneDay(addDays(first, place), timeZone);
    return {
      today: soFar,
      lastWeek,
      differenceMinor: soFar.grossMinor - lastWeek.grossMinor,
      days: Array.from({ length: DAYS }, (_, place) => ({
        day: dayOf(place),
        orders: orders.get(dayOf(place)) ?? 0,
        before: orders.get(dayOf(place - DAYS)) ?? 0,
      })),
      lateSince: moment(waiting?.late),
      nextShipBy: moment(waiting?.next),
      pendingSince: moment(waiting?.pending),
      unpaidSince: moment(waiting?.unpaid),
    };
  });
}

async function between(ctx: TxCtx, from: Date, to: Date): Promise<SoFar> {
  const { id, currency } = ctx.store;
  const [row] = await ctx.raw(SO_FAR, [uuidOf(id), from.toISOString(), to.toISOString(), currency]);
  return { orders: Number(row?.orders ?? 0), grossMinor: Number(row?.gross ?? 0) };
}

/** A raw timestamp comes as a Date or as text, by the driver's mood; a wrong one is none. */
function moment(value: unknown): Date | null {
  if (value === null || value === undefined) return null;
  const at = new Date(String(value instanceof Date ? value.toISOString() : value));
  return Number.isNaN(at.getTime()) ? null : at;
}
