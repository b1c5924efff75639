import { addressLines } from '@/components/format/address-text';
import { printSlips } from '@/lib/documents/print-slips';
import { drawPaper } from '@/lib/integrations/pdf/draw-paper';
import { storeRoute } from '@/lib/web/store-route';
import { asPdf, idsOf, sizeOf, wordsIn } from '../paper-request';

/** `?parcels=…,…&size=4x6`: the paper for each box, in the store's language, which its shoppers read. */
export const GET = storeRoute({
  permission: 'order.read',
  run: async (ctx, { query }) => {
    const parcels = idsOf('shp', query.get('parcels'));
    const input = { parcels, size: sizeOf(query), labelOf: addressLines, ...wordsIn(ctx.store.locale) };
    return asPdf(await printSlips(ctx, input, drawPaper), 'packing-slips');
  },
});
