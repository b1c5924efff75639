import { actorRef } from '@/lib/core/actor';
import type { TxCtx } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { uuidOf } from '@/lib/core/ids';
import type { Minor } from '@/lib/core/money';

/** Money that went back before it was known here, through one imported payment. Ids are plain UUIDs. */
export type ImportedRefund = {
  id: string;
  holdId: string;
  movementId: string;
  orderId: string;
  paymentId: string;
  amountMinor: Minor;
  /** Unique per store. */
  reference: string;
  /** What the merchant's system called it. */
  reason: string;
  at: Date;
};

/**
 * Writes refunds that succeeded outside: payments' counters, refunds, and the two movements a refund always is (held, then
 * paid out). More than a payment holds breaks a CHECK and fails the transaction.
 */
export async function importRefunds(
  ctx: TxCtx,
  currency: string,
  refunds: readonly ImportedRefund[],
): Promise<void> {
  if (refunds.length === 0) return;
  const store = uuidOf(ctx.store.id);
  const actor = JSON.stringify(actorRef(ctx.actor));
  const ids = refunds.map((refund) => refund.id);
  const orders = refunds.map((refund) => refund.orderId);
  const payments = refunds.map((refund) => refund.paymentId);
  const amounts = refunds.map((refund) => refund.amountMinor);
  const references = refunds.map((refund) => refund.reference);
  const at = refunds.map((refund) => refund.at.toISOString());
  const movement = (id: (refund: ImportedRefund) => string, code: string, from: string, to: string) =>
    ctx.raw(MOVEMENTS, [
      store, currency, actor, ctx.requestId, code, from, to, refunds.map(id), orders, payments, ids, amounts, references, at,
    ]); // biome-ignore format: as the columns
  const [counted] = await Promise.all([
    ctx.raw(COUNTERS, [store, ctx.now.toISOString(), payments, amounts]),
    ctx.raw(REFUNDS, [
      store,
      currency,
      actor,
      ids,
      orders,
      payments,
      amounts,
      refunds.map((r) => r.reason),
      at,
    ]),
    movement((refund) => refund.holdId, 'refund_hold', 'merchant', 'refund_held'),
    movement((refund) => refund.movementId, 'refund', 'refund_held', 'shopper'),
  ]);
  invariant(counted.length === new Set(payments).size, 'every refunded payment is there');
}

const COUNTERS = `update payments p set refunded_minor = p.refunded_minor + r.amount, updated_at = $2::timestamptz
  from (select payment_id, sum(amount)::bigint as amount from unnest($3::uuid[], $4::bigint[]) as r(payment_id, amount)
    group by payment_id) r
  where p.store_id = $1::uuid and p.id = r.payment_id
  returning p.id`;

const REFUNDS = `insert into refunds (store_id, currency, actor, status, cause, id, order_id, payment_id, amount_minor, reason,
    requested_at, settled_at)
  select $1::uuid, $2::text, $3::jsonb, 'succeeded', 'return', r.id, r.order_id, r.payment_id, r.amount, r.reason, r.at, r.at
  from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::bigint[], $8::text[], $9::timestamptz[])
    as r(id, order_id, payment_id, amount, reason, at)`;

const MOVEMENTS = `insert into money_movements (store_id, currency, actor, request_id, code, provider, from_account, to_account,
    id, order_id, payment_id, refund_id, amount_minor, provider_ref, at)
  select $1::uuid, $2::text, $3::jsonb, $4::text, $5::text, 'manual', $6::text, $7::text, m.id, m.order_id, m.payment_id,
    m.refund_id, m.amount, m.reference, m.at
  from unnest($8::uuid[], $9::uuid[], $10::uuid[], $11::uuid[], $12::bigint[], $13::text[], $14::timestamptz[])
    as m(id, order_id, payment_id, refund_id, amount, reference, at)`;
