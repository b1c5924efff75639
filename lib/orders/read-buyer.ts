import type { TxCtx } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import { maskEmail, maskPhone } from '@/lib/customers/mask-contact';
import type { Buyer } from './order-detail';
import { COUNT_CAP } from './order-views';
import type { HeadRow } from './read-order-head';

const FIGURES = `select currency, count(*) as n, sum(total_minor)::bigint as total,
    count(*) filter (where (placed_at, id) <= ($3::timestamptz, $4::uuid)) as upto
  from (select o.id, o.currency, o.total_minor, o.placed_at from orders o
    where o.store_id = $1::uuid and o.customer_id = $2::uuid and o.kind = 'sale' and o.status not in ('draft', 'canceled')
    limit ${COUNT_CAP}) f
  group by currency order by n desc`;

/** What the buyer's contact looks like masked, and how good a customer they are. One statement. */
export async function readBuyer(ctx: TxCtx, head: HeadRow): Promise<Buyer> {
  const rows = head.customerId
    ? await ctx.raw(FIGURES, [
        uuidOf(ctx.store.id),
        uuidOf(head.customerId),
        (head.placedAt ?? ctx.now).toISOString(),
        uuidOf(head.id),
      ])
    : [];
  const add = (name: string) => rows.reduce((sum, row) => sum + Number(row[name]), 0);
  const counts = head.kind === 'sale' && head.status !== 'draft' && head.status !== 'canceled';
  return {
    email: maskEmail(head.email),
    phone: maskPhone(head.phone),
    orders: add('n'),
    nth: counts && head.customerId ? add('upto') : null,
    sums: rows.map((row) => ({ currency: String(row.currency), totalMinor: Number(row.total) })),
  };
}
