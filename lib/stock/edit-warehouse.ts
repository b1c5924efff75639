import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { warehouses } from '@/db/schema/stock';
import { allow } from '@/lib/access/allow';
import { changedFields } from '@/lib/core/changed-fields';
import { type AnyCtx, pgConstraint, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict, notFound } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import type { WarehouseId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { refuseTakenCode } from './warehouse-code';
import { type WarehouseFacts, warehouseFactsInput } from './warehouse-input';

export const editWarehouseInput = warehouseFactsInput.extend({
  warehouseId: idInput('whs'),
  version: z.int(),
});
export type EditWarehouseInput = z.input<typeof editWarehouseInput>;

/** Rewrites a warehouse's facts, if nobody changed them since `version` was read. */
export async function editWarehouse(
  ctx: AnyCtx,
  input: EditWarehouseInput,
): Promise<{ warehouseId: WarehouseId; version: number }> {
  allow(ctx, 'settings.write');
  const { warehouseId, version, ...facts } = editWarehouseInput.parse(input);
  return transact(ctx, async (ctx) => {
    const before = await lockWarehouse(ctx, warehouseId);
    const fields = changedFields(before, facts);
    if (fields.length === 0) return { warehouseId, version: before.version };
    if (before.version !== version) throw conflict('stock.errors.warehouseChanged');
    await refuseTakenCode(ctx, facts.code, warehouseId);
    const written = await writeFacts(ctx, warehouseId, version, facts);
    await record(ctx, 'warehouse.edited', warehouseId, { warehouseId, fields });
    return { warehouseId, version: written };
  });
}

async function writeFacts(ctx: TxCtx, id: WarehouseId, version: number, facts: WarehouseFacts) {
  const mine = and(
    eq(warehouses.storeId, ctx.store.id),
    eq(warehouses.id, id),
    eq(warehouses.version, version),
  );
  try {
    const [row] = await ctx.db
      .update(warehouses)
      .set({ ...facts, version: sql`${warehouses.version} + 1` })
      .where(mine)
      .returning({ version: warehouses.version });
    if (!row) throw conflict('stock.errors.warehouseChanged');
    return row.version;
  } catch (error) {
    if (pgConstraint(error) !== 'warehouses_code') throw error;
    throw conflict('stock.errors.warehouseCodeTaken', { code: facts.code });
  }
}

/** A warehouse's facts, kept still until the transaction ends. */
export async function lockWarehouse(ctx: TxCtx, warehouseId: WarehouseId) {
  const [warehouse] = await ctx.db
    .select({
      code: warehouses.code,
      name: warehouses.name,
      country: warehouses.country,
      city: warehouses.city,
      postcode: warehouses.postcode,
      street: warehouses.street,
      priority: warehouses.priority,
      active: warehouses.active,
      version: warehouses.version,
    })
    .from(warehouses)
    .where(and(eq(warehouses.storeId, ctx.store.id), eq(warehouses.id, warehouseId)))
    .for('update');
  if (!warehouse) throw notFound('stock.errors.warehouseUnknown');
  return warehouse;
}
