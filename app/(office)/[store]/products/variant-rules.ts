import type { TaxClassOption } from '@/components/products/no-variant';
import { priceBasis } from '@/lib/catalog/price-basis';
import { type Ctx, read } from '@/lib/core/ctx';
import { listTaxClasses } from '@/lib/stores/list-tax-classes';

/** What a variant's form must know of the store: its money, whether prices include tax, its tax classes. */
export async function variantRules(
  ctx: Ctx,
): Promise<{ currency: string; includesTax: boolean; taxClasses: TaxClassOption[] }> {
  return read(ctx, async (ctx) => {
    const [basis, taxClasses] = await Promise.all([priceBasis(ctx, 'standard'), listTaxClasses(ctx)]);
    return { currency: ctx.store.currency, includesTax: basis.includesTax, taxClasses };
  });
}
