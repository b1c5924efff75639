import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { products, variants } from '@/db/schema/catalog';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { newId, type ProductId, type VariantId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { insertVariants, variantRows } from './insert-variants';
import { writeProductTokens } from './product-tokens';
import { refuseTakenSkus } from './sku-taken';
import { newVariantInput, productFactsInput, skuKey } from './variant-input';

export const createProductInput = productFactsInput
  .extend({
    id: idInput('prd').optional(),
    status: z.enum(['draft', 'active']).default('draft'),
    variants: z
      .array(newVariantInput)
      .min(1, { error: 'catalog.errors.noVariant' })
      .max(100, { error: 'catalog.errors.tooManyVariants' }),
  })
  .superRefine((product, check) => {
    const seen = new Set<string>();
    product.variants.forEach(({ sku }, i) => {
      if (seen.has(skuKey(sku))) {
        check.addIssue({ code: 'custom', path: ['variants', i, 'sku'], message: 'catalog.errors.skuTwice' });
      }
      seen.add(skuKey(sku));
    });
  });
export type CreateProductInput = z.input<typeof createProductInput>;
export type CreatedProduct = { productId: ProductId; variantIds: VariantId[] };

/** Makes a product with its variants at once. The same id with the same content again is the same product. */
export async function createProduct(ctx: AnyCtx, input: CreateProductInput): Promise<CreatedProduct> {
  allow(ctx, 'product.write');
  const { variants: given, id, ...facts } = createProductInput.parse(input);
  const productId = id ?? newId('prd');
  return transact(ctx, async (ctx) => {
    const [inserted] = await ctx.db
      .insert(products)
      .values({ storeId: ctx.store.id, id: productId, ...facts, createdAt: ctx.now, updatedAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: products.id });
    if (!inserted) return sameProduct(ctx, productId, facts.title, given);
    const rows = variantRows(productId, given);
    await refuseTakenSkus(
      ctx,
      rows.map(({ sku }, i) => ({ sku, pointer: `/variants/${i}/sku` })),
    );
    await Promise.all([
      insertVariants(ctx, rows),
      writeProductTokens(ctx, [{ id: productId, ...facts, variants: rows }]),
      record(ctx, 'product.created', productId, { productId, variants: rows.length }),
    ]);
    return { productId, variantIds: rows.map((row) => row.id) };
  });
}

/** The id is there already: the same product sent twice, or another one under its id. */
async function sameProduct(
  ctx: TxCtx,
  productId: ProductId,
  title: string,
  given: readonly { sku: string }[],
): Promise<CreatedProduct> {
  const rows = await ctx.db
    .select({ id: variants.id, key: variants.skuKey, title: products.title })
    .from(variants)
    .innerJoin(products, and(eq(products.storeId, variants.storeId), eq(products.id, variants.productId)))
    .where(and(eq(variants.storeId, ctx.store.id), eq(variants.productId, productId)))
    .orderBy(asc(variants.position));
  const same =
    rows[0]?.title === title &&
    rows.length === given.length &&
    given.every(({ sku }, i) => skuKey(sku) === rows[i]?.key);
  if (!same) throw conflict('catalog.errors.idTaken');
  return { productId, variantIds: rows.map((row) => row.id) };
}
