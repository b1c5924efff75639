import {
  FULFILMENT_STATUSES, type FulfilmentStatus, ORDER_STATUSES, type OrderStatus, PAYMENT_STATUSES, type PaymentStatus,
} from './order-state'; // biome-ignore format: short

/** The saved views of the orders list, in the order of their tabs. */
export const ORDER_VIEWS = [
  'open', 'to_confirm', 'to_ship', 'late', 'unpaid', 'completed', 'all', 'drafts',
] as const; // biome-ignore format: a list
export type OrderView = (typeof ORDER_VIEWS)[number];

/** Views of work still to be done: their tabs say how much. Completed and All only grow. */
export const COUNTED_VIEWS = ['open', 'to_confirm', 'to_ship', 'late', 'unpaid', 'drafts'] as const;
export type CountedView = (typeof COUNTED_VIEWS)[number];

/** Counts stop here: "10,000+" is said instead. */
export const COUNT_CAP = 10_001;
/** A search is narrowed, not counted: "1,000+" is enough to say so, and costs a tenth. */
export const SEARCH_CAP = 1_001;

/** What an address of the list says. Days are the store's, `2026-11-22`. */
export type OrderListQuery = {
  view: OrderView;
  q: string;
  statuses: OrderStatus[];
  payments: PaymentStatus[];
  fulfilments: FulfilmentStatus[];
  from: string | null;
  to: string | null;
};

export const OPEN_VIEW: OrderListQuery = {
  view: 'open', q: '', statuses: [], payments: [], fulfilments: [], from: null, to: null,
}; // biome-ignore format: short

const DAY = /^(19|2\d)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MAX_SEARCH_CHARS = 200;

type Params = Record<string, string | string[] | undefined>;

/** Reads an address; what it can not mean is left out rather than refused. */
export function parseOrderList(params: Params): OrderListQuery {
  const one = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value)?.trim() ?? '';
  };
  const day = (name: string) => (DAY.test(one(name)) ? one(name) : null);
  const [from, to] = [day('from'), day('to')].sort();
  const both = day('from') !== null && day('to') !== null;
  return {
    view: known(ORDER_VIEWS, [one('view')])[0] ?? 'open',
    q: one('q').slice(0, MAX_SEARCH_CHARS),
    statuses: known(ORDER_STATUSES, one('status').split(',')),
    payments: known(PAYMENT_STATUSES, one('payment').split(',')),
    fulfilments: known(FULFILMENT_STATUSES, one('fulfilment').split(',')),
    from: both ? (from ?? null) : day('from'),
    to: both ? (to ?? null) : day('to'),
  };
}

const known = <T extends string>(list: readonly T[], wanted: readonly string[]): T[] =>
  list.filter((value) => wanted.includes(value));

/** The address's search part for a query: empty for the list as it opens, else `?view=…`. */
export function orderListSearch(query: Partial<OrderListQuery>, extra: Record<string, string> = {}): string {
  const search = new URLSearchParams();
  const set = (name: string, value: string | null | undefined) => value && search.set(name, value);
  set('view', query.view === 'open' ? '' : query.view);
  set('q', query.q);
  set('status', query.statuses?.join(','));
  set('payment', query.payments?.join(','));
  set('fulfilment', query.fulfilments?.join(','));
  set('from', query.from);
  set('to', query.to);
  for (const [name, value] of Object.entries(extra)) set(name, value);
  const text = search.toString();
  return text ? `?${text.replaceAll('%2C', ',')}` : '';
}

/** Whether the list is narrowed beyond its view. */
export function isFiltered(query: OrderListQuery): boolean {
  const lists = [query.statuses, query.payments, query.fulfilments];
  return query.from !== null || query.to !== null || lists.some((list) => list.length > 0);
}
