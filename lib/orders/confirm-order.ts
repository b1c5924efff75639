import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { orders } from '@/db/schema/orders';
import { storeSettings } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import type { OrderId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { shipBy } from '@/lib/stores/ship-by';
import { paymentAllowsConfirm } from './derive-status';
import { loadOrder, requireStatus } from './load-order';
import { idSchema } from './order-request';
import { orderSteps } from './order-state';

export const confirmOrderInput = z.object({ orderId: idSchema('ord'), version: z.int().optional() });

/** Staff's confirmation: the order may be picked. Needs its money, or terms that need none yet. */
export async function confirmOrder(ctx: AnyCtx, input: z.output<typeof confirmOrderInput>): Promise<void> {
  allow(ctx, 'order.confirm');
  await transact(ctx, async (ctx) => {
    const order = await loadOrder(ctx, input.orderId, input.version);
    requireStatus(order, orderSteps.confirm.from, 'order-errors.notPending');
    if (!paymentAllowsConfirm(order.paymentStatus, order.paymentMethod))
      throw conflict('order-errors.notPaid');
    await applyConfirmation(ctx, input.orderId, false);
  });
}

/** After money arrived: confirms a pending order when the store's rule is automatic. */
export async function confirmWhenPaid(ctx: TxCtx, orderId: OrderId): Promise<void> {
  const [order] = await ctx.db
    .select({
      status: orders.status,
      payment: orders.paymentStatus,
      method: orders.paymentMethod,
      rule: storeSettings.confirmation,
    })
    .from(orders)
    .innerJoin(storeSettings, eq(storeSettings.storeId, orders.storeId))
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, orderId)));
  if (order?.status !== 'pending' || order.rule !== 'automatic') return;
  if (paymentAllowsConfirm(order.payment, order.method)) await applyConfirmation(ctx, orderId, true);
}

async function applyConfirmation(ctx: TxCtx, orderId: OrderId, automatic: boolean): Promise<void> {
  const [rules] = await ctx.db
    .select({
      handlingDays: storeSettings.handlingDays,
      cutOff: storeSettings.cutOff,
      workingDays: storeSettings.workingDays,
    })
    .from(storeSettings)
    .where(eq(storeSettings.storeId, ctx.store.id));
  if (!rules) throw conflict('order-errors.notFound');
  const shipByAt = shipBy(ctx.now, { ...rules, timeZone: ctx.store.timeZone });
  const done = await ctx.db
    .update(orders)
    .set({
      status: orderSteps.confirm.to,
      confirmedAt: ctx.now,
      shipByAt,
      payByAt: null,
      updatedAt: ctx.now,
      version: sql`${orders.version} + 1`,
    })
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, orderId), eq(orders.status, 'pending')))
    .returning({ id: orders.id });
  if (done.length === 0) throw conflict('order-errors.notPending');
  await record(ctx, 'order.confirmed', orderId, { automatic, shipByAt: shipByAt.toISOString() });
}
