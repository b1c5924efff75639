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
  const found = (await ctx.raw(LINES, [
    store,
    wanted.map((pair) => pair.customerId),
    wanted.map((pair) => pair.variantId),
  ])) as (OpenLine & { customerId: string; variantId: string })[];
  for (const { customerId, variantId, ...line } of found) {
    const key = goodsKey(customerId, variantId);
    const mine = lines.get(key);
    if (mine) mine.push(line);
    else lines.set(key, [line]);
  }
  const paid = await ctx.raw(PAYMENTS, [store, [...new Set(found.map((line) => line.orderId))]]);
  for (const row of paid) {
    payments.set(String(row.order_id), { paymentId: String(row.id), leftMinor: Number(row.left) });
  }
  return { lines, payments };
}

// Lines without units left are read too: whether there was an earlier order at all is worth telling.
const LINES = `select l.id as "lineId", l.order_id as "orderId", o.placed_at as "placedAt", o.external_id as "externalId",
    l.unit_price_e4 as "unitPriceE4", l.shipped - l.returned - l.return_requested as left, o.customer_id as "customerId",
    l.variant_id as "variantId"
  from (select distinct * from unnest($2::uuid[], $3::uuid[]) as w(customer_id, variant_id)) w
  join orders o on o.store_id = $1::uuid and o.customer_id = w.customer_id and o.channel = 'import' and o.kind = 'sale'
    and o.status = 'completed'
  join order_lines l on l.store_id = $1::uuid and l.order_id = o.id and l.variant_id = w.variant_id`;

const PAYMENTS = `select order_id, id, captured_minor - refunded_minor - refund_held_minor as left
  from payments where store_id = $1::uuid and order_id = any($2::uuid[]) and provider = 'manual' and status = 'captured'
    and method = 'settled_outside'`;
