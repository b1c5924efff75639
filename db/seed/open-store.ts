import { addMember } from '@/lib/access/add-member';
import { systemCtx } from '@/lib/access/system';
import { type Ctx, transact } from '@/lib/core/ctx';
import type { UserId, WarehouseId } from '@/lib/core/ids';
import { type CreateWarehouseInput, createWarehouse } from '@/lib/stock/create-warehouse';
import { type CreateStoreInput, createStore } from '@/lib/stores/create-store';
import { newStoreRef } from '@/lib/stores/new-store-ref';

export type OpenStore = {
  store: CreateStoreInput;
  owner: { email: string; name: string; password?: string };
  warehouse: CreateWarehouseInput;
};
export type OpenedStore = {
  ctx: Ctx;
  ownerId: UserId;
  warehouseId: WarehouseId;
  /** Given only when the owner is new here and brought none. */
  initialPassword: string | null;
};

/** A store that can be worked in: its rules, its first owner and its first warehouse, all or nothing. */
export async function openStore(
  { store, owner, warehouse }: OpenStore,
  at: { now: Date; requestId: string },
): Promise<OpenedStore> {
  const outside = systemCtx(newStoreRef(store), 'setup', at.now, at.requestId);
  return transact(outside, async (ctx) => {
    await createStore(ctx, store);
    const { userId, initialPassword } = await addMember(ctx, { ...owner, role: 'owner' });
    const { warehouseId } = await createWarehouse(ctx, warehouse);
    return { ctx: outside, ownerId: userId, warehouseId, initialPassword };
  });
}
