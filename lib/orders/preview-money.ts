import type { Minor } from '@/lib/core/money';
import { canceledAmount } from './derive-status';

/** What the sheets show before anything is sent: the same sums the verbs make, on what the page knows. Browser-safe. */
export type MoneyNow = { dueMinor: Minor; netMinor: Minor; heldMinor: Minor };
type PricedUnits = { id: string; totalMinor: Minor; quantity: number; canceled: number };
type Cancelled = { lineId: string; quantity: number };

/** What stays open after a payment; below zero when it is more than was open. */
export const openAfter = (openMinor: Minor, amountMinor: Minor | null): Minor =>
  openMinor - (amountMinor ?? 0);

/** What can still go back, or stays due, after a refund. */
export const leftAfter = (mostMinor: Minor, amountMinor: Minor | null): Minor =>
  mostMinor - (amountMinor ?? 0);

/** What stays due when these units are gone; nothing when they are all there is. */
export function dueWithout(
  now: MoneyNow,
  lines: readonly PricedUnits[],
  gone: readonly Cancelled[] | 'all',
): { dueMinor: Minor; refundMinor: Minor } {
  const dueMinor = gone === 'all' ? 0 : Math.max(0, now.dueMinor - worthOf(lines, gone));
  return { dueMinor, refundMinor: Math.max(0, now.netMinor - now.heldMinor - dueMinor) };
}

function worthOf(lines: readonly PricedUnits[], gone: readonly Cancelled[]): Minor {
  return gone.reduce((sum, { lineId, quantity }) => {
    const line = lines.find(({ id }) => id === lineId);
    if (!line) return sum;
    return sum + canceledAmount({ ...line, canceled: line.canceled + quantity }) - canceledAmount(line);
  }, 0);
}
