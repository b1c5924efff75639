import type { ColumnPlan } from '@/lib/lists/columns';

const USUAL = [
  'placed', 'customer', 'destination', 'items', 'total', 'payment', 'fulfilment', 'shipBy', 'method',
] as const; // biome-ignore format: a list

export type OrderColumn =
  | 'order' | (typeof USUAL)[number]
  | 'status' | 'return' | 'due' | 'currency' | 'channel' | 'shippingMethod' | 'tags' | 'externalId' | 'confirmed'; // biome-ignore format: a list

/** What can stand in the orders list and in its export. */
export const ORDER_COLUMNS: ColumnPlan<OrderColumn> = {
  fixed: 'order',
  usual: USUAL,
  all: [
    'order', ...USUAL, 'status', 'return', 'due', 'currency', 'channel', 'shippingMethod', 'tags', 'externalId', 'confirmed',
  ], // biome-ignore format: a list
};
