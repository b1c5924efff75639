import { asc, eq, sql } from 'drizzle-orm';
import { stockLevels, warehouses } from '@/db/schema/stock';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import type { WarehouseId } from '@/lib/core/ids';

export type Warehouse = {
  warehouseId: WarehouseId;
  code: string;
  name: string;
  country: string;
  city: string;
  postcode: string;
  street: string;
  priority: number;
  active: boolean;
  version: number;
  onHand: number;
  /** Units orders hold there: while there are any, it can not be closed. */
  allocated: number;
};

/** Every warehouse of the store, in the order they are asked. */
export async function listWarehouses(ctx: AnyCtx): Promise<Warehouse[]> {
  allow(ctx, 'stock.read');
  return read(ctx, async (ctx) => {
    const held = ctx.db
      .select({
        warehouseId: stockLevels.warehouseId,
        onHand: sql<number>`sum(${stockLevels.onHand})::bigint`.as('on_hand_units'),
        allocated: sql<number>`sum(${stockLevels.allocated})::bigint`.as('allocated_units'),
      })
      .from(stockLevels)
      .where(eq(stockLevels.storeId, ctx.store.id))
      .groupBy(stockLevels.warehouseId)
      .as('held');
    const rows = await ctx.db
      .select({
        warehouseId: warehouses.id,
        code: warehouses.code,
        name: warehouses.name,
        country: warehouses.country,
        city: warehouses.city,
        postcode: warehouses.postcode,
        street: warehouses.street,
        priority: warehouses.priority,
        active: warehouses.active,
        version: warehouses.version,
        onHand: held.onHand,
        allocated: held.allocated,
      })
      .from(warehouses)
      .leftJoin(held, eq(held.warehouseId, warehouses.id))
      .where(eq(warehouses.storeId, ctx.store.id))
      .orderBy(asc(warehouses.priority), asc(warehouses.id));
    return rows.map((row) => ({
      ...row,
      onHand: Number(row.onHand ?? 0),
      allocated: Number(row.allocated ?? 0),
    }));
  });
}
