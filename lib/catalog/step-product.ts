import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { products, variants } from '@/db/schema/catalog';
import type { TxCtx } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import type { ProductId } from '@/lib/core/ids';
import { lockProduct } from './lock-product';
import { productActions, productSteps } from './product-state';

export const productStepInput = z.object({ productId: idInput('prd') });
export type ProductStepInput = z.input<typeof productStepInput>;

/** Takes a product one step; false when it stands there already (a repeated click changes nothing). */
export async function stepProduct(
  ctx: TxCtx,
  productId: ProductId,
  step: keyof typeof productSteps,
): Promise<boolean> {
  const { status } = await lockProduct(ctx, productId);
  const { from, to } = productSteps[step];
  if (status === to) return false;
  const [counted] = await ctx.db
    .select({ active: sql<number>`count(*)::int` })
    .from(variants)
    .where(
      and(
        eq(variants.storeId, ctx.store.id),
        eq(variants.productId, productId),
        eq(variants.status, 'active'),
      ),
    );
  const [block] = productActions({ status, activeVariants: counted?.active ?? 0 })[step].blocks;
  if (block) throw conflict(block.key, block.params);
  const moved = await ctx.db
    .update(products)
    .set({ status: to, updatedAt: ctx.now, version: sql`${products.version} + 1` })
    .where(
      and(
        eq(products.storeId, ctx.store.id),
        eq(products.id, productId),
        inArray(products.status, [...from]),
      ),
    )
    .returning({ id: products.id });
  if (moved.length === 0) throw conflict('catalog.errors.productChanged');
  return true;
}
