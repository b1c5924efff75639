import { and, eq, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { orders } from '@/db/schema/orders';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import type { OrderId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { loadOrder, requireStatus } from './load-order';
import { idSchema } from './order-request';
import { orderSteps } from './order-state';

export const completeOrderInput = z.object({ orderId: idSchema('ord'), version: z.int().optional() });

/** By hand: everything arrived and nothing more is to be done. */
export async function completeOrder(ctx: AnyCtx, input: z.output<typeof completeOrderInput>): Promise<void> {
  allow(ctx, 'order.complete');
  await transact(ctx, async (ctx) => {
    const order = await loadOrder(ctx, input.orderId, input.version);
    requireStatus(order, orderSteps.complete.from, 'order-errors.notDelivered');
    await applyCompletion(ctx, input.orderId, 'staff');
  });
}

const BATCH = 200;

/** By the window: all delivered orders whose days have passed, a batch at a time. Returns how many it completed. */
export async function completeDueOrders(ctx: AnyCtx, batch = BATCH): Promise<number> {
  allow(ctx, 'order.complete');
  for (let completed = 0; ; ) {
    const done = await completeSome(ctx, batch);
    completed += done;
    if (done < batch) return completed;
  }
}

function completeSome(ctx: AnyCtx, batch: number): Promise<number> {
  return transact(ctx, async (ctx) => {
    const due = await ctx.db
      .select({ id: orders.id })
      .from(orders)
      .where(
        and(
          eq(orders.storeId, ctx.store.id),
          eq(orders.status, 'delivered'),
          lte(orders.completeAfterAt, ctx.now),
        ),
      )
      .orderBy(orders.completeAfterAt)
      .limit(batch)
      .for('update', { skipLocked: true });
    for (const { id } of due) await applyCompletion(ctx, id, 'window');
    return due.length;
  });
}

async function applyCompletion(ctx: TxCtx, orderId: OrderId, by: 'staff' | 'window'): Promise<void> {
  await ctx.db
    .update(orders)
    .set({
      status: orderSteps.complete.to,
      completedAt: ctx.now,
      completeAfterAt: null,
      updatedAt: ctx.now,
      version: sql`${orders.version} + 1`,
    })
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, orderId), eq(orders.status, 'delivered')));
  await record(ctx, 'order.completed', orderId, { by });
}
