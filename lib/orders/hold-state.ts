import type { OrderStatus } from './order-state';

/** Why an order is held back. */
export const HOLD_REASONS = [
  'address_check', 'suspected_fraud', 'payment_review', 'customer_request', 'stock_check', 'other',
] as const; // biome-ignore format: a list
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Orders of which something may still be stopped. */
export const HOLDABLE: readonly OrderStatus[] = ['pending', 'confirmed', 'processing'];
