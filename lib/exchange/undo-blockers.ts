import type { TxCtx } from '@/lib/core/ctx';
import { type Id, idOf, isId, uuidOf } from '@/lib/core/ids';
import { readMade } from './note-made';

/** Something that came after an import and hangs on what it brought. */
export type UndoBlocker = {
  kind: 'order' | 'customer' | 'product';
  /** The record's shown id. */
  record: string;
  /** What the file calls it: the order's number, the customer's, the SKU. */
  name: string;
};
type Found = { id: string; name: string };

const MOST = 20;

/** What stands against undoing an import: the first few of its records that something later hangs on. */
export async function findBlockers(ctx: TxCtx, importId: Id<'imp'>): Promise<UndoBlocker[]> {
  const key = [uuidOf(ctx.store.id), uuidOf(importId)];
  const later = await ctx.raw<{ subject: string }>(LATER, [uuidOf(ctx.store.id), importId]);
  const touched = (prefix: 'ord' | 'cus' | 'prd') =>
    later.flatMap(({ subject }) => (isId(prefix, subject) ? [uuidOf(subject)] : []));
  const made = await readMade(ctx, importId);
  const orders = await ctx.raw<Found>(ORDERS, [...key, touched('ord')]);
  const customers = await ctx.raw<Found>(CUSTOMERS, [...key, made.customers, touched('cus')]);
  const products = await ctx.raw<Found>(PRODUCTS, [...key, made.products, touched('prd')]);
  return [
    ...orders.map(({ id, name }) => ({ kind: 'order' as const, record: idOf('ord', id), name })),
    ...customers.map(({ id, name }) => ({ kind: 'customer' as const, record: idOf('cus', id), name })),
    ...products.map(({ id, name }) => ({ kind: 'product' as const, record: idOf('prd', id), name })),
  ].slice(0, MOST);
}

/** What anything else happened to since the import began, told by its own first event. */
const LATER = `select distinct e.subject from events e
  where e.store_id = $1::uuid and e.subject ~ '^(ord|cus|prd)_' and coalesce(e.payload->>'importId', '') <> $2::text
    and e.seq > (select min(seq) from events where store_id = $1::uuid and subject = $2::text)`;

/** Orders it wrote, or gave units back to. */
const ORDERS = `select o.id, coalesce(o.external_id, o.number::text) as name from orders o
  where o.store_id = $1::uuid and o.id = any($3::uuid[]) and (
    exists (select 1 from import_documents d where d.store_id = $1::uuid and d.import_id = $2::uuid and d.order_id = o.id)
    or exists (select 1 from import_returns r where r.store_id = $1::uuid and r.import_id = $2::uuid and r.order_id = o.id))
  order by o.number limit ${MOST}`;

const OF_ANOTHER = `not exists (select 1 from import_documents d
  where d.store_id = $1::uuid and d.import_id = $2::uuid and d.order_id = o.id)`;

/** Customers it made who have ordered otherwise, or were changed. */
const CUSTOMERS = `select c.id, coalesce(c.external_id, '') as name from customers c
  where c.store_id = $1::uuid and c.id = any($3::uuid[]) and (c.id = any($4::uuid[])
    or exists (select 1 from orders o where o.store_id = $1::uuid and o.customer_id = c.id and ${OF_ANOTHER}))
  order by c.external_id limit ${MOST}`;

/** Products it made that were sold otherwise, stocked or changed. */
const PRODUCTS = `select v.product_id as id, min(v.sku) as name from variants v
  where v.store_id = $1::uuid and v.product_id = any($3::uuid[]) and (v.product_id = any($4::uuid[])
    or exists (select 1 from stock_levels s where s.store_id = $1::uuid and s.variant_id = v.id)
    or exists (select 1 from order_lines l join orders o on o.store_id = l.store_id and o.id = l.order_id
      where l.store_id = $1::uuid and l.variant_id = v.id and ${OF_ANOTHER}))
  group by v.product_id order by name limit ${MOST}`;
