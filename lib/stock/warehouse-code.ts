import { and, eq, ne } from 'drizzle-orm';
import { warehouses } from '@/db/schema/stock';
import type { TxCtx } from '@/lib/core/ctx';
import { DomainError } from '@/lib/core/errors';
import type { WarehouseId } from '@/lib/core/ids';

/** Says in words that another warehouse of the store has the code; the unique index decides in a race. */
export async function refuseTakenCode(ctx: TxCtx, code: string, except: WarehouseId): Promise<void> {
  const taken = await ctx.db
    .select({ id: warehouses.id })
    .from(warehouses)
    .where(and(eq(warehouses.storeId, ctx.store.id), eq(warehouses.code, code), ne(warehouses.id, except)));
  if (taken.length === 0) return;
  const key = 'stock.errors.warehouseCodeTaken';
  throw new DomainError('CONFLICT', key, {
    params: { code },
    problems: [{ pointer: '/code', key, params: { code } }],
  });
}
