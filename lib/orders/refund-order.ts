import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { orderCharges } from '@/db/schema/orders';
import { refunds } from '@/db/schema/payments';
import { allow, limitOf } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict, DomainError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { type LoadedOrder, loadOrder } from './load-order';
import { idSchema } from './order-request';
import { holdRefunds, type PortOf, sendRefunds } from './refund-parts';
import { settleOrder } from './settle-order';

export const refundOrderInput = z.object({
  orderId: idSchema('ord'),
  /** Made by the form: the same id twice is one refund. */
  refundId: idSchema('rfd'),
  amountMinor: z.int().min(1).max(1_000_000_000_000),
  /** Goodwill grants a credit in the same act; an overpayment is what was paid beyond what is due. */
  cause: z.enum(['goodwill', 'overpayment']),
  reason: z.string().trim().min(1).max(200),
  version: z.int().optional(),
});
export type RefundOrderInput = z.output<typeof refundOrderInput>;

/** Gives money back. Above the role's limit it is refused. Money and goods are separate acts. */
export async function refundOrder(
  ctx: AnyCtx,
  input: RefundOrderInput,
  portOf: PortOf,
): Promise<{ repeated: boolean }> {
  allow(ctx, 'payment.refund');
  checkRefundLimit(ctx, input.amountMinor);
  const intents = await transact(ctx, async (ctx) => {
    const order = await loadOrder(ctx, input.orderId);
    if (await isKnown(ctx, input)) return null;
    if (input.version !== undefined && input.version !== order.version)
      throw conflict('order-errors.changedMeanwhile');
    if (input.amountMinor > refundableMinor(order, input.cause)) throw conflict('order-errors.refundTooMuch');
    if (input.cause === 'goodwill') await grantCredit(ctx, input);
    const held = await holdRefunds(ctx, { ...input, currency: order.currency });
    await settleOrder(ctx, input.orderId);
    return held;
  });
  if (intents) await sendRefunds(ctx, intents, portOf);
  return { repeated: intents === null };
}

/** The most that can go back now, by cause, in minor units. */
export function refundableMinor(
  order: Pick<LoadedOrder, 'capturedMinor' | 'refundedMinor' | 'heldMinor' | 'dueMinor'>,
  cause: 'goodwill' | 'overpayment',
): number {
  const net = order.capturedMinor - order.refundedMinor - order.heldMinor;
  return cause === 'goodwill'
    ? Math.max(0, Math.min(net, order.dueMinor))
    : Math.max(0, net - order.dueMinor);
}

export function checkRefundLimit(ctx: AnyCtx, amountMinor: number): void {
  const limit = limitOf(ctx, 'refundMinor');
  if (limit !== null && amountMinor > limit) throw new DomainError('LIMIT', 'order-errors.refundLimit');
}

async function isKnown(ctx: TxCtx, input: RefundOrderInput): Promise<boolean> {
  const [known] = await ctx.db
    .select({
      orderId: refunds.orderId,
      reason: refunds.reason,
      cause: refunds.cause,
      requestedAt: refunds.requestedAt,
    })
    .from(refunds)
    .where(and(eq(refunds.storeId, ctx.store.id), eq(refunds.id, input.refundId)));
  if (!known) return false;
  const { orderId, reason, cause, requestedAt } = known;
  // One act over several payments is several rows, written in the same moment.
  const [act] = await ctx.db
    .select({ amountMinor: sql<number>`sum(${refunds.amountMinor})`.mapWith(Number) })
    .from(refunds)
    .where(
      and(
        eq(refunds.storeId, ctx.store.id),
        eq(refunds.orderId, orderId),
        eq(refunds.cause, cause),
        eq(refunds.reason, reason),
        eq(refunds.requestedAt, requestedAt),
      ),
    );
  const said = [orderId, reason, cause, act?.amountMinor];
  const asked = [input.orderId, input.reason, input.cause, input.amountMinor];
  if (said.some((part, i) => part !== asked[i])) throw conflict('order-errors.sameIdOtherContent');
  return true;
}

/** A granted credit lowers what is due by what goes back, so that a goodwill refund leaves nothing owed. */
async function grantCredit(ctx: TxCtx, input: RefundOrderInput): Promise<void> {
  await ctx.db.insert(orderCharges).values({
    storeId: ctx.store.id,
    id: newId('chg'),
    orderId: input.orderId,
    kind: 'credit',
    label: input.reason,
    amountMinor: -input.amountMinor,
    createdAt: ctx.now,
  });
}
