import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { warehouses } from '@/db/schema/stock';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { newId, type WarehouseId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { refuseTakenCode } from './warehouse-code';
import { warehouseFactsInput } from './warehouse-input';

export const createWarehouseInput = warehouseFactsInput.extend({ id: idInput('whs').optional() });
export type CreateWarehouseInput = z.input<typeof createWarehouseInput>;

/** Opens a warehouse. The same id with the same code again is the same warehouse. */
export async function createWarehouse(
  ctx: AnyCtx,
  input: CreateWarehouseInput,
): Promise<{ warehouseId: WarehouseId }> {
  allow(ctx, 'settings.write');
  const { id, ...facts } = createWarehouseInput.parse(input);
  const warehouseId = id ?? newId('whs');
  return transact(ctx, async (ctx) => {
    const known = await codeOf(ctx, warehouseId);
    if (known !== null && known !== facts.code) throw conflict('stock.errors.idTaken');
    if (known !== null) return { warehouseId };
    await refuseTakenCode(ctx, facts.code, warehouseId);
    const inserted = await ctx.db
      .insert(warehouses)
      .values({ storeId: ctx.store.id, id: warehouseId, ...facts })
      .onConflictDoNothing()
      .returning({ id: warehouses.id });
    if (inserted.length === 0) throw conflict('stock.errors.warehouseCodeTaken', { code: facts.code });
    await record(ctx, 'warehouse.created', warehouseId, { warehouseId });
    return { warehouseId };
  });
}

async function codeOf(ctx: TxCtx, id: WarehouseId): Promise<string | null> {
  const [row] = await ctx.db
    .select({ code: warehouses.code })
    .from(warehouses)
    .where(and(eq(warehouses.storeId, ctx.store.id), eq(warehouses.id, id)));
  return row?.code ?? null;
}
