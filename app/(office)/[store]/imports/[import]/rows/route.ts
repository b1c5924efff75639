import { getLocale } from 'next-intl/server';
import { parseId } from '@/lib/core/ids';
import { getImport } from '@/lib/exchange/get-import';
import { readRefused } from '@/lib/exchange/read-refused';
import { readSetAside } from '@/lib/exchange/read-set-aside';
import { translator } from '@/lib/i18n/translator';
import { storeRoute } from '@/lib/web/store-route';

/** The rows an import set aside or refused, as a file. */
export const GET = storeRoute<{ store: string; import: string }>({
  permission: 'data.import',
  run: async (ctx, { params }) => {
    const found = await getImport(ctx, parseId('imp', params.import));
    const rows =
      found.report === null
        ? readRefused(ctx, found.id, translator(await getLocale()))
        : readSetAside(ctx, found.id);
    return new Response(streamOf(rows), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="rows-${found.id}.csv"`,
        'cache-control': 'private, no-store',
      },
    });
  },
});

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
}
