import type { StoreId } from '@/lib/core/ids';
import { queryTokens } from '@/lib/core/search-tokens';

/** How far a page is looked for: `side` is the keyset condition on `s`, `order` its direction, `limit` its size. */
type Reach = { side: string; order: 'asc' | 'desc'; limit: number };

/**
 * A select of (customer_id, created_at) that a search box's text may mean, in list order: each token is walked by its
 * index and cut at the page's size, so that a common name costs no more than a rare one. `$1` must be the store.
 */
export function customerMatch(
  store: StoreId,
  text: string,
  from: number,
  { side, order, limit }: Reach,
): { sql: string; params: string[] } | null {
  if (!text.trim()) return null;
  const { whole, words } = queryTokens(store, text);
  const params: string[] = [];
  const param = (token: bigint) => `$${from + params.push(String(token)) - 1}::bigint`;
  const [first = [], ...others] = words;
  const also = others.map((tokens) => {
    const any = tokens.map(param).join(', ');
    return ` and exists (select 1 from customer_search o where o.store_id = $1::uuid and o.token in (${any})
      and o.created_at = s.created_at and o.customer_id = s.customer_id)`;
  });
  const walk = (token: bigint, condition: string) =>
    `(select s.customer_id, s.created_at from customer_search s
      where s.store_id = $1::uuid and s.token = ${param(token)} ${side} ${condition}
      order by s.created_at ${order}, s.customer_id ${order} limit ${limit})`;
  const walks = [
    ...whole.map((token) => walk(token, '')),
    ...first.map((token) => walk(token, also.join(''))),
  ];
  const none = 'select customer_id, created_at from customer_search where false';
  return { sql: walks.length > 0 ? walks.join(' union ') : none, params };
}
