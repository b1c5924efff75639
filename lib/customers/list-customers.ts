import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import { CURSOR_TIME, CURSOR_UUID, type Cursor, pageOf, parseCursor } from '@/lib/core/cursor';
import { type CustomerId, idOf, uuidOf } from '@/lib/core/ids';
import { unseal } from '@/lib/core/seal';
import { customerMatch } from './customer-match';
import { maskEmail } from './mask-contact';

export const listCustomersInput = z.object({
  text: z.string().max(200).default(''),
  cursor: z.string().max(400).nullish(),
  size: z.int().min(1).max(100).default(25),
});
export type ListCustomersInput = z.input<typeof listCustomersInput>;

export type Spent = { currency: string; amountMinor: number };
export type ListedCustomer = {
  customerId: CustomerId;
  name: string;
  company: string;
  maskedEmail: string | null;
  country: string | null;
  /** Orders placed, cancelled ones included, credits not. */
  orders: number;
  /** Captured less refunded, per currency, largest number of orders first. */
  spent: Spent[];
  lastOrderAt: Date | null;
  createdAt: Date;
};
export type CustomerList = { customers: ListedCustomer[]; before: string | null; after: string | null };

/** Customers, newest first. */
export async function listCustomers(ctx: AnyCtx, input: ListCustomersInput): Promise<CustomerList> {
  allow(ctx, 'customer.read');
  const { text, size, cursor: given } = listCustomersInput.parse(input);
  const cursor = parseCursor(given, [CURSOR_TIME, CURSOR_UUID]);
  return read(ctx, async (ctx) => {
    const rows = await customerRows(ctx, text, size, cursor);
    const page = pageOf(rows, size, cursor, (row) => [row.createdAt.toISOString(), uuidOf(row.customerId)]);
    return { customers: page.rows, before: page.before, after: page.after };
  });
}

async function customerRows(
  ctx: TxCtx,
  text: string,
  size: number,
  cursor: Cursor | null,
): Promise<ListedCustomer[]> {
  const params: unknown[] = [uuidOf(ctx.store.id), ...(cursor?.key ?? [])];
  const order = cursor?.direction === 'before' ? 'asc' : 'desc';
  const compare = order === 'asc' ? '>' : '<';
  const side = (alias: string, id: string) =>
    cursor ? `and (${alias}.created_at, ${alias}.${id}) ${compare} ($2::timestamptz, $3::uuid)` : '';
  const reach = { side: side('s', 'customer_id'), order, limit: size + 1 } as const;
  const match = customerMatch(ctx.store.id, text, params.length + 1, reach);
  if (match) params.push(...match.params);
  const source = match
    ? `(${match.sql}) m join customers c on c.store_id = $1::uuid and c.id = m.customer_id`
    : `customers c where c.store_id = $1::uuid ${side('c', 'id')}`;
  const rows = await ctx.raw<FoundRow>(
    `select c.id, c.name, c.company, c.email, c.country, c.created_at, o.orders, o.spent, o.last_order_at
      from (select c.* from ${source} order by c.created_at ${order}, c.id ${order} limit ${size + 1}) c
      cross join lateral (
        select coalesce(sum(n), 0)::int as orders, max(last_at) as last_order_at,
          coalesce(jsonb_agg(jsonb_build_object('currency', currency, 'amountMinor', paid) order by n desc, currency)
            filter (where n > 0 or paid <> 0), '[]') as spent
        from (
          select currency, count(*) filter (where kind = 'sale') as n,
            sum(captured_minor - refunded_minor)::bigint as paid, max(placed_at) filter (where kind = 'sale') as last_at
          from orders
          where store_id = $1::uuid and customer_id = c.id and placed_at is not null
          group by currency) per) o
      order by c.created_at ${order}, c.id ${order}`,
    params,
  );
  return rows.map(listed);
}

const spentShape = z.array(z.object({ currency: z.string(), amountMinor: z.int() }));

type FoundRow = {
  id: string;
  name: Uint8Array;
  company: string;
  email: Uint8Array | null;
  country: string | null;
  orders: number;
  spent: unknown;
  last_order_at: string | null;
  created_at: string;
};

function listed(row: FoundRow): ListedCustomer {
  return {
    customerId: idOf('cus', row.id),
    name: unseal(row.name),
    company: row.company,
    maskedEmail: row.email === null ? null : maskEmail(unseal(row.email)),
    country: row.country,
    orders: row.orders,
    spent: spentShape.parse(row.spent),
    lastOrderAt: row.last_order_at === null ? null : new Date(row.last_order_at),
    createdAt: new Date(row.created_at),
  };
}
