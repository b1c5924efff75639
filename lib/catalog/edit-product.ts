import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { products } from '@/db/schema/catalog';
import { allow } from '@/lib/access/allow';
import { changedFields } from '@/lib/core/changed-fields';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import type { ProductId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { lockProduct } from './lock-product';
import { rewriteProductTokens } from './product-tokens';
import { productFactsInput } from './variant-input';

export const editProductInput = productFactsInput.extend({ productId: idInput('prd'), version: z.int() });
export type EditProductInput = z.input<typeof editProductInput>;

/** Rewrites a product's facts, if nobody changed them since `version` was read. */
export async function editProduct(
  ctx: AnyCtx,
  input: EditProductInput,
): Promise<{ productId: ProductId; version: number }> {
  allow(ctx, 'product.write');
  const { productId, version, ...facts } = editProductInput.parse(input);
  return transact(ctx, async (ctx) => {
    const before = await lockProduct(ctx, productId);
    const fields = changedFields(before, facts);
    if (fields.length === 0) return { productId, version: before.version };
    const [edited] = await ctx.db
      .update(products)
      .set({ ...facts, updatedAt: ctx.now, version: sql`${products.version} + 1` })
      .where(
        and(eq(products.storeId, ctx.store.id), eq(products.id, productId), eq(products.version, version)),
      )
      .returning({ version: products.version });
    if (!edited) throw conflict('catalog.errors.productChanged');
    await Promise.all([
      rewriteProductTokens(ctx, productId),
      record(ctx, 'product.edited', productId, { productId, fields }),
    ]);
    return { productId, version: edited.version };
  });
}
