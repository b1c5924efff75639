import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { warehouses } from '@/db/schema/stock';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { uuidOf, type WarehouseId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { lockWarehouse } from './edit-warehouse';

export const deactivateWarehouseInput = z.object({ warehouseId: idInput('whs') });
export type DeactivateWarehouseInput = z.input<typeof deactivateWarehouseInput>;

/** Stops promising stock from a warehouse. Refused while orders hold stock there: it would never be picked. */
export async function deactivateWarehouse(
  ctx: AnyCtx,
  input: DeactivateWarehouseInput,
): Promise<{ warehouseId: WarehouseId }> {
  allow(ctx, 'settings.write');
  const { warehouseId } = deactivateWarehouseInput.parse(input);
  return transact(ctx, async (ctx) => {
    const { active, name } = await lockWarehouse(ctx, warehouseId);
    if (!active) return { warehouseId };
    const [held] = await ctx.raw(
      `select coalesce(sum(allocated), 0)::bigint as units from stock_levels
       where store_id = $1::uuid and warehouse_id = $2::uuid`,
      [uuidOf(ctx.store.id), uuidOf(warehouseId)],
    );
    const units = Number(held?.units ?? 0);
    if (units > 0) throw conflict('stock.errors.warehouseHolds', { name, units });
    await ctx.db
      .update(warehouses)
      .set({ active: false, version: sql`${warehouses.version} + 1` })
      .where(and(eq(warehouses.storeId, ctx.store.id), eq(warehouses.id, warehouseId)));
    await record(ctx, 'warehouse.deactivated', warehouseId, { warehouseId });
    return { warehouseId };
  });
}
