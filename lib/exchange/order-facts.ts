import type { PaymentMethod } from '@/lib/orders/order-state';

/** What a file may say of an order beside its lines. Moments are ISO text, since they are kept as JSON. */
export type OrderFacts = {
  /** The file's own word. */
  status?: string;
  confirmedAt?: string;
  shippedAt?: string;
  deliveredAt?: string;
  promisedAt?: string;
  payments?: { method: PaymentMethod; amountE4: number }[];
};
