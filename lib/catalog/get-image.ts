import { and, eq } from 'drizzle-orm';
import { images } from '@/db/schema/catalog';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';

/** A stored picture's bytes (WebP). What an id shows never changes. */
export async function getImage(ctx: AnyCtx, id: Id<'img'>): Promise<{ content: Uint8Array }> {
  allow(ctx, 'product.read');
  return read(ctx, async (ctx) => {
    const [image] = await ctx.db
      .select({ content: images.content })
      .from(images)
      .where(and(eq(images.storeId, ctx.store.id), eq(images.id, id)));
    if (!image) throw notFound('catalog.errors.imageUnknown');
    return image;
  });
}
