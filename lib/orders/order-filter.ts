import { isId } from '@/lib/core/ids';
import { amount, choice, code, day, type Filter, flag, record, word } from '@/lib/lists/filter';
import {
  CHANNELS, FULFILMENT_STATUSES, ORDER_KINDS, ORDER_STATUSES, PAYMENT_METHODS, PAYMENT_STATUSES, RETURN_STATUSES,
} from './order-state'; // biome-ignore format: short

/** Everything orders can be filtered by, in the order it is offered. List, sums, export and bulk share it. */
export const ORDER_FIELDS = [
  choice('status', ORDER_STATUSES.slice(1)),
  choice('payment', PAYMENT_STATUSES),
  choice('fulfilment', FULFILMENT_STATUSES),
  choice('return', RETURN_STATUSES),
  day('placed', 'last'),
  day('shipBy', 'next'),
  flag('late'),
  flag('held'),
  amount('total'),
  code('currency', /^[A-Z]{3}$/),
  code('country', /^[A-Z]{2}$/),
  record('warehouse', (value) => isId('whs', value)),
  record('customer', (value) => isId('cus', value)),
  word('sku'),
  word('tag'),
  flag('note'),
  choice('paymentMethod', PAYMENT_METHODS),
  record('shippingMethod', (value) => isId('shm', value)),
  choice('channel', CHANNELS),
  choice('kind', ORDER_KINDS),
] as const; // biome-ignore format: a list
export type OrderField = (typeof ORDER_FIELDS)[number]['key'];

/** The SKUs every found order must hold one of, where the filter says so plainly: they lead the search. */
export function requiredSkus(filter: Filter): string[] | null {
  if (filter.match === 'any' && filter.items.length > 1) return null;
  for (const item of filter.items) {
    if ('field' in item && item.field === 'sku' && item.op === 'is') return item.values;
  }
  return null;
}
