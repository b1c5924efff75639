import type { StateTable } from '@/lib/core/state';

export const ORDER_KINDS = ['sale', 'credit'] as const;
export const CHANNELS = ['staff', 'api', 'checkout', 'import', 'marketplace'] as const;
export const ORDER_STATUSES = [
  'draft', 'pending', 'confirmed', 'processing', 'shipped', 'delivered', 'completed', 'canceled',
] as const; // biome-ignore format: a list
export const PAYMENT_STATUSES = [
  'credit_owed', 'refunded', 'partially_paid', 'partially_refunded', 'paid', 'authorized', 'failed', 'voided', 'unpaid',
] as const; // biome-ignore format: a list
export const FULFILMENT_STATUSES = [
  'delivered', 'partially_delivered', 'shipped', 'partially_shipped', 'picking', 'backordered', 'allocated', 'unfulfilled',
] as const; // biome-ignore format: a list
export const RETURN_STATUSES = ['none', 'requested', 'partially_returned', 'returned'] as const;
export const PAYMENT_METHODS = [
  'bank_transfer', 'cash_on_delivery', 'invoice', 'cash', 'credit_card', 'debit_card', 'apple_pay', 'google_pay', 'alipay',
  'wechat_pay', 'paypal', 'store_credit', 'settled_outside',
] as const; // biome-ignore format: a list
/** What staff and the API may choose while the manual adapter is the only one. */
export const OFFERED_METHODS = ['bank_transfer', 'cash_on_delivery', 'invoice', 'cash'] as const;
/** Terms that need no money before goods move. */
export const PAY_LATER_METHODS: readonly PaymentMethod[] = ['cash_on_delivery', 'invoice'];

export type OrderStatus = (typeof ORDER_STATUSES)[number];
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];
export type FulfilmentStatus = (typeof FULFILMENT_STATUSES)[number];
export type ReturnStatus = (typeof RETURN_STATUSES)[number];
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];
export type Channel = (typeof CHANNELS)[number];

export const CANCEL_REASONS = [
  'customer_request', 'out_of_stock', 'payment_expired', 'suspected_fraud', 'entered_wrongly', 'other',
] as const; // biome-ignore format: a list
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** The lifecycle's own steps. `processing`, `shipped` and `delivered` follow from the units; these are intents. */
export const orderSteps = {
  place: { from: ['draft'], to: 'pending' },
  confirm: { from: ['pending'], to: 'confirmed' },
  complete: { from: ['delivered'], to: 'completed' },
  cancel: { from: ['pending', 'confirmed', 'processing'], to: 'canceled' },
  revive: { from: ['canceled'], to: 'confirmed' },
} as const satisfies StateTable<OrderStatus>;

/** Statuses in which units may be picked, packed and shipped. */
export const FULFILLABLE: readonly OrderStatus[] = ['confirmed', 'processing'];
