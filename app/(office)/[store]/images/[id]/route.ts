import { getImage } from '@/lib/catalog/get-image';
import { DomainError } from '@/lib/core/errors';
import { parseId } from '@/lib/core/ids';
import { storePage } from '@/lib/web/store-page';

/** What an id shows never changes, so a browser never asks twice; it is kept by that person's browser only. */
const FOREVER = 'private, max-age=31536000, immutable';

/** A product's picture, for people of the store. */
export async function GET(request: Request, { params }: { params: Promise<{ store: string; id: string }> }) {
  const { store, id } = await params;
  const { ctx } = await storePage(store, 'product.read');
  try {
    const imageId = parseId('img', id);
    const { content } = await getImage(ctx, imageId);
    const headers = { etag: `"${imageId}"`, 'cache-control': FOREVER };
    if (request.headers.get('if-none-match') === headers.etag)
      return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(content), {
      headers: {
        ...headers,
        'content-type': 'image/webp',
        'content-length': String(content.byteLength),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      },
    });
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FOUND')
      return new Response(null, { status: 404 });
    throw error;
  }
}
