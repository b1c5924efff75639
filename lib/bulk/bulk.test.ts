import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { bulkRows } from '@/db/schema/bulk';
import { orders } from '@/db/schema/orders';
import type { TxCtx } from '@/lib/core/ctx';
import { type Id, newId, type OrderId, uuidOf } from '@/lib/core/ids';
import { tagOrder } from '@/lib/orders/annotate-order';
import { eventsOf } from '@/test/events-of';
import { insertOrderRow } from '@/test/order-rows';
import { manualPort, orderUpTo } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { retryBulk, undoBulk } from './change-bulk';
import { getBulk, listBulk } from './get-bulk';
import { resumeBulk, runBulk } from './run-bulk';
import { type StartBulkInput, startBulk } from './start-bulk';

type Act = StartBulkInput['act'];

async function go(ctx: TxCtx, act: Act, target: StartBulkInput['orders']): Promise<Id<'blk'>> {
  const runId = newId('blk');
  await startBulk(ctx, { runId, act, orders: target });
  await runBulk(ctx, runId, manualPort);
  return runId;
}
const outcomes = async (ctx: TxCtx, runId: Id<'blk'>) =>
  (await getBulk(ctx, { runId })).rows.map(({ outcome, reason }) => [outcome, reason?.key ?? null]);
const orderOf = async (ctx: TxCtx, id: OrderId) => {
  const [row] = await ctx.db
    .select()
    .from(orders)
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, id)));
  return row;
};
const types = async (ctx: TxCtx, id: OrderId) => (await eventsOf(ctx, id)).map(([type]) => type);

