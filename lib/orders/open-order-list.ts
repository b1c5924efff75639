import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { type ListSetup, readListSetup } from '@/lib/lists/read-list-setup';
import { listOrders, type OrderList } from './list-orders';
import { nameFilterRecords } from './name-filter-records';
import type { OrderListQuery } from './order-views';

export type OpenOrderList = { list: OrderList; setup: ListSetup; names: Map<string, string> };

/** All the orders page shows, in one snapshot: the list, the reader's views and columns, and what the filter names. */
export async function openOrderList(
  ctx: AnyCtx,
  input: { query: OrderListQuery; cursor?: string | null },
): Promise<OpenOrderList> {
  allow(ctx, 'order.read');
  return read(ctx, async (ctx) => {
    const [list, setup, names] = await Promise.all([
      listOrders(ctx, input),
      readListSetup(ctx, 'orders'),
      nameFilterRecords(ctx, input.query.filter),
    ]);
    return { list, setup, names };
  });
}
