import type { TxCtx } from '@/lib/core/ctx';
import { idOf, uuidOf } from '@/lib/core/ids';
import { Params } from '@/lib/core/params';
import type { Neighbours } from './order-detail';
import type { OrderListQuery } from './order-views';
import { directionOf, listWhere, momentOf, pastCursor } from './order-where';
import type { HeadRow } from './read-order-head';
import { planList, searchMatches } from './search-orders';

/** The orders beside this one in the list it was opened from, as their addresses name them. */
export async function readNeighbours(ctx: TxCtx, head: HeadRow, query: OrderListQuery): Promise<Neighbours> {
  const search = await planList(ctx, query);
  const at = query.view === 'drafts' ? head.createdAt : head.placedAt;
  if (search === null || !at) return { newer: null, older: null };
  const p = new Params();
  const store = p.add(uuidOf(ctx.store.id), 'uuid');
  const moment = momentOf(query.view);
  const beside = (way: 'newer' | 'older') => {
    const cursor = { way, atMs: at.getTime(), uuid: uuidOf(head.id), skipped: 0 };
    const by = directionOf(cursor);
    const next = search
      ? `select m.id from (${searchMatches(ctx, search, query, { cursor, limit: 1 }, p)}) m`
      : `select o.id from orders o where ${listWhere(ctx, query, p)} and ${pastCursor(cursor, `${moment}, o.id`, p)}
         order by ${moment} ${by}, o.id ${by} limit 1`;
    return `select '${way}' as way, o.id, o.number from orders o where o.store_id = ${store} and o.id = (${next})`;
  };
  const rows = await ctx.raw(`${beside('newer')} union all ${beside('older')}`, p.values);
  const keyOf = (way: string) => {
    const row = rows.find((found) => found.way === way);
    return row ? String(row.number ?? idOf('ord', String(row.id))) : null;
  };
  return { newer: keyOf('newer'), older: keyOf('older') };
}
