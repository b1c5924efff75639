import { and, eq } from 'drizzle-orm';
import { products, variants } from '@/db/schema/catalog';
import { customers } from '@/db/schema/customers';
import { stockLevels, warehouses } from '@/db/schema/stock';
import { createProduct } from '@/lib/catalog/create-product';
import { editProduct } from '@/lib/catalog/edit-product';
import { editVariant } from '@/lib/catalog/edit-variant';
import { skuKey } from '@/lib/catalog/variant-input';
import { changedFields } from '@/lib/core/changed-fields';
import type { TxCtx } from '@/lib/core/ctx';
import { invalid } from '@/lib/core/errors';
import { parseDecimal, parsePrice } from '@/lib/core/money';
import { createCustomer } from '@/lib/customers/create-customer';
import { customerFactsInput, emailFingerprint } from '@/lib/customers/customer-input';
import { editCustomer } from '@/lib/customers/edit-customer';
import { setStock } from '@/lib/stock/set-stock';
import { countryOfName } from './country-of-name';
import type { ImportRef } from './import-ref';
import type { FileRecord } from './load-records';
import { plainNumber } from './read-number';
import type { Field, ImportKind } from './source-mapping';

/** What a row would do, and doing it: through the owning domain's own verb. */
export type Bringing = { outcome: 'create' | 'change' | 'same'; bring: (ctx: TxCtx) => Promise<unknown> };
type Look = (ctx: TxCtx, ref: ImportRef, record: FileRecord) => Promise<Bringing>;

const SAME: Bringing = { outcome: 'same', bring: async () => {} };

/** Looks a row's record up by its key and says what the row means for it. Throws what is wrong with the row. */
export const lookAtRecord: Record<Exclude<ImportKind, 'orders'>, Look> = {
  products: lookAtProduct,
  customers: lookAtCustomer,
  prices: lookAtPrice,
  stock: lookAtStock,
};

function priceOf(ref: ImportRef, record: FileRecord, field: Field): number | null {
  const text = record.get(field);
  if (text === '') return null;
  const price = parsePrice(plainNumber(text, ref.format.decimal));
  if (price === null || price < 0) throw invalid('exchange.errors.price', { value: text.slice(0, 60) });
  return price;
}

async function findVariant(ctx: TxCtx, sku: string) {
  if (sku === '') throw invalid('exchange.errors.noSku');
  const [found] = await ctx.db
    .select()
    .from(variants)
    .innerJoin(products, and(eq(products.storeId, variants.storeId), eq(products.id, variants.productId)))
    .where(and(eq(variants.storeId, ctx.store.id), eq(variants.skuKey, skuKey(sku))));
  return found ?? null;
}

async function lookAtProduct(ctx: TxCtx, ref: ImportRef, record: FileRecord): Promise<Bringing> {
  const sku = record.get('sku');
  const found = await findVariant(ctx, sku);
  const price = priceOf(ref, record, 'price');
  const given = {
    title: record.get('title'),
    ...(record.has('vendor') && { vendor: record.get('vendor') }),
    ...(record.has('category') && { category: record.get('category') }),
  };
  const own = {
    ...(price !== null && { priceE4: price }),
    ...(record.has('barcode') && { barcode: record.get('barcode') }),
  };
  if (given.title === '') throw invalid('catalog.errors.title');
  if (!found) {
    const status = (price ?? 0) > 0 ? ('active' as const) : ('draft' as const);
    const variant = { sku, priceE4: price ?? 0, ...own };
    return {
      outcome: 'create',
      bring: (ctx) => createProduct(ctx, { ...given, status, variants: [variant] }),
    };
  }
  const product = {
    title: found.products.title,
    description: found.products.description,
    vendor: found.products.vendor,
    category: found.products.category,
  };
  const facts = { ...product, ...given };
  const touched = changedFields(product, facts).length > 0;
  const variant = variantOf(found.variants, own);
  if (!touched && !variant.touched) return SAME;
  return {
    outcome: 'change',
    bring: async (ctx) => {
      const { id, version } = found.products;
      if (touched) await editProduct(ctx, { productId: id, version, ...facts });
      if (variant.touched) await variant.edit(ctx);
    },
  };
}

type VariantRow = typeof variants.$inferSelect;

