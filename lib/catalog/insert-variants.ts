import { variants } from '@/db/schema/catalog';
import type { TxCtx } from '@/lib/core/ctx';
import { newId, type ProductId, type VariantId } from '@/lib/core/ids';
import { variantRefusal } from './sku-taken';
import { type NewVariant, skuKey } from './variant-input';

export type VariantRow = NewVariant & { id: VariantId; productId: ProductId; position: number };

/** Gives variants their ids and places; a variant's own id from the form is kept. */
export function variantRows(productId: ProductId, given: readonly NewVariant[], from = 0): VariantRow[] {
  return given.map((variant, i) => ({
    ...variant,
    id: variant.id ?? newId('var'),
    productId,
    position: from + i,
  }));
}

export async function insertVariants(ctx: TxCtx, rows: readonly VariantRow[]): Promise<void> {
  const values = rows.map((row) => ({
    ...row,
    storeId: ctx.store.id,
    skuKey: skuKey(row.sku),
    createdAt: ctx.now,
    updatedAt: ctx.now,
  }));
  try {
    await ctx.db.insert(variants).values(values);
  } catch (error) {
    throw variantRefusal(error);
  }
}
