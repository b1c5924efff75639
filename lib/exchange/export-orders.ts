import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, transact } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import type { Translate } from '@/lib/i18n/translator';
import { readOrdersOnward } from '@/lib/orders/list-orders';
import type { OrderColumn } from '@/lib/orders/order-columns';
import type { OrderListQuery } from '@/lib/orders/order-views';
import { planList } from '@/lib/orders/search-orders';
import { type Cell, cellsOf } from './export-cells';

const BATCH = 1_000;

export type ExportFormat = 'csv' | 'xlsx';
type View = { query: OrderListQuery; columns: readonly OrderColumn[] };

/** Tells that somebody takes a list out of the house: what kind, never what was searched for. */
export async function beginExport(
  ctx: AnyCtx,
  { query, columns, format }: View & { format: ExportFormat },
): Promise<void> {
  allow(ctx, 'data.export');
  await transact(ctx, async (ctx) => {
    const narrowed = query.q !== '' || query.filter.items.length > 0;
    await record(ctx, 'list.exported', ctx.store.id, {
      list: 'orders',
      view: query.view,
      format,
      columns: [...columns],
      narrowed,
    });
  });
}

/**
 * Every order a list finds, newest first, as rows of cells; a batch at a time, each read after the one before was
 * taken, so that a million rows need the room of a thousand.
 */
export async function* exportOrders(ctx: AnyCtx, view: View & { say: Translate }): AsyncGenerator<Cell[][]> {
  allow(ctx, 'data.export');
  const { query, columns, say } = view;
  const { search, numberPrefix } = await read(ctx, async (ctx) => {
    const [search, [settings]] = await Promise.all([
      planList(ctx, query),
      ctx.raw('select number_prefix from store_settings where store_id = $1::uuid', [uuidOf(ctx.store.id)]),
    ]);
    return { search, numberPrefix: String(settings?.number_prefix ?? '#') };
  });
  if (search === null) return;
  let cursor: string | null = null;
  do {
    const from = { search, cursor, limit: BATCH };
    const page: Awaited<ReturnType<typeof readOrdersOnward>> = await read(ctx, (ctx) =>
      readOrdersOnward(ctx, query, from),
    );
    if (page.orders.length > 0)
      yield page.orders.map((order) => cellsOf(order, columns, { say, numberPrefix }));
    cursor = page.next;
  } while (cursor);
}
