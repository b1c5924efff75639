import { type FilterChip, FilterChips } from '@/components/lists/filter-chips';
import { type OrderListQuery, orderListSearch } from '@/lib/orders/order-views';
import { useFilterWords } from './filter-words';
import { OrderFilters } from './order-filters';

/** What the orders list is narrowed by, and how to narrow it further. */
export function OrderFilterBar(props: {
  query: OrderListQuery;
  path: string;
  names: ReadonlyMap<string, string>;
  now: Date;
}) {
  const { query, path, names, now } = props;
  const { filter } = query;
  const wordsOf = useFilterWords(names, now);
  const words = filter.items.map(wordsOf);
  const hrefWith = (next: OrderListQuery['filter']) =>
    `${path}${orderListSearch({ ...query, filter: next })}`;
  const chips = words.map(
    (said, place): FilterChip => ({
      ...said,
      removeHref: hrefWith({ ...filter, items: filter.items.filter((_, other) => other !== place) }),
    }),
  );
  const other = filter.match === 'all' ? 'any' : 'all';
  return (
    <>
      <FilterChips chips={chips} match={filter.match} switchHref={hrefWith({ ...filter, match: other })} />
      <OrderFilters
        query={query}
        items={words.map(({ label, value }) => `${label}: ${value}`)}
        fieldsHref={`${path}/ask/filter-fields`}
      />
    </>
  );
}
