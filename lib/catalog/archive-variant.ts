import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { variants } from '@/db/schema/catalog';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import type { VariantId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { lockProductOf, lockVariant } from './lock-product';
import { variantArchiving } from './product-state';
import { setVariantStatus } from './set-variant-status';
import { touchProduct } from './touch-product';

export const archiveVariantInput = z.object({ variantId: idInput('var') });
export type ArchiveVariantInput = z.input<typeof archiveVariantInput>;

/** Stops offering one variant. The last one of an active product stays: its product is archived instead. */
export async function archiveVariant(
  ctx: AnyCtx,
  input: ArchiveVariantInput,
): Promise<{ variantId: VariantId }> {
  allow(ctx, 'product.write');
  const { variantId } = archiveVariantInput.parse(input);
  return transact(ctx, async (ctx) => {
    const product = await lockProductOf(ctx, variantId);
    const { status, productId } = await lockVariant(ctx, variantId);
    if (status === 'archived') return { variantId };
    const [siblings] = await ctx.db
      .select({ active: sql<number>`count(*)::int` })
      .from(variants)
      .where(
        and(
          eq(variants.storeId, ctx.store.id),
          eq(variants.productId, productId),
          eq(variants.status, 'active'),
        ),
      );
    const facts = { status, productStatus: product.status, activeVariants: siblings?.active ?? 0 };
    const [block] = variantArchiving(facts).blocks;
    if (block) throw conflict(block.key, block.params);
    await Promise.all([
      setVariantStatus(ctx, variantId, 'archive'),
      touchProduct(ctx, productId),
      record(ctx, 'variant.archived', productId, { variantId }),
    ]);
    return { variantId };
  });
}
