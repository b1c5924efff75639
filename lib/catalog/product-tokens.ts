import { and, eq } from 'drizzle-orm';
import { productSearch, products, variants } from '@/db/schema/catalog';
import type { TxCtx } from '@/lib/core/ctx';
import { type ProductId, type StoreId, uuidOf } from '@/lib/core/ids';
import { codeTokens, nameTokens } from '@/lib/core/search-tokens';

type Searchable = {
  title: string;
  vendor: string;
  category: string;
  variants: readonly { title: string; sku: string; barcode: string }[];
};

/** What a product is found by: word starts of its texts and SKUs, and its SKUs and barcodes whole. */
function tokensOf(store: StoreId, product: Searchable): bigint[] {
  const texts = [product.title, product.vendor, product.category];
  const codes = product.variants.flatMap((variant) => [variant.sku, variant.barcode]);
  const words = [...texts, ...product.variants.flatMap((variant) => [variant.title, variant.sku])];
  return [...new Set([...words.flatMap((text) => nameTokens(store, text)), ...codeTokens(store, ...codes)])];
}

/** Writes the tokens of products that have none yet. */
export async function writeProductTokens(
  ctx: TxCtx,
  written: readonly ({ id: ProductId } & Searchable)[],
): Promise<void> {
  const pairs = written.flatMap((product) =>
    tokensOf(ctx.store.id, product).map((token) => ({ token: String(token), id: uuidOf(product.id) })),
  );
  if (pairs.length === 0) return;
  await ctx.raw(
    `insert into product_search (store_id, token, product_id)
     select $1::uuid, * from unnest($2::bigint[], $3::uuid[]) on conflict do nothing`,
    [uuidOf(ctx.store.id), pairs.map((pair) => pair.token), pairs.map((pair) => pair.id)],
  );
}

/** Reads a product's texts again and replaces its tokens: called by every verb that changes one of them. */
export async function rewriteProductTokens(ctx: TxCtx, productId: ProductId): Promise<void> {
  const mine = and(eq(products.storeId, ctx.store.id), eq(products.id, productId));
  const [found, siblings] = await Promise.all([
    ctx.db
      .select({ title: products.title, vendor: products.vendor, category: products.category })
      .from(products)
      .where(mine),
    ctx.db
      .select({ title: variants.title, sku: variants.sku, barcode: variants.barcode })
      .from(variants)
      .where(and(eq(variants.storeId, ctx.store.id), eq(variants.productId, productId))),
    ctx.db
      .delete(productSearch)
      .where(and(eq(productSearch.storeId, ctx.store.id), eq(productSearch.productId, productId))),
  ]);
  const product = found[0];
  if (product) await writeProductTokens(ctx, [{ id: productId, ...product, variants: siblings }]);
}
