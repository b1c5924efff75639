import { and, asc, eq, sql } from 'drizzle-orm';
import { products, variants } from '@/db/schema/catalog';
import { taxClasses } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import type { Id, ProductId, VariantId } from '@/lib/core/ids';
import type { ActionState } from '@/lib/core/state';
import { type ProductStatus, type VariantStatus, variantArchiving } from './product-state';

export type VariantDetail = {
  variantId: VariantId;
  productId: ProductId;
  productTitle: string;
  productStatus: ProductStatus;
  title: string;
  sku: string;
  barcode: string;
  priceE4: number;
  costE4: number | null;
  weightGrams: number | null;
  taxClass: string;
  taxClassName: string;
  status: VariantStatus;
  imageId: Id<'img'> | null;
  version: number;
  archive: ActionState;
  siblings: { variantId: VariantId; title: string; sku: string }[];
};

/** One variant's own facts and its siblings; its stock is read by the stock domain. */
export async function getVariant(ctx: AnyCtx, variantId: VariantId): Promise<VariantDetail> {
  allow(ctx, 'product.read');
  return read(ctx, async (ctx) => {
    const [found] = await ctx.db
      .select({
        variantId: variants.id,
        productId: variants.productId,
        productTitle: products.title,
        productStatus: products.status,
        title: variants.title,
        sku: variants.sku,
        barcode: variants.barcode,
        priceE4: variants.priceE4,
        costE4: variants.costE4,
        weightGrams: variants.weightGrams,
        taxClass: variants.taxClass,
        taxClassName: taxClasses.name,
        status: variants.status,
        imageId: sql<Id<'img'> | null>`coalesce(${variants.imageId}, ${products.imageId})`.mapWith(
          products.imageId,
        ),
        version: variants.version,
      })
      .from(variants)
      .innerJoin(products, and(eq(products.storeId, variants.storeId), eq(products.id, variants.productId)))
      .innerJoin(
        taxClasses,
        and(eq(taxClasses.storeId, variants.storeId), eq(taxClasses.code, variants.taxClass)),
      )
      .where(and(eq(variants.storeId, ctx.store.id), eq(variants.id, variantId)));
    if (!found) throw notFound('catalog.errors.variantUnknown');
    const family = await ctx.db
      .select({
        variantId: variants.id,
        title: variants.title,
        sku: variants.sku,
        status: variants.status,
      })
      .from(variants)
      .where(and(eq(variants.storeId, ctx.store.id), eq(variants.productId, found.productId)))
      .orderBy(asc(variants.position), asc(variants.id));
    const active = family.filter((one) => one.status === 'active');
    return {
      ...found,
      archive: variantArchiving({ ...found, activeVariants: active.length }),
      siblings: active.map(({ variantId, title, sku }) => ({ variantId, title, sku })),
    };
  });
}
