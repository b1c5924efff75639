import type { TxCtx } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import type { OpenLine } from './match-returns';

/** What is left to refund of each order, by its imported payment. */
export type OpenPayment = { paymentId: string; leftMinor: number };

export type OpenGoods = {
  /** Delivered units by customer and variant (UUIDs, joined by a space). */
  lines: Map<string, OpenLine[]>;
  payments: Map<string, OpenPayment>;
};

export const goodsKey = (customerId: string, variantId: string) => `${customerId} ${variantId}`;

/**
 * The delivered units of imported orders that customers could give back, for the pairs of customer and variant wanted.
 * Orders are taken whatever import brought them: goods of last year come back this year.
 */
export async function findOpenGoods(
  ctx: TxCtx,
  wanted: readonly { customerId: string; variantId: string }[],
): Promise<OpenGoods> {
  const lines = new Map<string, OpenLine[]>();
  const payments = new Map<string, OpenPayment>();
  if (wanted.length === 0) return { lines, payments };
  const store = uuidOf(ctx.store.id);
  const found = await ctx.raw<OpenLine & { customerId: string; variantId: string }>(LINES, [
    store,
    [...new Set(wanted.map((pair) => pair.customerId))],
    [...new Set(wanted.map((pair) => goodsKey(pair.customerId, pair.variantId)))],
  ]);
  for (const { customerId, variantId, ...line } of found) {
    const key = goodsKey(customerId, variantId);
    const mine = lines.get(key);
    if (mine) mine.push(line);
    else lines.set(key, [line]);
  }
  const paid = await ctx.raw<{ order_id: string; id: string; left: number }>(PAYMENTS, [
    store,
    [...new Set(found.map((line) => line.orderId))],
  ]);
  for (const row of paid) {
    payments.set(row.order_id, { paymentId: row.id, leftMinor: row.left });
  }
  return { lines, payments };
}

// By the customers' orders, not by every line of the variants (offset 0 keeps it so); the pairs are one hashed list, since
// joined they are gone through for each order. Lines without units left are read too: whether there was an earlier order at
// all is worth telling.
const LINES = `select l.id as "lineId", l.order_id as "orderId", o.placed_at as "placedAt", o.external_id as "externalId",
    l.unit_price_e4 as "unitPriceE4", l.shipped - l.returned - l.return_requested as left, o.customer_id as "customerId",
    l.variant_id as "variantId"
  from (select id, placed_at, external_id, customer_id from orders
      where store_id = $1::uuid and customer_id = any($2::uuid[]) and channel = 'import' and kind = 'sale'
        and status = 'completed' offset 0) o
  cross join lateral (select id, order_id, unit_price_e4, shipped, returned, return_requested, variant_id from order_lines
      where store_id = $1::uuid and order_id = o.id offset 0) l
  where o.customer_id::text || ' ' || l.variant_id::text = any($3::text[])`;

const PAYMENTS = `select order_id, id, captured_minor - refunded_minor - refund_held_minor as left
  from payments where store_id = $1::uuid and order_id = any($2::uuid[]) and provider = 'manual' and status = 'captured'
  order by captured_minor - refunded_minor - refund_held_minor, id`;
