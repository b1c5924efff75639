import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { orderHolds, orders } from '@/db/schema/orders';
import { storeSettings } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { actorRef } from '@/lib/core/actor';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import type { OrderId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { shipBy } from '@/lib/stores/ship-by';
import { HOLD_REASONS, HOLDABLE } from './hold-state';
import { type LoadedOrder, loadOrder, requireStatus } from './load-order';
import { idSchema } from './order-request';

export const holdOrderInput = z.object({
  orderId: idSchema('ord'),
  /** Made by the form: the same id twice is one hold. */
  holdId: idSchema('hld'),
  reason: z.enum(HOLD_REASONS),
  note: z.string().trim().max(500).default(''),
});

/** Holds an order back: nothing is picked, packed, shipped or captured until somebody releases it. */
export async function holdOrder(ctx: AnyCtx, input: z.output<typeof holdOrderInput>): Promise<void> {
  allow(ctx, 'order.cancel');
  await transact(ctx, async (ctx) => {
    const order = await loadOrder(ctx, input.orderId);
    if (await isKnown(ctx, input)) return;
    if (order.kind === 'credit') throw conflict('order-errors.blocks.credit');
    requireStatus(order, HOLDABLE, 'order-errors.notHoldable');
    if (order.heldAt) throw conflict('order-errors.alreadyHeld');
    await ctx.db.insert(orderHolds).values({
      storeId: ctx.store.id,
      id: input.holdId,
      orderId: input.orderId,
      reason: input.reason,
      note: input.note || null,
      actor: actorRef(ctx.actor),
      heldAt: ctx.now,
    });
    await setOrder(ctx, input.orderId, { heldAt: ctx.now });
    await record(ctx, 'order.held', input.orderId, { holdId: input.holdId, reason: input.reason });
  });
}

export const releaseOrderInput = z.object({ orderId: idSchema('ord') });

/** Lets a held order go on. The ship-by clock stood still: what was not late then has its handling days again. */
export async function releaseOrder(ctx: AnyCtx, input: z.output<typeof releaseOrderInput>): Promise<void> {
  allow(ctx, 'order.cancel');
  await transact(ctx, async (ctx) => {
    const order = await loadOrder(ctx, input.orderId);
    if (!order.heldAt) throw conflict('order-errors.notHeld');
    await endHold(ctx, input.orderId);
    const shipByAt = await clockAfter(ctx, order);
    await setOrder(ctx, input.orderId, { heldAt: null, shipByAt });
    await record(ctx, 'order.released', input.orderId, { shipByAt: shipByAt?.toISOString() ?? null });
  });
}

/** Ends the hold in force, if there is one. */
export async function endHold(ctx: TxCtx, orderId: OrderId): Promise<void> {
  await ctx.db
    .update(orderHolds)
    .set({ releasedAt: ctx.now, releasedBy: actorRef(ctx.actor) })
    .where(
      and(
        eq(orderHolds.storeId, ctx.store.id),
        eq(orderHolds.orderId, orderId),
        isNull(orderHolds.releasedAt),
      ),
    );
}

/** Goods stand still while somebody holds the order back. */
export function requireFree(order: Pick<LoadedOrder, 'heldAt'>): void {
  if (order.heldAt) throw conflict('order-errors.blocks.held');
}

async function isKnown(ctx: TxCtx, input: z.output<typeof holdOrderInput>): Promise<boolean> {
  const [known] = await ctx.db
    .select({ orderId: orderHolds.orderId, reason: orderHolds.reason })
    .from(orderHolds)
    .where(and(eq(orderHolds.storeId, ctx.store.id), eq(orderHolds.id, input.holdId)));
  if (known && (known.orderId !== input.orderId || known.reason !== input.reason)) {
    throw conflict('order-errors.sameIdOtherContent');
  }
  return known !== undefined;
}

async function setOrder(
  ctx: TxCtx,
  orderId: OrderId,
  change: { heldAt: Date | null; shipByAt?: Date | null },
): Promise<void> {
  await ctx.db
    .update(orders)
    .set({ ...change, updatedAt: ctx.now, version: sql`${orders.version} + 1` })
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, orderId)));
}

/** The ship-by time from now on: never earlier than it was, and as after a confirmation now unless it was late already. */
async function clockAfter(ctx: TxCtx, { heldAt, shipByAt }: LoadedOrder): Promise<Date | null> {
  if (!shipByAt || !heldAt || shipByAt < heldAt) return shipByAt;
  const [rules] = await ctx.db
    .select({
      handlingDays: storeSettings.handlingDays,
      cutOff: storeSettings.cutOff,
      workingDays: storeSettings.workingDays,
    })
    .from(storeSettings)
    .where(eq(storeSettings.storeId, ctx.store.id));
  if (!rules) return shipByAt;
  const anew = shipBy(ctx.now, { ...rules, timeZone: ctx.store.timeZone });
  return anew > shipByAt ? anew : shipByAt;
}
