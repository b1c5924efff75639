import { actorRef } from '@/lib/core/actor';
import type { TxCtx } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import type { Minor } from '@/lib/core/money';
import type { PaymentMethod } from '@/lib/orders/order-state';

/** Money that changed hands before the order came here. Ids are plain UUIDs, made by the caller. */
export type ImportedPayment = {
  id: string;
  movementId: string;
  orderId: string;
  method: PaymentMethod;
  amountMinor: Minor;
  /** Unique per store: the same payment twice fails the transaction. */
  reference: string;
  at: Date;
};

/** Writes payments settled outside, each with the capture that moved its money, in two statements. */
export async function importPayments(
  ctx: TxCtx,
  currency: string,
  payments: readonly ImportedPayment[],
): Promise<void> {
  if (payments.length === 0) return;
  const orders = payments.map((payment) => payment.orderId);
  const amounts = payments.map((payment) => payment.amountMinor);
  const references = payments.map((payment) => payment.reference);
  const at = payments.map((payment) => payment.at.toISOString());
  const ids = payments.map((payment) => payment.id);
  await Promise.all([
    ctx.raw(PAYMENTS, [
      uuidOf(ctx.store.id),
      currency,
      ids,
      orders,
      amounts,
      references,
      at,
      payments.map((payment) => payment.method),
    ]),
    ctx.raw(CAPTURES, [
      uuidOf(ctx.store.id),
      currency,
      JSON.stringify(actorRef(ctx.actor)),
      ctx.requestId,
      payments.map((payment) => payment.movementId),
      orders,
      ids,
      amounts,
      references,
      at,
    ]),
  ]);
}

const PAYMENTS = `insert into payments (store_id, currency, provider, method, status, id, order_id, amount_minor, captured_minor,
    reference, created_at, updated_at)
  select $1::uuid, $2::text, 'manual', p.method, 'captured', p.id, p.order_id, p.amount, p.amount, p.reference, p.at, p.at
  from unnest($3::uuid[], $4::uuid[], $5::bigint[], $6::text[], $7::timestamptz[], $8::text[])
    as p(id, order_id, amount, reference, at, method)`;

const CAPTURES = `insert into money_movements (store_id, currency, actor, request_id, code, provider, from_account, to_account,
    id, order_id, payment_id, amount_minor, provider_ref, at)
  select $1::uuid, $2::text, $3::jsonb, $4::text, 'capture', 'manual', 'shopper', 'merchant', m.id, m.order_id, m.payment_id,
    m.amount, m.reference, m.at
  from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::bigint[], $9::text[], $10::timestamptz[])
    as m(id, order_id, payment_id, amount, reference, at)`;
