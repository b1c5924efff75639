import type { StoreId } from '@/lib/core/ids';
import { queryTokens } from '@/lib/core/search-tokens';

/**
 * A sub-select of the products a search box's text may mean, and its parameters.
 * `$1` must be the store; further parameters are numbered from `from`. Null when the box is empty.
 */
export function productMatch(
  store: StoreId,
  text: string,
  from: number,
): { sql: string; params: string[][] } | null {
  if (!text.trim()) return null;
  const { whole, words } = queryTokens(store, text);
  const params = [whole, ...words].map((tokens) => tokens.map(String));
  const having = (i: number) =>
    `select product_id from product_search where store_id = $1::uuid and token = any($${from + i}::bigint[])`;
  const all = words.map((_, i) => having(i + 1)).join(' intersect ');
  return { sql: words.length > 0 ? `(${having(0)}) union (${all})` : having(0), params };
}