describe('a bulk run', () => {
  test('tags what it can, skips what has the tag, and is taken back from the others only', async ({
    ctx,
  }) => {
    const a = await insertOrderRow(ctx, { number: 1 });
    const b = await insertOrderRow(ctx, { number: 2 });
    await tagOrder(ctx, { orderId: b, add: ['vip'], remove: [] });
    const runId = await go(ctx, { action: 'tag', options: { tag: 'vip' } }, { ids: [a, b, a] });
    expect(await outcomes(ctx, runId)).toEqual([
      ['done', null],
      ['skipped', 'bulk.skips.tagged'],
    ]);
    expect(await types(ctx, a)).toEqual(['order.tagged']);
    await runBulk(ctx, runId, manualPort);
    expect(await types(ctx, a)).toEqual(['order.tagged']);
    const undoId = newId('blk');
    await undoBulk(ctx, { runId, undoId });
    await undoBulk(ctx, { runId, undoId });
    await runBulk(ctx, undoId, manualPort);
    expect([(await orderOf(ctx, a))?.tags, (await orderOf(ctx, b))?.tags]).toEqual([[], ['vip']]);
    expect((await listBulk(ctx)).map(({ action, status }) => [action, status])).toEqual([
      ['untag', 'finished'],
      ['tag', 'finished'],
    ]);
  });

  test('takes everything an address finds, as it is now', async ({ ctx }) => {
    await insertOrderRow(ctx, { number: 1, customerName: 'Wei Zhang', paymentStatus: 'paid' });
    await insertOrderRow(ctx, { number: 2, customerName: 'Wei Chen' });
    await insertOrderRow(ctx, { number: 3, paymentStatus: 'paid' });
    const numbers = async (search: string) => {
      const runId = await go(ctx, { action: 'hold', options: { reason: 'other' } }, { search });
      return (await getBulk(ctx, { runId })).rows.map(({ number }) => number).sort();
    };
    expect(await numbers('view=all&q=wei')).toEqual([1, 2]);
    expect(await numbers('view=all&filter=payment.is.paid')).toEqual([1, 3]);
    await expect(numbers('view=all&q=nobody')).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('says in the words of each order why it was skipped', async ({ ctx }) => {
    const draft = await insertOrderRow(ctx, { status: 'draft' });
    const { orderId } = await orderUpTo(ctx, 'paid');
    const runId = await go(ctx, { action: 'confirm', options: {} }, { ids: [draft, orderId] });
    expect(await outcomes(ctx, runId)).toEqual([
      ['skipped', 'order-errors.blocks.draft'],
      ['skipped', 'order-errors.blocks.notPending'],
    ]);
  });

  test('marks paid, holds, releases, ships and cancels, each once', async ({ ctx }) => {
    const { orderId: unpaid } = await orderUpTo(ctx, 'placed');
    const paid = await go(ctx, { action: 'markPaid', options: {} }, { ids: [unpaid] });
    expect(await outcomes(ctx, paid)).toEqual([['done', null]]);
    expect((await orderOf(ctx, unpaid))?.paymentStatus).toBe('paid');
    await ctx.raw(
      `update bulk_rows set outcome = 'waiting' where store_id = $1::uuid and run_id = $2::uuid`,
      [uuidOf(ctx.store.id), uuidOf(paid)],
    );
    await ctx.raw(`update bulk_runs set status = 'running' where store_id = $1::uuid and id = $2::uuid`, [
      uuidOf(ctx.store.id),
      uuidOf(paid),
    ]);
    await resumeBulk(ctx, manualPort);
    expect((await types(ctx, unpaid)).filter((type) => type === 'payment.recorded')).toHaveLength(1);
    await go(ctx, { action: 'hold', options: { reason: 'stock_check' } }, { ids: [unpaid] });
    expect((await orderOf(ctx, unpaid))?.heldAt).not.toBeNull();
    await go(ctx, { action: 'release', options: {} }, { ids: [unpaid] });
    await go(ctx, { action: 'cancel', options: { reason: 'out_of_stock' } }, { ids: [unpaid] });
    expect(await orderOf(ctx, unpaid)).toMatchObject({
      status: 'canceled',
      refundedMinor: expect.any(Number),
    });
    const { orderId: packed } = await orderUpTo(ctx, 'packed');
    await go(ctx, { action: 'ship', options: { carrier: 'DHL' } }, { ids: [packed] });
    expect((await orderOf(ctx, packed))?.status).toBe('shipped');
  });

  test('acts with what its person may do when it runs, and stops when they left', async ({
    ctx,
    as,
    fresh,
  }) => {
    const a = await insertOrderRow(ctx, { number: 1 });
    const runId = newId('blk');
    await startBulk(as('support'), {
      runId,
      act: { action: 'tag', options: { tag: 'x' } },
      orders: { ids: [a] },
    });
    await ctx.raw('update memberships set active = false where store_id = $1::uuid and user_id = $2::uuid', [
      uuidOf(ctx.store.id),
      uuidOf(fresh.people.support),
    ]);
    await runBulk(ctx, runId, manualPort);
    expect((await getBulk(ctx, { runId })).run).toMatchObject({ status: 'stopped', counts: { waiting: 1 } });
    expect(await types(ctx, a)).toEqual([]);
  });

  test('retries what failed, and nothing else', async ({ ctx }) => {
    const a = await insertOrderRow(ctx, { number: 1 });
    const runId = await go(ctx, { action: 'tag', options: { tag: 'x' } }, { ids: [a] });
    await expect(retryBulk(ctx, { runId })).rejects.toMatchObject({ code: 'CONFLICT' });
    await ctx.db.update(bulkRows).set({ outcome: 'failed', reason: 'bulk.skips.broke' });
    expect(await retryBulk(ctx, { runId })).toEqual({ rows: 1 });
    await runBulk(ctx, runId, manualPort);
    expect(await outcomes(ctx, runId)).toEqual([['skipped', 'bulk.skips.tagged']]);
  });

  test('is for those who may do the act, in their own store', async ({ ctx, as, inOtherStore }) => {
    const a = await insertOrderRow(ctx, { number: 1 });
    const input = (act: Act) => ({ runId: newId('blk'), act, orders: { ids: [a] } });
    const tag: Act = { action: 'tag', options: { tag: 'x' } };
    await expect(startBulk(as('analyst'), input(tag))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(startBulk(as('support'), input({ action: 'markPaid', options: {} }))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const runId = await go(ctx, tag, { ids: [a] });
    await inOtherStore(async (other) => {
      await expect(startBulk(other, input(tag))).rejects.toMatchObject({ key: 'bulk.errors.nothing' });
      await expect(getBulk(other, { runId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await listBulk(other)).toEqual([]);
    });
  });
});
