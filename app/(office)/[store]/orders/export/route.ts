import { getLocale } from 'next-intl/server';
import { formatInTimeZoneDay } from '@/lib/core/time';
import { exportColumns } from '@/lib/exchange/export-cells';
import { asBody, EXPORT_TYPES, exportFile } from '@/lib/exchange/export-file';
import { beginExport, exportOrders } from '@/lib/exchange/export-orders';
import { translator } from '@/lib/i18n/translator';
import { shownColumns } from '@/lib/lists/columns';
import { readListSetup } from '@/lib/lists/read-list-setup';
import { ORDER_COLUMNS } from '@/lib/orders/order-columns';
import { parseOrderList } from '@/lib/orders/order-views';
import { storeRoute } from '@/lib/web/store-route';

/** The orders list as a file: the view, filter, search, columns and order of the address. */
export const GET = storeRoute({
  permission: 'data.export',
  run: async (ctx, { query: search }) => {
    const format = search.get('format') === 'xlsx' ? 'xlsx' : 'csv';
    const query = parseOrderList(Object.fromEntries(search));
    const setup = await readListSetup(ctx, 'orders');
    const open = setup.views.find(({ id }) => id === query.saved);
    const columns = exportColumns(shownColumns(ORDER_COLUMNS, open?.columns ?? setup.columns));
    await beginExport(ctx, { query, columns, format });
    const say = translator(await getLocale());
    const { timeZone } = ctx.store;
    const file = exportFile(format, {
      header: columns.map((key) => say(`orders.columns.${key}`)),
      rows: exportOrders(ctx, { query, columns, say }),
      timeZone,
      name: say('orders.title'),
    });
    const day = formatInTimeZoneDay(ctx.now, timeZone);
    return new Response(asBody(file), {
      headers: {
        'content-type': EXPORT_TYPES[format],
        'content-disposition': `attachment; filename="orders-${query.view}-${day}.${format}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  },
});
