import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { warehouses } from '@/db/schema/stock';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { idInput } from '@/lib/core/id-input';
import type { WarehouseId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { lockWarehouse } from './edit-warehouse';

export const activateWarehouseInput = z.object({ warehouseId: idInput('whs') });
export type ActivateWarehouseInput = z.input<typeof activateWarehouseInput>;

/** Promises stock from a warehouse again. */
export async function activateWarehouse(
  ctx: AnyCtx,
  input: ActivateWarehouseInput,
): Promise<{ warehouseId: WarehouseId }> {
  allow(ctx, 'settings.write');
  const { warehouseId } = activateWarehouseInput.parse(input);
  return transact(ctx, async (ctx) => {
    const { active } = await lockWarehouse(ctx, warehouseId);
    if (active) return { warehouseId };
    await ctx.db
      .update(warehouses)
      .set({ active: true, version: sql`${warehouses.version} + 1` })
      .where(and(eq(warehouses.storeId, ctx.store.id), eq(warehouses.id, warehouseId)));
    await record(ctx, 'warehouse.activated', warehouseId, { warehouseId });
    return { warehouseId };
  });
}
