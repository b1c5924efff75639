import type { TxCtx } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import type { Params } from '@/lib/core/params';
import { codeTokens, queryTokens } from '@/lib/core/search-tokens';
import type { OrderCursor } from './order-cursor';
import { requiredSkus } from './order-filter';
import type { OrderListQuery } from './order-views';
import { directionOf, listWhere, pastCursor } from './order-where';

/** What a search box's text asks of `order_search`: the rarest word leads, every other one must be there too. */
export type OrderSearch = { whole: bigint[]; lead: bigint[]; others: bigint[][] };

const PROBE = 2_000;

/**
 * What leads a list: its search text, or a SKU it requires, since walking the few orders that have it beats asking all.
 * Undefined when nothing does, null when nothing in the text can be searched for.
 */
export async function planList(ctx: TxCtx, query: OrderListQuery): Promise<OrderSearch | null | undefined> {
  if (query.q) return planSearch(ctx, query.q);
  const skus = requiredSkus(query.filter);
  if (!skus) return undefined;
  const lead = codeTokens(ctx.store.id, ...skus);
  return lead.length > 0 ? { whole: [], lead, others: [] } : undefined;
}

/**
 * Reads a search text. With several words one more statement asks which is rarest, so that "wei zhang" walks the few
 * and looks the many up by key. Null when nothing in the text can be searched for.
 */
export async function planSearch(ctx: TxCtx, text: string): Promise<OrderSearch | null> {
  const { whole, words } = queryTokens(ctx.store.id, text);
  const [only, ...more] = words;
  if (more.length === 0) {
    const all = [...new Set([...whole, ...(only ?? [])])];
    return all.length === 0 ? null : { whole: [], lead: all, others: [] };
  }
  const counts = words.map(
    (_, i) => `(select count(*) from (select 1 from order_search
      where store_id = $1::uuid and token = any($${i + 2}::bigint[]) limit ${PROBE}) w) as n${i}`,
  );
  const [found] = await ctx.raw(`select ${counts.join(', ')}`, [
    uuidOf(ctx.store.id),
    ...words.map((tokens) => tokens.map(String)),
  ]);
  const rarest = words.map((_, i) => Number(found?.[`n${i}`] ?? 0));
  const place = rarest.indexOf(Math.min(...rarest));
  return { whole, lead: words[place] ?? [], others: words.filter((_, i) => i !== place) };
}

/**
 * The first `limit` matches beyond a cursor, as `(moment, id)` rows: each token is one ordered walk of the B-tree, so a
 * page costs its rows and not its matches. Drafts stand in `order_search` under the moment they were begun.
 */
export function searchMatches(
  ctx: TxCtx,
  search: OrderSearch,
  query: OrderListQuery,
  page: { cursor: OrderCursor | null; limit: number },
  p: Params,
): string {
  const way = directionOf(page.cursor);
  const store = p.add(uuidOf(ctx.store.id), 'uuid');
  const where = listWhere(ctx, query, p);
  const beyond = pastCursor(page.cursor, 's.placed_at, s.order_id', p);
  const others = search.others.map((tokens) => {
    const list = p.add(tokens.map(String), 'bigint[]');
    return ` and exists (select 1 from order_search w where w.store_id = ${store} and w.token = any(${list})
      and w.placed_at = s.placed_at and w.order_id = s.order_id)`;
  });
  const walk = (token: bigint, also: string) => `(select s.placed_at as moment, s.order_id as id
    from order_search s join orders o on o.store_id = s.store_id and o.id = s.order_id
    where s.store_id = ${store} and s.token = ${p.add(String(token), 'bigint')} and ${beyond} and ${where}${also}
    order by s.placed_at ${way}, s.order_id ${way} limit ${page.limit})`;
  const walks = [
    ...search.whole.map((token) => walk(token, '')),
    ...search.lead.map((token) => walk(token, others.join(''))),
  ];
  return `select moment, id from (${walks.join(' union ')}) m order by moment ${way}, id ${way} limit ${page.limit}`;
}
