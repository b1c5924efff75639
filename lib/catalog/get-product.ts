import { and, asc, eq, sql } from 'drizzle-orm';
import { products, variants } from '@/db/schema/catalog';
import { stockLevels, warehouses } from '@/db/schema/stock';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import type { Id, ProductId, VariantId, WarehouseId } from '@/lib/core/ids';
import { type ProductActions, type ProductStatus, productActions, type VariantStatus } from './product-state';

export type ProductVariant = {
  variantId: VariantId;
  title: string;
  sku: string;
  barcode: string;
  priceE4: number;
  costE4: number | null;
  weightGrams: number | null;
  taxClass: string;
  status: VariantStatus;
  version: number;
  /** Free units by warehouse, in the order of `warehouses`. */
  available: number[];
  onHand: number;
};

export type ProductDetail = {
  productId: ProductId;
  title: string;
  description: string;
  vendor: string;
  category: string;
  status: ProductStatus;
  imageId: Id<'img'> | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  warehouses: { warehouseId: WarehouseId; name: string; active: boolean }[];
  variants: ProductVariant[];
  actions: ProductActions;
};

/** One product with its variants and what is free of them where. */
export async function getProduct(ctx: AnyCtx, productId: ProductId): Promise<ProductDetail> {
  allow(ctx, 'product.read');
  return read(ctx, async (ctx) => {
    const [found, houses, rows, levels] = await Promise.all([
      productFacts(ctx, productId),
      warehousesOf(ctx),
      variantFactsOf(ctx, productId),
      levelsOf(ctx, productId),
    ]);
    if (!found) throw notFound('catalog.errors.productUnknown');
    const stocked = new Set(levels.filter((level) => level.onHand > 0).map((level) => level.warehouseId));
    const shown = houses.filter((house) => house.active || stocked.has(house.warehouseId));
    const level = (variant: VariantId, house: WarehouseId) =>
      levels.find((one) => one.variantId === variant && one.warehouseId === house);
    return {
      ...found,
      productId,
      warehouses: shown,
      variants: rows.map((row) => ({
        ...row,
        available: shown.map((house) => level(row.variantId, house.warehouseId)?.available ?? 0),
        onHand: levels
          .filter((one) => one.variantId === row.variantId)
          .reduce((total, one) => total + one.onHand, 0),
      })),
      actions: productActions({
        status: found.status,
        activeVariants: rows.filter((row) => row.status === 'active').length,
      }),
    };
  });
}

async function productFacts(ctx: TxCtx, productId: ProductId) {
  const [product] = await ctx.db
    .select({
      title: products.title,
      description: products.description,
      vendor: products.vendor,
      category: products.category,
      status: products.status,
      imageId: products.imageId,
      version: products.version,
      createdAt: products.createdAt,
      updatedAt: products.updatedAt,
    })
    .from(products)
    .where(and(eq(products.storeId, ctx.store.id), eq(products.id, productId)));
  return product;
}

function warehousesOf(ctx: TxCtx) {
  return ctx.db
    .select({ warehouseId: warehouses.id, name: warehouses.name, active: warehouses.active })
    .from(warehouses)
    .where(eq(warehouses.storeId, ctx.store.id))
    .orderBy(asc(warehouses.priority), asc(warehouses.id));
}

function variantFactsOf(ctx: TxCtx, productId: ProductId) {
  return ctx.db
    .select({
      variantId: variants.id,
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
    .where(and(eq(variants.storeId, ctx.store.id), eq(variants.productId, productId)))
    .orderBy(sql`${variants.status} = 'archived'`, asc(variants.position), asc(variants.id));
}

function levelsOf(ctx: TxCtx, productId: ProductId) {
  return ctx.db
    .select({
      variantId: stockLevels.variantId,
      warehouseId: stockLevels.warehouseId,
      available: stockLevels.available,
      onHand: stockLevels.onHand,
    })
    .from(stockLevels)
    .innerJoin(
      variants,
      and(eq(variants.storeId, stockLevels.storeId), eq(variants.id, stockLevels.variantId)),
    )
    .where(and(eq(stockLevels.storeId, ctx.store.id), eq(variants.productId, productId)));
}
