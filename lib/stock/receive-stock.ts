import type { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { type Id, newId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { changeLevel, type LevelChange, lockLevel, repeatedChange } from './change-level';
import { levelInput, reasonInput, unitsInput } from './stock-input';

export const receiveStockInput = levelInput.extend({
  quantity: unitsInput(1),
  /** Where they came from, in words: a delivery note's number. */
  reason: reasonInput.default(''),
});
export type ReceiveStockInput = z.input<typeof receiveStockInput>;
export type StockReceived = { movementId: Id<'mov'>; after: number };

/** Takes units in from a supplier. */
export async function receiveStock(ctx: AnyCtx, input: ReceiveStockInput): Promise<StockReceived> {
  allow(ctx, 'stock.write');
  const { id, warehouseId, variantId, quantity, reason } = receiveStockInput.parse(input);
  const movementId = id ?? newId('mov');
  return transact(ctx, async (ctx) => {
    const change: LevelChange = {
      movementId,
      warehouseId,
      variantId,
      quantity,
      reason,
      code: 'receive',
      from: 'supplier',
      to: 'available',
    };
    await lockLevel(ctx, change);
    const repeated = await repeatedChange(ctx, change);
    if (repeated) return { movementId, after: repeated.available };
    const [{ available }] = await Promise.all([
      changeLevel(ctx, change),
      record(ctx, 'stock.received', variantId, { warehouseId, variantId, quantity }),
    ]);
    return { movementId, after: available };
  });
}
