import type { TxCtx } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { parseId, uuidOf } from '@/lib/core/ids';
import type { Params } from '@/lib/core/params';
import type { Condition, Filter } from '@/lib/lists/filter';
import { amountSql, daySql, existsSql, filterSql, flagSql, oneOfSql } from '@/lib/lists/filter-sql';
import { ORDER_FIELDS, type OrderField } from './order-filter';

/** Late is a query on a stored time: ship-by passed with units still here, and nothing holds the order back. */
export const lateSql = (now: string) =>
  `o.status in ('confirmed', 'processing') and o.ship_by_at < ${now} and o.held_at is null`;

type Around = { ctx: TxCtx; p: Params; store: string; moment: string };
type Render = (condition: Condition, around: Around) => string;

const column =
  (name: string): Render =>
  (condition, { p }) =>
    oneOfSql(name, condition, p, 'text');

const uuids = (prefix: 'whs' | 'cus' | 'shm', values: readonly string[]) =>
  values.map((value) => uuidOf(parseId(prefix, value)));

/** Each field of the catalogue on the order `o`. */
const RENDER: Record<OrderField, Render> = {
  status: column('o.status'),
  // What a person calls paid stays paid when part of it went back (domain.md §2).
  payment: ({ values, ...rest }, { p }) =>
    oneOfSql(
      'o.payment_status',
      { ...rest, values: values.flatMap((v) => (v === 'paid' ? ['paid', 'partially_refunded'] : [v])) },
      p,
      'text',
    ),
  fulfilment: column('o.fulfilment_status'),
  return: column('o.return_status'),
  placed: (condition, { ctx, p, moment }) =>
    daySql(moment, condition, p, { now: ctx.now, timeZone: ctx.store.timeZone }),
  shipBy: (condition, { ctx, p }) =>
    daySql('o.ship_by_at', condition, p, { now: ctx.now, timeZone: ctx.store.timeZone }),
  late: (condition, { ctx, p }) =>
    flagSql(`(${lateSql(p.add(ctx.now.toISOString(), 'timestamptz'))})`, condition),
  held: (condition) => flagSql('o.held_at is not null', condition),
  total: (condition, { p }) => amountSql('o.total_minor', 'o.currency', condition, p),
  currency: column('o.currency'),
  country: column('o.ship_country'),
  warehouse: (condition, { p, store }) => {
    const list = p.add(uuids('whs', condition.values), 'uuid[]');
    const here = (table: string) =>
      `exists (select 1 from ${table} w where w.store_id = ${store} and w.order_id = o.id and w.warehouse_id = any(${list}))`;
    const either = `(${here('order_allocations')} or ${here('shipments')})`;
    return condition.op === 'not' ? `not ${either}` : either;
  },
  customer: (condition, { p }) =>
    oneOfSql('o.customer_id', { ...condition, values: uuids('cus', condition.values) }, p, 'uuid'),
  sku: (condition, { p, store }) =>
    existsSql(
      `select 1 from order_lines l where l.store_id = ${store} and l.order_id = o.id and l.sku = any(${p.add(condition.values, 'text[]')})`,
      condition,
    ),
  // The plain word that some tags are there is what the partial index of tagged orders stands on.
  tag: (condition, { p }) => {
    const one = condition.values.map((value) => `${p.add(value, 'text')} = any(o.tags)`).join(' or ');
    return condition.op === 'not' ? `not (${one})` : `(o.tags <> '{}' and (${one}))`;
  },
  note: (condition, { store }) =>
    existsSql(`select 1 from order_notes n where n.store_id = ${store} and n.order_id = o.id`, condition),
  paymentMethod: column('o.payment_method'),
  shippingMethod: (condition, { p }) =>
    oneOfSql('o.shipping_method_id', { ...condition, values: uuids('shm', condition.values) }, p, 'uuid'),
  channel: column('o.channel'),
  kind: column('o.kind'),
};

/** A filter of orders as SQL on the order `o`, whose moment is what the list is sorted by. */
export function orderFilterSql(filter: Filter, around: Around): string {
  return filterSql(filter, (condition) => {
    const field = ORDER_FIELDS.find(({ key }) => key === condition.field);
    invariant(field, 'a filter of known fields');
    return RENDER[field.key](condition, around);
  });
}
