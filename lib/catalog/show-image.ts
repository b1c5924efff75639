import { and, eq, sql } from 'drizzle-orm';
import { images, products, variants } from '@/db/schema/catalog';
import type { TxCtx } from '@/lib/core/ctx';
import { type Id, type ProductId, uuidOf } from '@/lib/core/ids';

/** Points a product to a picture, or to none. */
export async function showImage(ctx: TxCtx, productId: ProductId, imageId: Id<'img'> | null): Promise<void> {
  await ctx.db
    .update(products)
    .set({ imageId, updatedAt: ctx.now, version: sql`${products.version} + 1` })
    .where(and(eq(products.storeId, ctx.store.id), eq(products.id, productId)));
}

/** Drops a picture nothing points to any more, unless a variant shows it too. */
export async function dropImage(ctx: TxCtx, id: Id<'img'>): Promise<void> {
  const shown = sql`exists (select 1 from ${variants} where ${variants.storeId} = ${uuidOf(ctx.store.id)}::uuid and ${variants.imageId} = ${uuidOf(id)}::uuid)`;
  await ctx.db
    .delete(images)
    .where(and(eq(images.storeId, ctx.store.id), eq(images.id, id), sql`not ${shown}`));
}
