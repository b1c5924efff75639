import { type CreatedProduct, type CreateProductInput, createProduct } from '@/lib/catalog/create-product';
import type { AnyCtx } from '@/lib/core/ctx';
import type { ProductId, VariantId } from '@/lib/core/ids';

/** A mug with two variants, unless the test says otherwise. */
export const MUG: CreateProductInput = {
  title: 'Stoneware mug',
  vendor: 'Heath',
  category: 'Kitchen',
  status: 'active',
  variants: [
    { title: 'Oat', sku: 'HH-MUG-OAT', barcode: '5012345678900', priceE4: 180_000, costE4: 62_500 },
    { title: 'Sea', sku: 'HH-MUG-SEA', priceE4: 180_000, weightGrams: 410 },
  ],
};

export type SomeProduct = CreatedProduct & { first: VariantId; second: VariantId };

export async function someProduct(
  ctx: AnyCtx,
  change: Partial<CreateProductInput> = {},
): Promise<SomeProduct> {
  const made = await createProduct(ctx, { ...MUG, ...change });
  const [first, second] = made.variantIds;
  if (!first) throw new Error('a product has a variant');
  return { ...made, first, second: second ?? first };
}

/** A product of one variant, which is what most stock and order tests want. */
export async function oneVariant(
  ctx: AnyCtx,
  sku: string,
  priceE4 = 100_000,
): Promise<{ productId: ProductId; variantId: VariantId }> {
  const made = await someProduct(ctx, { title: `Thing ${sku}`, variants: [{ sku, priceE4 }] });
  return { productId: made.productId, variantId: made.first };
}
