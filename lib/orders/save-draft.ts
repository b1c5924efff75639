import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { orderCharges, orderLines, orders } from '@/db/schema/orders';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict, notFound } from '@/lib/core/errors';
import type { OrderId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { buyerSchema, idSchema, linesSchema, orderRequestSchema } from './order-request';
import { checkDiscounts, takenElsewhere, toRequest } from './place-order';
import { type OrderPlan, planOrder } from './plan-order';
import { readForPricing } from './read-for-pricing';
import { orderColumns, writeDraftRows } from './write-order';
import { checkDiscountLimit } from './write-placement';

/** A draft may be as unfinished as its writer: no lines yet, nobody named. */
export const draftInput = orderRequestSchema.extend({
  id: idSchema('ord'),
  customer: buyerSchema.extend({ name: z.string().trim().max(200).default('') }),
  lines: linesSchema,
  /** What the editor was opened with; absent for a new draft. */
  version: z.int().nullish(),
});
export type DraftInput = z.output<typeof draftInput>;
export type SavedDraft = { id: OrderId; version: number };

/** Writes a draft, new or again: priced by today's rules, no number, no stock held. */
export async function saveDraft(ctx: AnyCtx, input: DraftInput): Promise<SavedDraft> {
  allow(ctx, 'order.write');
  const request = toRequest(input, 'staff');
  checkDiscounts(ctx, request);
  return orTaken(
    transact(ctx, async (ctx) => {
      const plan = planOrder(request, await readForPricing(ctx, request), ctx.store);
      checkDiscountLimit(ctx, plan);
      const version = input.version
        ? await updateDraft(ctx, plan, input.version)
        : await insertDraft(ctx, plan);
      await writeDraftRows(ctx, plan);
      return { id: request.id, version };
    }),
  );
}

/** Ids are the form's: one that another order has is said in words. */
const orTaken = <T>(saving: Promise<T>): Promise<T> =>
  saving.catch((error: unknown) => {
    throw takenElsewhere(error) ?? error;
  });

async function insertDraft(ctx: TxCtx, plan: OrderPlan): Promise<number> {
  const made = await ctx.db
    .insert(orders)
    .values({
      storeId: ctx.store.id,
      id: plan.request.id,
      status: 'draft',
      paymentStatus: 'unpaid',
      fulfilmentStatus: 'unfulfilled',
      currency: ctx.store.currency,
      ...orderColumns(plan, plan.facts.customerId),
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .onConflictDoNothing({ target: [orders.storeId, orders.id] })
    .returning({ version: orders.version });
  if (made[0]) {
    await record(ctx, 'order.drafted', plan.request.id, {});
    return made[0].version;
  }
  // The same form sent twice: the second is an edit of what the first one made.
  return updateDraft(ctx, plan, 1);
}

async function updateDraft(ctx: TxCtx, plan: OrderPlan, version: number): Promise<number> {
  const id = plan.request.id;
  const [saved] = await ctx.db
    .update(orders)
    .set({
      ...orderColumns(plan, plan.facts.customerId),
      updatedAt: ctx.now,
      version: sql`${orders.version} + 1`,
    })
    .where(
      and(
        eq(orders.storeId, ctx.store.id),
        eq(orders.id, id),
        eq(orders.status, 'draft'),
        eq(orders.version, version),
      ),
    )
    .returning({ version: orders.version });
  if (!saved) throw await whyNot(ctx, id);
  await clearDraftRows(ctx, id);
  await record(ctx, 'order.draft_edited', id, { fields: [] });
  return saved.version;
}

/** A draft's lines and charges are rewritten whole: nothing refers to them before placement. */
export async function clearDraftRows(ctx: TxCtx, id: OrderId): Promise<void> {
  const of = (table: typeof orderLines | typeof orderCharges) =>
    and(eq(table.storeId, ctx.store.id), eq(table.orderId, id));
  await Promise.all([
    ctx.db.delete(orderCharges).where(of(orderCharges)),
    ctx.db.delete(orderLines).where(of(orderLines)),
  ]);
}

async function whyNot(ctx: TxCtx, id: OrderId) {
  const [row] = await ctx.db
    .select({ status: orders.status })
    .from(orders)
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, id)));
  if (!row) return notFound('order-errors.notFound');
  return conflict(row.status === 'draft' ? 'order-errors.draftChanged' : 'order-errors.notDraft');
}

export const discardDraftInput = z.object({ orderId: idSchema('ord'), version: z.int() });

/** Throws a draft away. A placed order is cancelled instead. */
export async function discardDraft(ctx: AnyCtx, input: z.output<typeof discardDraftInput>): Promise<void> {
  allow(ctx, 'order.write');
  await transact(ctx, async (ctx) => {
    const gone = await ctx.db
      .delete(orders)
      .where(
        and(
          eq(orders.storeId, ctx.store.id),
          eq(orders.id, input.orderId),
          eq(orders.status, 'draft'),
          eq(orders.version, input.version),
        ),
      )
      .returning({ id: orders.id });
    if (gone.length === 0) throw await whyNot(ctx, input.orderId);
    await record(ctx, 'order.draft_discarded', input.orderId, {});
  });
}
