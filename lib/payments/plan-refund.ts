import type { PaymentId } from '@/lib/core/ids';
import type { Minor } from '@/lib/core/money';

export type Refundable = { id: PaymentId; provider: string; leftMinor: Minor };
export type RefundPart = { paymentId: PaymentId; provider: string; amountMinor: Minor };

/** Spreads a refund over an order's payments, latest first. Null when they do not hold that much. */
export function planRefund(amountMinor: Minor, payments: readonly Refundable[]): RefundPart[] | null {
  const parts: RefundPart[] = [];
  let left = amountMinor;
  for (const { id, provider, leftMinor } of payments) {
    const part = Math.min(left, leftMinor);
    if (part > 0) parts.push({ paymentId: id, provider, amountMinor: part });
    left -= Math.max(part, 0);
  }
  return left === 0 ? parts : null;
}
