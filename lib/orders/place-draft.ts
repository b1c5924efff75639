import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { orders } from '@/db/schema/orders';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict, DomainError, type Problem } from '@/lib/core/errors';
import { leaseNumber, returnNumber } from '@/lib/stores/lease-numbers';
import { idSchema } from './order-request';
import { checkDiscounts, tryPlacing } from './place-order';
import { placement, planOrder } from './plan-order';
import { readDraft, type StoredDraft } from './read-draft';
import { readForPricing } from './read-for-pricing';
import { clearDraftRows } from './save-draft';
import { orderColumns } from './write-order';
import {
  buyerId,
  checkDiscountLimit,
  insertBuyer,
  type Placed,
  refuseShort,
  writeParts,
} from './write-placement';

export const placeDraftInput = z.object({ orderId: idSchema('ord'), version: z.int() });
export type PlaceDraftInput = z.output<typeof placeDraftInput>;

/** Places a stored draft at today's prices. Twice is once: the second call answers with the placed order. */
export async function placeDraft(ctx: AnyCtx, input: PlaceDraftInput): Promise<Placed> {
  allow(ctx, 'order.place');
  const known = await alreadyPlaced(ctx, input);
  if (known) return known;
  const number = await leaseNumber(ctx, 'order');
  try {
    return await tryPlacing(() => transact(ctx, (ctx) => placeStored(ctx, input, number)));
  } catch (error) {
    returnNumber(ctx, 'order', number, error);
    throw error;
  }
}

async function placeStored(ctx: TxCtx, input: PlaceDraftInput, number: number): Promise<Placed> {
  const draft = await readDraft(ctx, input.orderId);
  refuseUnfinished(draft);
  checkDiscounts(ctx, draft);
  const plan = planOrder(draft, await readForPricing(ctx, draft), ctx.store);
  checkDiscountLimit(ctx, plan);
  refuseShort(plan.short);
  const customerId = buyerId(plan);
  const at = placement(plan, ctx.store, ctx.now);
  await insertBuyer(ctx, plan, customerId);
  const [placed] = await ctx.db
    .update(orders)
    .set({
      ...orderColumns(plan, customerId),
      ...at,
      number,
      placedAt: ctx.now,
      updatedAt: ctx.now,
      version: sql`${orders.version} + 1`,
    })
    .where(
      and(
        eq(orders.storeId, ctx.store.id),
        eq(orders.id, input.orderId),
        eq(orders.status, 'draft'),
        eq(orders.version, input.version),
      ),
    )
    .returning({ id: orders.id });
  if (!placed) throw conflict('order-errors.draftChanged');
  await clearDraftRows(ctx, input.orderId);
  await Promise.all(writeParts(ctx, plan, number, at, null));
  return {
    id: input.orderId,
    number,
    status: at.status,
    totalMinor: plan.priced.totalMinor,
    repeated: false,
  };
}

/** What a draft may lack and an order may not. */
function refuseUnfinished(draft: StoredDraft): void {
  const problems: Problem[] = [];
  if (draft.lines.length === 0) problems.push({ pointer: '/lines', key: 'order-errors.noLines' });
  if (!draft.customer.name) problems.push({ pointer: '/customer/name', key: 'order-errors.customerNeeded' });
  if (problems.length > 0) throw new DomainError('INVALID', 'order-errors.invalid', { problems });
}

async function alreadyPlaced(ctx: AnyCtx, input: PlaceDraftInput): Promise<Placed | null> {
  return read(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select({
        number: orders.number,
        status: orders.status,
        total: orders.totalMinor,
        confirmed: orders.confirmedAt,
        version: orders.version,
      })
      .from(orders)
      .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, input.orderId)));
    if (!row || row.number === null || row.version !== input.version + 1) return null;
    const status = row.confirmed ? 'confirmed' : 'pending';
    return { id: input.orderId, number: row.number, status, totalMinor: row.total, repeated: true };
  });
}
