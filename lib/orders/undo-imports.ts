import type { TxCtx } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { uuidOf } from '@/lib/core/ids';
import { type ImportedReturn, settleMany } from './import-returns';

/** A credit as an import granted it: known by its order, label and amount. Ids are plain UUIDs. */
export type UndoneCredit = { orderId: string; amountMinor: number; label: string };

/**
 * Takes back what `importReturns` did, in the caller's transaction and after the refunds are gone: units are delivered
 * again, credits disappear, what is derived is settled.
 */
export async function undoReturns(
  ctx: TxCtx,
  returned: readonly ImportedReturn[],
  credits: readonly UndoneCredit[],
): Promise<void> {
  if (returned.length === 0) return;
  const store = uuidOf(ctx.store.id);
  const [marked] = await Promise.all([
    ctx.raw(RETURNED, [store, returned.map((line) => line.lineId), returned.map((line) => line.quantity)]),
    ctx.raw(CREDITS, [
      store,
      credits.map((credit) => credit.orderId),
      credits.map((credit) => credit.label),
      credits.map((credit) => -credit.amountMinor),
    ]),
  ]);
  invariant(
    marked.length === new Set(returned.map((line) => line.lineId)).size,
    'every returned line is there',
  );
  await settleMany(ctx, [...new Set(returned.map((line) => line.orderId))]);
}

const RETURNED = `update order_lines l set returned = l.returned - r.n
  from (select line_id, sum(n)::bigint as n from unnest($2::uuid[], $3::bigint[]) as r(line_id, n) group by line_id) r
  where l.store_id = $1::uuid and l.id = r.line_id
  returning l.id`;

const CREDITS = `delete from order_charges c using unnest($2::uuid[], $3::text[], $4::bigint[]) as u(order_id, label, amount)
  where c.store_id = $1::uuid and c.order_id = u.order_id and c.kind = 'credit' and c.label = u.label
    and c.amount_minor = u.amount`;

/** Deletes imported orders with what belongs to them. Their payments are gone before; anything else fails the transaction. */
export async function deleteImportedOrders(ctx: TxCtx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  const key = [uuidOf(ctx.store.id), orderIds];
  for (const table of ['order_search', 'order_charges', 'order_lines']) {
    await ctx.raw(`delete from ${table} where store_id = $1::uuid and order_id = any($2::uuid[])`, key);
  }
  const gone = await ctx.raw(
    `delete from orders where store_id = $1::uuid and id = any($2::uuid[]) and channel = 'import' returning 1`,
    key,
  );
  invariant(gone.length === orderIds.length, 'only imported orders are deleted, and all of them');
}
