import type { Minor } from '@/lib/core/money';

/** Whether a discount stays within a share of the goods, in percent: the limit that comes with a role. */
export function discountWithin(discountMinor: Minor, goodsMinor: Minor, percent: number): boolean {
  return BigInt(discountMinor) * 100n <= BigInt(goodsMinor) * BigInt(percent);
}