function variantOf(row: VariantRow, given: { priceE4?: number; costE4?: number; barcode?: string }) {
  const { title, sku, barcode, priceE4, costE4, weightGrams, taxClass } = row;
  const before = { title, sku, barcode, priceE4, costE4, weightGrams, taxClass };
  const facts = { ...before, ...given };
  return {
    touched: changedFields(before, facts).length > 0,
    edit: (ctx: TxCtx) => editVariant(ctx, { variantId: row.id, version: row.version, ...facts }),
  };
}

async function lookAtPrice(ctx: TxCtx, ref: ImportRef, record: FileRecord): Promise<Bringing> {
  const found = await findVariant(ctx, record.get('sku'));
  if (!found) throw invalid('exchange.errors.unknownSku', { sku: record.get('sku').slice(0, 100) });
  const priceE4 = priceOf(ref, record, 'price');
  if (priceE4 === null) throw invalid('exchange.errors.price', { value: '' });
  const costE4 = priceOf(ref, record, 'cost');
  const variant = variantOf(found.variants, { priceE4, ...(costE4 !== null && { costE4 }) });
  return variant.touched ? { outcome: 'change', bring: variant.edit } : SAME;
}

async function lookAtCustomer(ctx: TxCtx, ref: ImportRef, record: FileRecord): Promise<Bringing> {
  const optional = (field: Field) => record.get(field) || null;
  const externalId = optional('customerRef');
  const email = optional('email');
  const country = optional('country');
  const code = country && countryOfName(ref.mapping, country);
  if (country && !code) throw invalid('exchange.errors.country', { country: country.slice(0, 60) });
  if (!externalId && !email) throw invalid('exchange.errors.noCustomerKey');
  const token = emailFingerprint(ctx.store.id, email);
  const [found] = await ctx.db
    .select()
    .from(customers)
    .where(
      and(
        eq(customers.storeId, ctx.store.id),
        externalId ? eq(customers.externalId, externalId) : eq(customers.emailToken, token ?? Buffer.of()),
      ),
    );
  const given = {
    name: record.get('name'),
    ...(externalId && { externalId }),
    ...(email && { email }),
    ...(record.has('phone') && { phone: optional('phone') }),
    ...(record.has('company') && { company: record.get('company') }),
    ...(code && { country: code }),
  };
  if (!found) {
    customerFactsInput.parse(given);
    return { outcome: 'create', bring: (ctx) => createCustomer(ctx, given) };
  }
  const before = customerFactsInput.parse(found);
  const facts = customerFactsInput.parse({ ...before, ...given });
  if (changedFields(before, facts).length === 0) return SAME;
  const { id, version } = found;
  return { outcome: 'change', bring: (ctx) => editCustomer(ctx, { customerId: id, version, ...facts }) };
}

async function lookAtStock(ctx: TxCtx, ref: ImportRef, record: FileRecord): Promise<Bringing> {
  const found = await findVariant(ctx, record.get('sku'));
  if (!found) throw invalid('exchange.errors.unknownSku', { sku: record.get('sku').slice(0, 100) });
  const text = record.get('quantity');
  const available = parseDecimal(plainNumber(text, ref.format.decimal), 0);
  if (available === null || available < 0)
    throw invalid('exchange.errors.units', { value: text.slice(0, 60) });
  const warehouseId = await findWarehouse(ctx, record.get('warehouse'));
  const variantId = found.variants.id;
  const [level] = await ctx.db
    .select({ available: stockLevels.available })
    .from(stockLevels)
    .where(
      and(
        eq(stockLevels.storeId, ctx.store.id),
        eq(stockLevels.warehouseId, warehouseId),
        eq(stockLevels.variantId, variantId),
      ),
    );
  if ((level?.available ?? 0) === available) return SAME;
  const reason = ref.source;
  return {
    outcome: level ? 'change' : 'create',
    bring: (ctx) => setStock(ctx, { warehouseId, variantId, available, reason }),
  };
}

/** By its code; a store with one warehouse needs none. */
async function findWarehouse(ctx: TxCtx, code: string) {
  const open = await ctx.db
    .select({ id: warehouses.id, code: warehouses.code })
    .from(warehouses)
    .where(and(eq(warehouses.storeId, ctx.store.id), eq(warehouses.active, true)));
  const [only, another] = open;
  if (code === '' && only && !another) return only.id;
  if (code === '') throw invalid('exchange.errors.noWarehouse');
  const named = open.find((warehouse) => warehouse.code.toLowerCase() === code.toLowerCase());
  if (!named) throw invalid('exchange.errors.warehouse', { code: code.slice(0, 60) });
  return named.id;
}
