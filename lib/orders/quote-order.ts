import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import type { OrderLineId, VariantId, WarehouseId } from '@/lib/core/ids';
import { toRequest } from './place-order';
import { planOrder, type Short } from './plan-order';
import type { PricedOrder } from './price-order';
import { readForPricing } from './read-for-pricing';
import type { DraftInput } from './save-draft';

export type QuotedLine = {
  id: OrderLineId;
  variantId: VariantId;
  sku: string;
  title: string;
  variantTitle: string;
  quantity: number;
  unitPriceE4: number;
  goodsMinor: number;
  discountMinor: number;
  taxMinor: number;
  totalMinor: number;
  ratePpm: number;
  /** Units from each warehouse, and those that would be backordered, if it were placed now. */
  from: { warehouseId: WarehouseId; quantity: number }[];
  backordered: number;
};
export type OrderQuote = Omit<PricedOrder, 'lines'> & {
  currency: string;
  pricesIncludeTax: boolean;
  lines: QuotedLine[];
  short: Short[];
};

/** Live totals of what is being written, and where its units would come from. Writes nothing. */
export async function quoteOrder(ctx: AnyCtx, input: DraftInput): Promise<OrderQuote> {
  allow(ctx, 'order.read');
  const request = toRequest(input, 'staff');
  return read(ctx, async (ctx) => {
    const plan = planOrder(request, await readForPricing(ctx, request), ctx.store);
    const { lines: _, ...priced } = plan.priced;
    return {
      ...priced,
      currency: ctx.store.currency,
      pricesIncludeTax: plan.facts.rules.pricesIncludeTax,
      short: plan.short,
      lines: plan.lines.map((line) => ({
        id: line.id,
        variantId: line.variant.id,
        sku: line.variant.sku,
        title: line.variant.title,
        variantTitle: line.variant.variantTitle,
        quantity: line.quantity,
        unitPriceE4: line.unitPriceE4,
        goodsMinor: line.goodsMinor,
        discountMinor: line.discountMinor,
        taxMinor: line.taxMinor,
        totalMinor: line.totalMinor,
        ratePpm: line.ratePpm,
        from: plan.allocations
          .filter((allocation) => allocation.line.id === line.id)
          .map(({ warehouseId, quantity }) => ({ warehouseId, quantity })),
        backordered: line.backordered,
      })),
    };
  });
}
