import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import {
  PRODUCT_STATUSES,
  type ProductStatus,
  VARIANT_STATUSES,
  type VariantStatus,
} from '@/lib/catalog/product-state';
import { amount, at, bytes, id, oneOf, optionalAmount, optionalId, storeId, token } from '../columns';
import { stores, taxClasses } from './stores';

export const images = pgTable(
  'images',
  {
    storeId: storeId(),
    id: id('img'),
    /** Always WebP, made from the upload: what a browser shows is never what somebody sent. */
    content: bytes('content').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
  ],
);

export const products = pgTable(
  'products',
  {
    storeId: storeId(),
    id: id('prd'),
    title: text('title').notNull(),
    description: text('description').notNull().default(''),
    vendor: text('vendor').notNull().default(''),
    category: text('category').notNull().default(''),
    status: text('status').$type<ProductStatus>().notNull(),
    imageId: optionalId('img', 'image_id'),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
    foreignKey({ columns: [t.storeId, t.imageId], foreignColumns: [images.storeId, images.id] }),
    index('products_recent').on(t.storeId, t.updatedAt, t.id),
    index('products_status').on(t.storeId, t.status, t.updatedAt, t.id),
    oneOf('products_status_known', 'status', PRODUCT_STATUSES),
    check('products_title', sql`length(${t.title}) between 1 and 300`),
  ],
);

export const variants = pgTable(
  'variants',
  {
    storeId: storeId(),
    id: id('var'),
    productId: id('prd', 'product_id'),
    /** What tells it from its siblings ("Oat / Large"); empty for a product's only one. */
    title: text('title').notNull().default(''),
    sku: text('sku').notNull(),
    /** The SKU trimmed and case-folded: what must be unique and what files match by. */
    skuKey: text('sku_key').notNull(),
    barcode: text('barcode').notNull().default(''),
    priceE4: amount('price_e4'),
    costE4: optionalAmount('cost_e4'),
    weightGrams: integer('weight_grams'),
    taxClass: text('tax_class').notNull().default('standard'),
    status: text('status').$type<VariantStatus>().notNull().default('active'),
    position: integer('position').notNull().default(0),
    imageId: optionalId('img', 'image_id'),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId, t.productId], foreignColumns: [products.storeId, products.id] }),
    foreignKey({ columns: [t.storeId, t.imageId], foreignColumns: [images.storeId, images.id] }),
    foreignKey({ columns: [t.storeId, t.taxClass], foreignColumns: [taxClasses.storeId, taxClasses.code] }),
    uniqueIndex('variants_sku').on(t.storeId, t.skuKey),
    index('variants_product').on(t.storeId, t.productId, t.position),
    oneOf('variants_status_known', 'status', VARIANT_STATUSES),
    check('variants_sku_text', sql`length(${t.sku}) between 1 and 100`),
    check('variants_amounts', sql`${t.priceE4} >= 0 and (${t.costE4} is null or ${t.costE4} >= 0)`),
    check('variants_weight', sql`${t.weightGrams} is null or ${t.weightGrams} >= 0`),
  ],
);

/** Word prefixes of titles, SKUs and barcodes, one row each (B-tree: works under row-level security). */
export const productSearch = pgTable(
  'product_search',
  { storeId: storeId(), token: token('token').notNull(), productId: id('prd', 'product_id') },
  (t) => [
    primaryKey({ columns: [t.storeId, t.token, t.productId] }),
    foreignKey({
      columns: [t.storeId, t.productId],
      foreignColumns: [products.storeId, products.id],
    }).onDelete('cascade'),
    index('product_search_product').on(t.storeId, t.productId),
  ],
);
