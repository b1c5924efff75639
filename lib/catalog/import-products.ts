import type { TxCtx } from '@/lib/core/ctx';
import { newId, type ProductId, uuidOf } from '@/lib/core/ids';
import type { PriceE4 } from '@/lib/core/money';
import { writeProductTokens } from './product-tokens';
import { skuKey } from './variant-input';

/** Goods a file sold: one product with one variant. Without a price it stays a draft, so that nobody gets it free. */
export type ImportedProduct = { sku: string; title: string; priceE4: PriceE4 };

/** Makes the products whose SKU is not there yet, with search tokens. Gives the new ones' ids. */
export async function importProducts(ctx: TxCtx, products: readonly ImportedProduct[]): Promise<ProductId[]> {
  const keys = products.map((product) => skuKey(product.sku));
  const store = uuidOf(ctx.store.id);
  const known = await ctx.raw(
    'select sku_key from variants where store_id = $1::uuid and sku_key = any($2::text[])',
    [store, keys],
  );
  const there = new Set(known.map((row) => row.sku_key));
  const made = products
    .filter((_, i) => !there.has(keys[i]))
    .map((product) => ({ ...product, id: newId('prd'), variantId: newId('var') }));
  if (made.length === 0) return [];
  const ids = made.map((product) => uuidOf(product.id));
  const now = ctx.now.toISOString();
  await Promise.all([
    ctx.raw(
      `insert into products (store_id, id, title, status, created_at, updated_at)
       select $1::uuid, p.id, p.title, p.status, $2::timestamptz, $2::timestamptz
       from unnest($3::uuid[], $4::text[], $5::text[]) as p(id, title, status)`,
      [store, now, ids, made.map((p) => p.title), made.map((p) => (p.priceE4 > 0 ? 'active' : 'draft'))],
    ),
    ctx.raw(
      `insert into variants (store_id, id, product_id, sku, sku_key, price_e4, created_at, updated_at)
       select $1::uuid, v.id, v.product_id, v.sku, v.sku_key, v.price, $2::timestamptz, $2::timestamptz
       from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::bigint[]) as v(id, product_id, sku, sku_key, price)`,
      [
        store,
        now,
        made.map((product) => uuidOf(product.variantId)),
        ids,
        made.map((product) => product.sku),
        made.map((product) => skuKey(product.sku)),
        made.map((product) => product.priceE4),
      ],
    ),
    writeProductTokens(
      ctx,
      made.map(({ id, title, sku }) => ({
        id,
        title,
        vendor: '',
        category: '',
        variants: [{ title: '', sku, barcode: '' }],
      })),
    ),
  ]);
  return made.map((product) => product.id);
}
