import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { variants } from '@/db/schema/catalog';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict, invariant } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import type { ProductId, VariantId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { insertVariants, variantRows } from './insert-variants';
import { lockProduct } from './lock-product';
import { rewriteProductTokens } from './product-tokens';
import { refuseTakenSkus } from './sku-taken';
import { touchProduct } from './touch-product';
import { newVariantInput, skuKey } from './variant-input';

export const addVariantInput = newVariantInput.extend({ productId: idInput('prd') });
export type AddVariantInput = z.input<typeof addVariantInput>;

/** Adds one variant behind its siblings. */
export async function addVariant(ctx: AnyCtx, input: AddVariantInput): Promise<{ variantId: VariantId }> {
  allow(ctx, 'product.write');
  const { productId, ...facts } = addVariantInput.parse(input);
  return transact(ctx, async (ctx) => {
    await lockProduct(ctx, productId);
    const [known, [last]] = await Promise.all([
      facts.id ? skuOf(ctx, productId, facts.id) : null,
      ctx.db
        .select({ position: sql<number>`coalesce(max(${variants.position}), -1)::int` })
        .from(variants)
        .where(and(eq(variants.storeId, ctx.store.id), eq(variants.productId, productId))),
    ]);
    if (known && known.key !== skuKey(facts.sku)) throw conflict('catalog.errors.idTaken');
    if (known) return { variantId: known.id };
    const [row] = variantRows(productId, [facts], (last?.position ?? -1) + 1);
    invariant(row, 'one variant in, one row out');
    await refuseTakenSkus(ctx, [{ sku: facts.sku, pointer: '/sku' }]);
    await insertVariants(ctx, [row]);
    await Promise.all([
      touchProduct(ctx, productId),
      rewriteProductTokens(ctx, productId),
      record(ctx, 'variant.created', productId, { variantId: row.id, sku: row.sku }),
    ]);
    return { variantId: row.id };
  });
}

async function skuOf(ctx: TxCtx, productId: ProductId, variantId: VariantId) {
  const [row] = await ctx.db
    .select({ id: variants.id, key: variants.skuKey })
    .from(variants)
    .where(
      and(eq(variants.storeId, ctx.store.id), eq(variants.productId, productId), eq(variants.id, variantId)),
    );
  return row ?? null;
}
