import { and, eq, inArray, sql } from 'drizzle-orm';
import { variants } from '@/db/schema/catalog';
import type { TxCtx } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import type { VariantId } from '@/lib/core/ids';
import { variantSteps } from './product-state';

export async function setVariantStatus(
  ctx: TxCtx,
  variantId: VariantId,
  step: keyof typeof variantSteps,
): Promise<void> {
  const { from, to } = variantSteps[step];
  const moved = await ctx.db
    .update(variants)
    .set({ status: to, updatedAt: ctx.now, version: sql`${variants.version} + 1` })
    .where(
      and(
        eq(variants.storeId, ctx.store.id),
        eq(variants.id, variantId),
        inArray(variants.status, [...from]),
      ),
    )
    .returning({ id: variants.id });
  if (moved.length === 0) throw conflict('catalog.errors.variantChanged');
}
