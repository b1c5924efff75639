import type { AnyCtx } from '@/lib/core/ctx';
import type { VariantId, WarehouseId } from '@/lib/core/ids';
import { createWarehouse } from '@/lib/stock/create-warehouse';
import { setStock } from '@/lib/stock/set-stock';

export async function someWarehouse(
  ctx: AnyCtx,
  change: { code?: string; name?: string; priority?: number; country?: string } = {},
): Promise<WarehouseId> {
  const facts = { code: 'LEEDS', name: 'Leeds', country: 'GB', city: 'Leeds', ...change };
  return (await createWarehouse(ctx, facts)).warehouseId;
}

/** Puts units of a variant on a warehouse's shelf. */
export async function stocked(
  ctx: AnyCtx,
  variantId: VariantId,
  warehouseId: WarehouseId,
  available: number,
): Promise<void> {
  await setStock(ctx, { variantId, warehouseId, available, reason: 'First count' });
}
