import { and, eq, isNull } from 'drizzle-orm';
import { users } from '@/db/schema/access';
import { orderHolds } from '@/db/schema/orders';
import type { TxCtx } from '@/lib/core/ctx';
import type { OrderId } from '@/lib/core/ids';
import type { HoldReason } from './hold-state';

/** The hold in force. `by` is a person's name, or null when it was no person. */
export type Hold = { reason: HoldReason; note: string; by: string | null; heldAt: Date };

/** Why an order is held back, and by whom; null when it is not. */
export async function readHold(ctx: TxCtx, orderId: OrderId): Promise<Hold | null> {
  const [hold] = await ctx.db
    .select({
      reason: orderHolds.reason,
      note: orderHolds.note,
      actor: orderHolds.actor,
      heldAt: orderHolds.heldAt,
    })
    .from(orderHolds)
    .where(
      and(
        eq(orderHolds.storeId, ctx.store.id),
        eq(orderHolds.orderId, orderId),
        isNull(orderHolds.releasedAt),
      ),
    );
  if (!hold) return null;
  const { actor, note, reason, heldAt } = hold;
  const [person] =
    actor.kind === 'staff'
      ? await ctx.db.select({ name: users.name }).from(users).where(eq(users.id, actor.id))
      : [];
  return { reason, note: note ?? '', heldAt, by: person?.name ?? null };
}
