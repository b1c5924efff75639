import type { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { changeLevel, type LevelChange, lockLevel, repeatedChange } from './change-level';
import { levelInput, reasonInput, unitsInput } from './stock-input';

export const setStockInput = levelInput.extend({
  /** Units that are free to sell there, as counted. */
  available: unitsInput(0),
  /** What the person saw before counting; if it changed since, the count is refused. */
  seen: unitsInput(0).optional(),
  reason: reasonInput.min(1, { error: 'stock.errors.reason' }),
});
export type SetStockInput = z.input<typeof setStockInput>;
export type StockSet = { movementId: Id<'mov'> | null; before: number; after: number };

/**
 * Sets what is available at one warehouse to a counted number. The first count of a level opens it; a later one is an
 * adjustment against `lost`. The same number as before moves nothing.
 */
export async function setStock(ctx: AnyCtx, input: SetStockInput): Promise<StockSet> {
  allow(ctx, 'stock.write');
  const { id, warehouseId, variantId, available: after, seen, reason } = setStockInput.parse(input);
  const movementId = id ?? newId('mov');
  return transact(ctx, async (ctx) => {
    const level = await lockLevel(ctx, { warehouseId, variantId });
    const repeated = await repeatedChange(ctx, { movementId, warehouseId, variantId });
    if (repeated && repeated.available !== after) throw conflict('stock.errors.idTaken');
    if (repeated) return { movementId, before: after, after };
    const before = level.available;
    if (seen !== undefined && seen !== before) {
      throw conflict('stock.errors.changedSince', { seen, now: before });
    }
    if (before === after) return { movementId: null, before, after };
    await changeLevel(ctx, {
      movementId,
      warehouseId,
      variantId,
      reason,
      quantity: Math.abs(after - before),
      ...directionOf(after - before, !level.moved),
    });
    await record(ctx, 'stock.set', variantId, { warehouseId, variantId, before, after, reason });
    return { movementId, before, after };
  });
}

function directionOf(difference: number, opening: boolean): Pick<LevelChange, 'from' | 'to' | 'code'> {
  if (difference < 0) return { from: 'available', to: 'lost', code: 'adjust' };
  if (opening) return { from: 'supplier', to: 'available', code: 'opening' };
  return { from: 'lost', to: 'available', code: 'adjust' };
}
