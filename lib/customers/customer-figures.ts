import type { TxCtx } from '@/lib/core/ctx';
import { type CustomerId, uuidOf } from '@/lib/core/ids';
import { mulDiv } from '@/lib/core/money';

export type CustomerFigures = {
  /** Sales placed, cancelled ones included; credits are none. */
  ordersPlaced: number;
  firstOrderAt: Date | null;
  lastOrderAt: Date | null;
  byCurrency: {
    currency: string;
    /** Captured less refunded over all orders. */
    netPaidMinor: number;
    /** Σ total of sales that were not cancelled ÷ their number; null without any. */
    averageMinor: number | null;
    averagedOver: number;
  }[];
};

/** What one customer's orders add up to, per currency. */
export async function customerFigures(ctx: TxCtx, customerId: CustomerId): Promise<CustomerFigures> {
  const rows = await ctx.raw(
    `select currency, count(*) filter (where kind = 'sale')::int as placed,
        sum(captured_minor - refunded_minor)::bigint as net_paid,
        count(*) filter (where kind = 'sale' and status <> 'canceled')::int as kept,
        coalesce(sum(total_minor) filter (where kind = 'sale' and status <> 'canceled'), 0)::bigint as kept_total,
        min(placed_at) filter (where kind = 'sale') as first_at, max(placed_at) filter (where kind = 'sale') as last_at
      from orders where store_id = $1::uuid and customer_id = $2::uuid and placed_at is not null
      group by currency order by placed desc, currency`,
    [uuidOf(ctx.store.id), uuidOf(customerId)],
  );
  const times = (field: 'first_at' | 'last_at') =>
    rows.flatMap((row) => (row[field] === null ? [] : [new Date(String(row[field])).getTime()]));
  const firsts = times('first_at');
  const lasts = times('last_at');
  return {
    ordersPlaced: rows.reduce((total, row) => total + Number(row.placed), 0),
    firstOrderAt: firsts.length > 0 ? new Date(Math.min(...firsts)) : null,
    lastOrderAt: lasts.length > 0 ? new Date(Math.max(...lasts)) : null,
    byCurrency: rows.map((row) => ({
      currency: String(row.currency),
      netPaidMinor: Number(row.net_paid),
      averageMinor: Number(row.kept) > 0 ? mulDiv(Number(row.kept_total), 1, Number(row.kept)) : null,
      averagedOver: Number(row.kept),
    })),
  };
}
