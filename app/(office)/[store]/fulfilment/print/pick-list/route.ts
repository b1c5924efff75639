import { getLocale } from 'next-intl/server';
import { isId, parseId } from '@/lib/core/ids';
import { printPickList } from '@/lib/documents/print-pick-list';
import { drawPaper } from '@/lib/integrations/pdf/draw-paper';
import { storeRoute } from '@/lib/web/store-route';
import { asPdf, idsOf, sizeOf, wordsIn } from '../paper-request';

/** `?wave=` or `?orders=…,…&warehouse=`, and `&size=4x6`: what to fetch, in the reader's language. */
export const GET = storeRoute({
  permission: 'order.read',
  run: async (ctx, { query }) => {
    const wave = query.get('wave');
    const of = isId('wav', wave)
      ? { wave }
      : { orders: idsOf('ord', query.get('orders')), warehouseId: parseId('whs', query.get('warehouse')) };
    const words = wordsIn(await getLocale());
    const bytes = await printPickList(ctx, { of, size: sizeOf(query), ...words }, drawPaper);
    return asPdf(bytes, 'pick-list');
  },
});
