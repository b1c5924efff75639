import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import { Params } from '@/lib/core/params';
import { COUNT_CAP, COUNTED_VIEWS, type CountedView, type OrderListQuery, SEARCH_CAP } from './order-views';
import { filterWhere, listWhere, momentOf, viewWhere } from './order-where';
import { type OrderSearch, searchMatches } from './search-orders';

export type ViewCounts = Record<CountedView, number>;

/** How many orders each working view holds, each capped at 10,001. One statement. */
export async function countViews(ctx: AnyCtx): Promise<ViewCounts> {
  allow(ctx, 'order.read');
  return read(ctx, async (ctx) => {
    const p = new Params();
    const counts = COUNTED_VIEWS.map(
      (view) =>
        `(select count(*) from (select 1 from orders o where ${viewWhere(ctx, view, p)} limit ${COUNT_CAP}) c) as ${view}`,
    );
    const [row] = await ctx.raw(`select ${counts.join(', ')}`, p.values);
    const count = (view: CountedView) => Number(row?.[view] ?? 0);
    return {
      open: count('open'),
      to_confirm: count('to_confirm'),
      to_ship: count('to_ship'),
      late: count('late'),
      unpaid: count('unpaid'),
      on_hold: count('on_hold'),
      drafts: count('drafts'),
    };
  });
}

/** A list's size and worth. Where there is `more` than was counted nothing is added up: part of a sum says nothing. */
export type ListSums = {
  count: number;
  cap: number;
  more: boolean;
  sums: { currency: string; totalMinor: number }[];
};

/** What stands above the table, for everything the query finds. One statement. */
export async function sumList(
  ctx: TxCtx,
  query: OrderListQuery,
  search: OrderSearch | null | undefined,
): Promise<ListSums> {
  const cap = search ? SEARCH_CAP : COUNT_CAP;
  if (search === null) return { count: 0, cap, more: false, sums: [] };
  if (!search && query.filter.items.length > 0) return sumFiltered(ctx, query, cap);
  const p = new Params();
  const where = search ? '' : listWhere(ctx, query, p);
  const matches = search
    ? searchMatches(ctx, search, query, { cursor: null, limit: cap }, p)
    : `select o.id from orders o where ${where} limit ${cap}`;
  // The first parameter is the store in both.
  const summed = search
    ? 'found f join orders o on o.store_id = $1::uuid and o.id = f.id where'
    : `orders o where ${where} and`;
  const rows = await ctx.raw(
    `with found as materialized (${matches}), size as (select count(*) as n from found)
      select size.n, s.currency, s.total from size left join (
        select o.currency, sum(o.total_minor)::bigint as total from ${summed} (select n from size) < ${cap}
        group by o.currency) s on true order by s.total desc nulls last`,
    p.values,
  );
  const count = Number(rows[0]?.n ?? 0);
  return {
    count,
    cap,
    more: count >= cap,
    sums: rows.flatMap((row) =>
      typeof row.currency === 'string' ? [{ currency: row.currency, totalMinor: Number(row.total) }] : [],
    ),
  };
}

/** The same for a filtered list, among the newest of its view: their end is found in the index alone. */
async function sumFiltered(ctx: TxCtx, query: OrderListQuery, cap: number): Promise<ListSums> {
  const p = new Params();
  const moment = momentOf(query.view);
  const view = viewWhere(ctx, query.view, p);
  const rows = await ctx.raw(
    `with edge as materialized (
        select ${moment} as moment, o.id from orders o where ${view} order by ${moment} desc, o.id desc offset ${cap - 1} limit 1)
      select o.currency, count(*) as n, sum(o.total_minor)::bigint as total, false as more from orders o
        where ${view} and (${moment}, o.id) >= (coalesce((select moment from edge), '-infinity'),
          coalesce((select id from edge), '00000000-0000-0000-0000-000000000000')) and ${filterWhere(ctx, query, p)}
        group by o.currency
      union all select null, 0, 0, exists (select 1 from edge) order by total desc`,
    p.values,
  );
  const more = rows.some((row) => row.more === true);
  const named = rows.flatMap((row) =>
    typeof row.currency === 'string'
      ? [{ currency: row.currency, count: Number(row.n), totalMinor: Number(row.total) }]
      : [],
  );
  return {
    count: named.reduce((sum, row) => sum + row.count, 0),
    cap,
    more,
    sums: more ? [] : named.map(({ currency, totalMinor }) => ({ currency, totalMinor })),
  };
}
