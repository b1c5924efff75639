import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { orders } from '@/db/schema/orders';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import type { OrderLineId, VariantId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import type { RefundIntent } from '@/lib/payments/refund-payment';
import { moveStock } from '@/lib/stock/move-stock';
import { releaseBackorders } from '@/lib/stock/take-backorders';
import { confirmWhenPaid } from './confirm-order';
import { endHold } from './hold-order';
import { type LoadedOrder, loadOrder, requireStatus } from './load-order';
import { type AllocatedUnits, moveUnits, takeAllocations, type UnitsOfLine } from './move-units';
import { idSchema, MAX_LINES } from './order-request';
import { CANCEL_REASONS, orderSteps } from './order-state';
import { checkRefundLimit, refundableMinor } from './refund-order';
import { holdRefunds, type PortOf, sendRefunds } from './refund-parts';
import { settleOrder } from './settle-order';

export const cancelUnitsInput = z.object({
  orderId: idSchema('ord'),
  /** Units by line, or everything that has not been picked. */
  lines: z.union([
    z.literal('all'),
    z
      .array(z.object({ lineId: idSchema('oln'), quantity: z.int().min(1) }))
      .min(1)
      .max(MAX_LINES),
  ]),
  reason: z.enum(CANCEL_REASONS),
  /** Sends back in the same act what the order no longer owes; its id comes from the form. */
  refundId: idSchema('rfd').nullish(),
  version: z.int(),
});
export type CancelUnitsInput = z.output<typeof cancelUnitsInput>;

/**
 * Cancels the whole order or some units before they are picked: stock is released, the amount due falls, and what was
 * paid beyond it goes back. The version makes a second click CONFLICT instead of a second cancellation.
 */
export async function cancelUnits(
  ctx: AnyCtx,
  input: CancelUnitsInput,
  portOf: PortOf,
): Promise<{ refundedMinor: number }> {
  allow(ctx, 'order.cancel');
  const intents = await transact(ctx, async (ctx) => {
    const order = await loadOrder(ctx, input.orderId, input.version);
    requireStatus(order, orderSteps.cancel.from, 'order-errors.notCancelable');
    const units = wantedUnits(order, input.lines);
    await releaseUnits(ctx, order, units);
    const after = await settleOrder(ctx, input.orderId);
    const held = await refundDifference(ctx, order, input, after.dueMinor);
    const refundedMinor = held.reduce((sum, intent) => sum + intent.amountMinor, 0);
    const all = after.status === 'canceled';
    await record(ctx, 'order.units_canceled', input.orderId, {
      lines: units,
      reason: input.reason,
      all,
      refundedMinor,
    });
    if (all) {
      await ctx.db
        .update(orders)
        .set({ cancelReason: input.reason, shipByAt: null, payByAt: null, heldAt: null })
        .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, input.orderId)));
      if (order.heldAt) await endHold(ctx, input.orderId);
      await record(ctx, 'order.canceled', input.orderId, { reason: input.reason });
    } else await confirmWhenPaid(ctx, input.orderId);
    return held;
  });
  if (intents.length > 0) await sendRefunds(ctx, intents, portOf);
  return { refundedMinor: intents.reduce((sum, intent) => sum + intent.amountMinor, 0) };
}

/** Units that may still be cancelled: not picked, not cancelled already. */
const cancelable = (line: LoadedOrder['lines'][number]) => line.allocated + line.backordered + line.open;

function wantedUnits(order: LoadedOrder, wanted: CancelUnitsInput['lines']): UnitsOfLine[] {
  if (wanted === 'all') {
    if (order.lines.some((line) => line.picked + line.packed + line.shipped > 0)) {
      throw conflict('order-errors.alreadyPicked');
    }
    return order.lines
      .map((line) => ({ lineId: line.id, quantity: cancelable(line) }))
      .filter((u) => u.quantity > 0);
  }
  for (const { lineId, quantity } of wanted) {
    const line = order.lines.find((known) => known.id === lineId);
    if (!line || quantity > cancelable(line)) throw conflict('order-errors.unitsMoved');
  }
  return wanted;
}

/** Takes units out of the ledger: those that wait first (open, backordered), then promised ones, back to stock. */
async function releaseUnits(ctx: TxCtx, order: LoadedOrder, units: readonly UnitsOfLine[]): Promise<void> {
  const fromOpen: UnitsOfLine[] = [];
  const fromBackorder: (UnitsOfLine & { variantId: VariantId | null })[] = [];
  const fromAllocated: (AllocatedUnits & { variantId: VariantId | null })[] = [];
  for (const { lineId, quantity } of units) {
    const line = order.lines.find((known) => known.id === lineId);
    if (!line) continue;
    const open = Math.min(quantity, line.open);
    const waiting = Math.min(quantity - open, line.backordered);
    if (open > 0) fromOpen.push({ lineId, quantity: open });
    if (waiting > 0) fromBackorder.push({ lineId, quantity: waiting, variantId: line.variantId });
    fromAllocated.push(...promisedUnits(order, line.id, line.variantId, quantity - open - waiting));
  }
  await moveUnits(ctx, order.id, fromOpen, 'open', 'canceled');
  await moveUnits(ctx, order.id, fromBackorder, 'backordered', 'canceled');
  await moveUnits(ctx, order.id, byLine(fromAllocated), 'allocated', 'canceled');
  await takeAllocations(ctx, fromAllocated);
  await releaseBackorders(ctx, byVariant(fromBackorder));
  const moves = fromAllocated.flatMap((u) => (u.variantId ? [{ ...u, variantId: u.variantId }] : []));
  await moveStock(ctx, moves, { code: 'release', from: 'allocated', to: 'available', causeId: order.id });
}

function promisedUnits(
  order: LoadedOrder,
  lineId: OrderLineId,
  variantId: VariantId | null,
  quantity: number,
) {
  const taken: (AllocatedUnits & { variantId: VariantId | null })[] = [];
  let left = quantity;
  for (const allocation of order.allocations.filter((known) => known.lineId === lineId)) {
    const part = Math.min(left, allocation.quantity);
    if (part > 0) taken.push({ lineId, warehouseId: allocation.warehouseId, quantity: part, variantId });
    left -= part;
  }
  if (left > 0) throw conflict('order-errors.unitsMoved');
  return taken;
}

export function byLine(units: readonly UnitsOfLine[]): UnitsOfLine[] {
  const sums = new Map<OrderLineId, number>();
  for (const { lineId, quantity } of units) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return [...sums].map(([lineId, quantity]) => ({ lineId, quantity }));
}

export function byVariant(units: readonly { variantId: VariantId | null; quantity: number }[]) {
  const sums = new Map<VariantId, number>();
  for (const { variantId, quantity } of units) {
    if (variantId) sums.set(variantId, (sums.get(variantId) ?? 0) + quantity);
  }
  return [...sums].map(([variantId, quantity]) => ({ variantId, quantity }));
}

async function refundDifference(
  ctx: TxCtx,
  order: LoadedOrder,
  input: CancelUnitsInput,
  dueMinor: number,
): Promise<RefundIntent[]> {
  const amountMinor = refundableMinor({ ...order, dueMinor }, 'overpayment');
  if (!input.refundId || amountMinor === 0) return [];
  allow(ctx, 'payment.refund');
  checkRefundLimit(ctx, amountMinor);
  const { orderId, refundId, reason } = input;
  const { currency } = order;
  return holdRefunds(ctx, { orderId, refundId, amountMinor, cause: 'cancellation', reason, currency });
}
