import { mulDiv, type PriceE4 } from '@/lib/core/money';

const PPM = 1_000_000;

/** What a sold unit leaves before shipping and fees: price without tax, less cost. */
export function marginOf(
  priceE4: PriceE4,
  costE4: PriceE4 | null,
  basis: { includesTax: boolean; ratePpm: number },
): { netPriceE4: PriceE4; profitE4: PriceE4 | null } {
  const netPriceE4 = basis.includesTax ? mulDiv(priceE4, PPM, PPM + basis.ratePpm) : priceE4;
  return { netPriceE4, profitE4: costE4 === null ? null : netPriceE4 - costE4 };
}
