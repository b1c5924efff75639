import { isId } from '@/lib/core/ids';
import { type Condition, type Filter, NO_FILTER, soundFilter } from '@/lib/lists/filter';
import { filterText, parseFilter } from '@/lib/lists/filter-text';
import { ORDER_FIELDS } from './order-filter';

/** The saved views of the orders list, in the order of their tabs. */
export const ORDER_VIEWS = [
  'open', 'to_confirm', 'to_ship', 'late', 'unpaid', 'on_hold', 'completed', 'all', 'drafts',
] as const; // biome-ignore format: a list
export type OrderView = (typeof ORDER_VIEWS)[number];

/** Views of work still to be done: their tabs say how much. Completed and All only grow. */
export const COUNTED_VIEWS = [
  'open',
  'to_confirm',
  'to_ship',
  'late',
  'unpaid',
  'on_hold',
  'drafts',
] as const;
export type CountedView = (typeof COUNTED_VIEWS)[number];

/** Counts stop here: "10,000+" is said instead. */
export const COUNT_CAP = 10_001;
/** A search is narrowed, not counted: "1,000+" is enough to say so, and costs a tenth. */
export const SEARCH_CAP = 1_001;

/** What an address of the list says. */
export type OrderListQuery = {
  view: OrderView;
  q: string;
  filter: Filter;
  /** The saved view it was opened from: its tab stays lit while the list is narrowed further. */
  saved: string | null;
};

export const OPEN_VIEW: OrderListQuery = { view: 'open', q: '', filter: NO_FILTER, saved: null };

const MAX_SEARCH_CHARS = 200;

type Params = Record<string, string | string[] | undefined>;

/** Reads an address; what it can not mean is left out rather than refused. */
export function parseOrderList(params: Params): OrderListQuery {
  const one = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value)?.trim() ?? '';
  };
  const saved = one('saved');
  const filter = parseFilter(ORDER_FIELDS, one('filter'));
  return {
    view: ORDER_VIEWS.find((view) => view === one('view')) ?? 'open',
    q: one('q').slice(0, MAX_SEARCH_CHARS),
    filter: withOldParams(filter, one),
    saved: isId('lvw', saved) ? saved : null,
  };
}

/** Links from before filters had one parameter: `?payment=paid,unpaid&from=2026-01-01`. */
function withOldParams(filter: Filter, one: (name: string) => string): Filter {
  const [from, to] = [one('from'), one('to')];
  const old: Condition[] = (['status', 'payment', 'fulfilment'] as const).flatMap((field) =>
    one(field) ? [{ field, op: 'is', values: one(field).split(',') }] : [],
  );
  if (from && to) old.push({ field: 'placed', op: 'between', values: [from, to] });
  else if (from || to) old.push({ field: 'placed', op: from ? 'since' : 'until', values: [from || to] });
  if (old.length === 0) return filter;
  return soundFilter(ORDER_FIELDS, { match: 'all', items: [...filter.items, ...old] });
}

/** The address's search part for a query: empty for the list as it opens, else `?view=…`. */
export function orderListSearch(query: Partial<OrderListQuery>, extra: Record<string, string> = {}): string {
  const search = new URLSearchParams();
  const set = (name: string, value: string | null | undefined) => value && search.set(name, value);
  set('view', query.view === 'open' ? '' : query.view);
  set('q', query.q);
  set('filter', query.filter && filterText(query.filter));
  set('saved', query.saved);
  for (const [name, value] of Object.entries(extra)) set(name, value);
  const text = search.toString();
  return text
    ? `?${text.replaceAll('%2C', ',').replaceAll('%3B', ';').replaceAll('%3A', ':').replaceAll('%28', '(').replaceAll('%29', ')')}`
    : '';
}

/** Whether the list is narrowed beyond its view. */
export const isFiltered = (query: OrderListQuery) => query.filter.items.length > 0;
