'use client';

import { AddFilter } from '@/components/lists/add-filter';
import { type OrderListQuery, orderListSearch } from '@/lib/orders/order-views';

/** Narrows the orders list: writes the address, so that a link is a view. */
export function OrderFilters(props: { query: OrderListQuery; items: readonly string[]; fieldsHref: string }) {
  const { query, ...rest } = props;
  return (
    <AddFilter {...rest} filter={query.filter} searchOf={(filter) => orderListSearch({ ...query, filter })} />
  );
}
