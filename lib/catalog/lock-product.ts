import { and, eq } from 'drizzle-orm';
import { products, variants } from '@/db/schema/catalog';
import type { TxCtx } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import type { ProductId, VariantId } from '@/lib/core/ids';

/** A product's facts, kept still until the transaction ends. A stranger's is not found. */
export async function lockProduct(ctx: TxCtx, productId: ProductId) {
  const [product] = await ctx.db
    .select({
      title: products.title,
      description: products.description,
      vendor: products.vendor,
      category: products.category,
      status: products.status,
      imageId: products.imageId,
      version: products.version,
    })
    .from(products)
    .where(and(eq(products.storeId, ctx.store.id), eq(products.id, productId)))
    .for('update');
  if (!product) throw notFound('catalog.errors.productUnknown');
  return product;
}

/** A variant's facts, kept still until the transaction ends. */
export async function lockVariant(ctx: TxCtx, variantId: VariantId) {
  const [variant] = await ctx.db
    .select({
      productId: variants.productId,
      title: variants.title,
      sku: variants.sku,
      barcode: variants.barcode,
      priceE4: variants.priceE4,
      costE4: variants.costE4,
      weightGrams: variants.weightGrams,
      taxClass: variants.taxClass,
      status: variants.status,
      version: variants.version,
    })
    .from(variants)
    .where(and(eq(variants.storeId, ctx.store.id), eq(variants.id, variantId)))
    .for('update');
  if (!variant) throw notFound('catalog.errors.variantUnknown');
  return variant;
}

/** Locks the product a variant belongs to: its variants and search tokens change one verb at a time. */
export async function lockProductOf(ctx: TxCtx, variantId: VariantId) {
  const [variant] = await ctx.db
    .select({ productId: variants.productId })
    .from(variants)
    .where(and(eq(variants.storeId, ctx.store.id), eq(variants.id, variantId)));
  if (!variant) throw notFound('catalog.errors.variantUnknown');
  return { productId: variant.productId, ...(await lockProduct(ctx, variant.productId)) };
}
