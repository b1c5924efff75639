import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { variants } from '@/db/schema/catalog';
import { allow } from '@/lib/access/allow';
import { changedFields } from '@/lib/core/changed-fields';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import type { VariantId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { lockProductOf, lockVariant } from './lock-product';
import { rewriteProductTokens } from './product-tokens';
import { refuseTakenSkus, variantRefusal } from './sku-taken';
import { touchProduct } from './touch-product';
import { skuKey, type VariantFacts, variantFactsInput } from './variant-input';

export const editVariantInput = variantFactsInput.extend({ variantId: idInput('var'), version: z.int() });
export type EditVariantInput = z.input<typeof editVariantInput>;

/** Rewrites a variant's facts, if nobody changed them since `version` was read. Placed orders keep their own. */
export async function editVariant(
  ctx: AnyCtx,
  input: EditVariantInput,
): Promise<{ variantId: VariantId; version: number }> {
  allow(ctx, 'product.write');
  const { variantId, version, ...facts } = editVariantInput.parse(input);
  return transact(ctx, async (ctx) => {
    await lockProductOf(ctx, variantId);
    const before = await lockVariant(ctx, variantId);
    const fields = changedFields(before, facts);
    if (fields.length === 0) return { variantId, version: before.version };
    await refuseTakenSkus(ctx, [{ sku: facts.sku, pointer: '/sku' }], [variantId]);
    const written = await writeFacts(ctx, variantId, version, facts);
    await Promise.all([
      touchProduct(ctx, before.productId),
      rewriteProductTokens(ctx, before.productId),
      record(ctx, 'variant.edited', before.productId, { variantId, fields }),
    ]);
    return { variantId, version: written };
  });
}

async function writeFacts(
  ctx: TxCtx,
  variantId: VariantId,
  version: number,
  facts: VariantFacts,
): Promise<number> {
  const mine = and(
    eq(variants.storeId, ctx.store.id),
    eq(variants.id, variantId),
    eq(variants.version, version),
  );
  const changes = {
    ...facts,
    skuKey: skuKey(facts.sku),
    updatedAt: ctx.now,
    version: sql`${variants.version} + 1`,
  };
  try {
    const [row] = await ctx.db
      .update(variants)
      .set(changes)
      .where(mine)
      .returning({ version: variants.version });
    if (!row) throw conflict('catalog.errors.variantChanged');
    return row.version;
  } catch (error) {
    throw variantRefusal(error);
  }
}
