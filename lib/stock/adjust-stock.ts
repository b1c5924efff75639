import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { type Id, newId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { ADJUST_REASONS, ADJUST_SIGNS, adjustmentPath } from './adjustment';
import { changeLevel, type LevelChange, lockLevel, repeatedChange } from './change-level';
import { levelInput, reasonInput, unitsInput } from './stock-input';

export const adjustStockInput = levelInput
  .extend({
    /** Units more (positive) or fewer (negative) that are free to sell. */
    difference: unitsInput(-1_000_000_000).refine((n) => n !== 0, { error: 'stock.errors.nothing' }),
    reason: z.enum(ADJUST_REASONS, { error: 'stock.errors.adjustReason' }),
    note: reasonInput.default(''),
  })
  .superRefine(({ reason, difference, note }, check) => {
    const sign = difference < 0 ? -1 : 1;
    if (!ADJUST_SIGNS[reason].includes(sign)) {
      check.addIssue({ code: 'custom', path: ['difference'], message: `stock.errors.sign.${reason}` });
    }
    if (reason === 'other' && note === '') {
      check.addIssue({ code: 'custom', path: ['note'], message: 'stock.errors.note' });
    }
  });
export type AdjustStockInput = z.input<typeof adjustStockInput>;
export type StockAdjusted = { movementId: Id<'mov'>; after: number };

/** Corrects what is available by a difference, with the reason why. */
export async function adjustStock(ctx: AnyCtx, input: AdjustStockInput): Promise<StockAdjusted> {
  allow(ctx, 'stock.write');
  const { id, warehouseId, variantId, difference, reason, note } = adjustStockInput.parse(input);
  const movementId = id ?? newId('mov');
  return transact(ctx, async (ctx) => {
    const change: LevelChange = {
      movementId,
      warehouseId,
      variantId,
      quantity: Math.abs(difference),
      // The code first, so that the list of movements can say it in the reader's language.
      reason: note ? `${reason}: ${note}` : reason,
      ...adjustmentPath(reason, difference),
    };
    await lockLevel(ctx, change);
    const repeated = await repeatedChange(ctx, change);
    if (repeated) return { movementId, after: repeated.available };
    const { available } = await changeLevel(ctx, change);
    await record(ctx, 'stock.adjusted', variantId, { warehouseId, variantId, difference, reason });
    return { movementId, after: available };
  });
}
