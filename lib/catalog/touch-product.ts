import { and, eq } from 'drizzle-orm';
import { products } from '@/db/schema/catalog';
import type { TxCtx } from '@/lib/core/ctx';
import type { ProductId } from '@/lib/core/ids';

/** A changed variant makes its product a recently changed one. */
export async function touchProduct(ctx: TxCtx, productId: ProductId): Promise<void> {
  await ctx.db
    .update(products)
    .set({ updatedAt: ctx.now })
    .where(and(eq(products.storeId, ctx.store.id), eq(products.id, productId)));
}
