import type { TxCtx } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';

/** A refund that `importRefunds` wrote. Ids are plain UUIDs. */
export type UndoneRefund = { id: string; orderId: string; amountMinor: number; reason: string };

/** Takes imported refunds back: the payments hold their money again. Their movements are gone before. */
export async function deleteImportedRefunds(
  ctx: TxCtx,
  refundIds: readonly string[],
): Promise<UndoneRefund[]> {
  if (refundIds.length === 0) return [];
  const key = [uuidOf(ctx.store.id), refundIds];
  await ctx.raw(COUNTERS, [...key, ctx.now.toISOString()]);
  return ctx.raw<UndoneRefund>(
    `delete from refunds where store_id = $1::uuid and id = any($2::uuid[])
     returning id, order_id as "orderId", amount_minor as "amountMinor", reason`,
    key,
  );
}

const COUNTERS = `update payments p set refunded_minor = p.refunded_minor - r.amount, updated_at = $3::timestamptz
  from (select payment_id, sum(amount_minor)::bigint as amount from refunds
    where store_id = $1::uuid and id = any($2::uuid[]) group by payment_id) r
  where p.store_id = $1::uuid and p.id = r.payment_id`;

/** Deletes the payments of imported orders that are to be deleted. Their movements are gone before. */
export async function deleteImportedPayments(ctx: TxCtx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await ctx.raw(`delete from payments where store_id = $1::uuid and order_id = any($2::uuid[])`, [
    uuidOf(ctx.store.id),
    orderIds,
  ]);
}
