import type { Minor } from '@/lib/core/money';
import type { PaymentMethod } from '@/lib/orders/order-state';

/** What a provider answers: done with its own reference, or why not and whether asking again may help. */
export type ProviderAnswer = { ok: true; ref: string } | { ok: false; reason: string; retryable: boolean };

export type CaptureRequest = {
  /** Our payment's id: the provider's idempotency key. */
  key: string;
  amountMinor: Minor;
  currency: string;
  method: PaymentMethod;
  /** What the payer or staff gave to recognise the money by. */
  reference: string;
};
export type RefundRequest = { key: string; paymentRef: string; amountMinor: Minor; currency: string };

/** One payment company behind our words. Called between transactions only, never inside one. */
export type PaymentPort = {
  provider: string;
  capture(request: CaptureRequest): Promise<ProviderAnswer>;
  refund(request: RefundRequest): Promise<ProviderAnswer>;
  /** What became of an earlier request with this key, for answers that never came; null when it never arrived. */
  find(key: string): Promise<ProviderAnswer | null>;
};
