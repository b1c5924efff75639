import { and, eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { orders } from '@/db/schema/orders';
import type { TxCtx } from '@/lib/core/ctx';
import type { OrderId } from '@/lib/core/ids';
import { eventsOf } from '@/test/events-of';
import { orderUpTo } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { completeDueOrders, completeOrder } from './complete-order';

const DAY_MS = 86_400_000;
const orderOf = async (ctx: TxCtx, id: OrderId) => {
  const [row] = await ctx.db
    .select()
    .from(orders)
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, id)));
  if (!row) throw new Error('no order');
  return row;
};

test('by hand: it is stamped and told, once', async ({ ctx }) => {
  const { orderId } = await orderUpTo(ctx, 'delivered');
  const { version } = await orderOf(ctx, orderId);
  await completeOrder(ctx, { orderId, version });
  expect(await orderOf(ctx, orderId)).toMatchObject({
    status: 'completed',
    completedAt: ctx.now,
    completeAfterAt: null,
    version: version + 1,
  });
  expect((await eventsOf(ctx, orderId)).at(-1)).toEqual(['order.completed', { by: 'staff' }]);
  await expect(completeOrder(ctx, { orderId })).rejects.toMatchObject({ key: 'order-errors.notDelivered' });
});

test('a screen from before, another role, another store: it stays delivered', async ({
  ctx,
  as,
  inOtherStore,
}) => {
  const { orderId } = await orderUpTo(ctx, 'delivered');
  const { version } = await orderOf(ctx, orderId);
  const stale = completeOrder(ctx, { orderId, version: version - 1 });
  await expect(stale).rejects.toMatchObject({ key: 'order-errors.changedMeanwhile' });
  for (const role of ['stock', 'finance', 'analyst', 'stranger'] as const) {
    await expect(completeOrder(as(role), { orderId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(completeDueOrders(as(role))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
  const muchLater = new Date(ctx.now.getTime() + 30 * DAY_MS);
  await inOtherStore(async (other) => {
    await expect(completeOrder(other, { orderId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await completeDueOrders({ ...other, now: muchLater })).toBe(0);
  });
  expect(await orderOf(ctx, orderId)).toMatchObject({ status: 'delivered', version });
});

test('the window ends at its very moment, not before', async ({ ctx, at }) => {
  const { orderId } = await orderUpTo(ctx, 'delivered');
  const end = (await orderOf(ctx, orderId)).completeAfterAt;
  expect(end).toEqual(new Date(ctx.now.getTime() + 7 * DAY_MS));
  if (!end) throw new Error('no window');
  expect(await completeDueOrders(at(new Date(end.getTime() - 1)))).toBe(0);
  expect(await completeDueOrders(at(end))).toBe(1);
});

test('however many are due, all are completed', async ({ ctx, at }) => {
  const ids: OrderId[] = [];
  for (let n = 0; n < 5; n++) ids.push((await orderUpTo(ctx, 'delivered')).orderId);
  const later = at(new Date(ctx.now.getTime() + 8 * DAY_MS));
  expect(await completeDueOrders(later, 2)).toBe(5);
  for (const id of ids) {
    expect(await orderOf(ctx, id)).toMatchObject({ status: 'completed' });
    expect((await eventsOf(ctx, id)).at(-1)).toEqual(['order.completed', { by: 'window' }]);
  }
  expect(await completeDueOrders(later, 2)).toBe(0);
});
