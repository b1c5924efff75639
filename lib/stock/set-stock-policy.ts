import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { backorders, stockLevels } from '@/db/schema/stock';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict, notFound } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { uuidOf, type VariantId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { lockLevel } from './change-level';
import { unitsInput } from './stock-input';

const levelPolicyInput = z.object({
  warehouseId: idInput('whs'),
  safetyStock: unitsInput(0),
  bin: z.string().trim().max(60, { error: 'stock.errors.bin' }).default(''),
});

export const setStockPolicyInput = z.object({
  variantId: idInput('var'),
  level: levelPolicyInput.optional(),
  /** How many units may be sold beyond stock, over all warehouses. */
  backorderCap: unitsInput(0).optional(),
});
export type SetStockPolicyInput = z.input<typeof setStockPolicyInput>;

/** Sets how much of a variant is kept back, where it lies, and how far it may be sold beyond its stock. */
export async function setStockPolicy(ctx: AnyCtx, input: SetStockPolicyInput): Promise<{ fields: string[] }> {
  allow(ctx, 'stock.write');
  const { variantId, level, backorderCap } = setStockPolicyInput.parse(input);
  return transact(ctx, async (ctx) => {
    // Backorders before levels, as everywhere: verbs that lock both can not deadlock.
    const cap = backorderCap === undefined ? [] : await setCap(ctx, variantId, backorderCap);
    const fields = [...(level ? await setLevelPolicy(ctx, variantId, level) : []), ...cap];
    if (fields.length > 0) await record(ctx, 'stock.policy_changed', variantId, { variantId, fields });
    return { fields };
  });
}

async function setLevelPolicy(
  ctx: TxCtx,
  variantId: VariantId,
  { warehouseId, safetyStock, bin }: z.output<typeof levelPolicyInput>,
): Promise<string[]> {
  await lockLevel(ctx, { warehouseId, variantId });
  const mine = and(
    eq(stockLevels.storeId, ctx.store.id),
    eq(stockLevels.warehouseId, warehouseId),
    eq(stockLevels.variantId, variantId),
  );
  const [before] = await ctx.db
    .select({ safetyStock: stockLevels.safetyStock, bin: stockLevels.bin })
    .from(stockLevels)
    .where(mine);
  await ctx.db.update(stockLevels).set({ safetyStock, bin }).where(mine);
  return [
    ...(before?.safetyStock === safetyStock ? [] : ['safetyStock']),
    ...(before?.bin === bin ? [] : ['bin']),
  ];
}

/** Never below what is backordered already. */
async function setCap(ctx: TxCtx, variantId: VariantId, cap: number): Promise<string[]> {
  const params = [uuidOf(ctx.store.id), uuidOf(variantId)];
  const [, rows] = await Promise.all([
    ctx.raw(
      `insert into backorders (store_id, variant_id) select store_id, id from variants
       where store_id = $1::uuid and id = $2::uuid on conflict do nothing`,
      params,
    ),
    ctx.raw(
      'select cap, backordered from backorders where store_id = $1::uuid and variant_id = $2::uuid for update',
      params,
    ),
  ]);
  const [before] = rows;
  if (!before) throw notFound('stock.errors.levelUnknown');
  if (Number(before.cap) === cap) return [];
  if (cap < Number(before.backordered)) {
    throw conflict('stock.errors.capTooLow', { backordered: Number(before.backordered) });
  }
  await ctx.db
    .update(backorders)
    .set({ cap })
    .where(and(eq(backorders.storeId, ctx.store.id), eq(backorders.variantId, variantId)));
  return ['backorderCap'];
}
