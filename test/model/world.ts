import { eq } from 'drizzle-orm';
import { backorders } from '@/db/schema/stock';
import { storeSettings } from '@/db/schema/stores';
import { permissionsOf, ROLE_LIMITS, type RoleName } from '@/lib/access/permissions';
import { type Ctx, transact } from '@/lib/core/ctx';
import type { Id, OrderId, VariantId, WarehouseId } from '@/lib/core/ids';
import { createShippingMethod } from '@/lib/stores/create-shipping-method';
import { type CommittedStore, committedStore } from '../committed-store';
import { TEST_NOW } from '../fresh-store';
import { oneVariant } from '../some-product';
import { someWarehouse, stocked } from '../some-warehouse';
import { FlakyProvider } from './flaky-provider';

export type Rules = { confirmation: 'automatic' | 'manual'; splitShipments: boolean };
export type Good = { sku: string; variantId: VariantId };

/** Everything a random walk acts on: one store, two warehouses, four goods, the orders made so far. */
export type World = {
  store: CommittedStore;
  rules: Rules;
  now: Date;
  houses: WarehouseId[];
  goods: Good[];
  shippingMethodId: Id<'shm'>;
  provider: FlakyProvider;
  orders: OrderId[];
  /** The latest act, to be sent once more; `known` where its form's id makes it answer as it did, not refuse. */
  again: { send: () => Promise<unknown>; known: boolean } | null;
};

/** Prices that round: whole, four decimals, nothing, odd pence. The last may be sold beyond its stock. */
const PRICES_E4 = [100_000, 33_333, 0, 77_701];
const CAP = 6;

export async function newWorld(rules: Rules): Promise<World> {
  const store = await committedStore();
  const { ctx } = store;
  const houses = [
    await someWarehouse(ctx, { code: 'NORTH', priority: 10 }),
    await someWarehouse(ctx, { code: 'SOUTH', priority: 20 }),
  ];
  const goods: Good[] = [];
  for (const [i, priceE4] of PRICES_E4.entries()) {
    const sku = `G-${i}`;
    const { variantId } = await oneVariant(ctx, sku, priceE4);
    for (const house of houses) await stocked(ctx, variantId, house, 4 + i);
    goods.push({ sku, variantId });
  }
  const facts = { name: 'Post', priceMinor: 495, freeFromMinor: 5000, transitDaysMin: 1, transitDaysMax: 3 };
  const { methodId } = await createShippingMethod(ctx, facts);
  await transact(ctx, async (inner) => {
    await inner.db.update(storeSettings).set(rules).where(eq(storeSettings.storeId, ctx.store.id));
    const last = goods.at(-1);
    if (!last) throw new Error('a world has goods');
    const row = { storeId: ctx.store.id, variantId: last.variantId, cap: CAP };
    const target = [backorders.storeId, backorders.variantId];
    await inner.db
      .insert(backorders)
      .values(row)
      .onConflictDoUpdate({ target, set: { cap: CAP } });
  });
  return {
    store,
    rules,
    now: TEST_NOW,
    houses,
    goods,
    shippingMethodId: methodId,
    provider: new FlakyProvider(),
    orders: [],
    again: null,
  };
}

/** The store as one role sees it, at the world's moment. */
export function ctxAs(world: World, role: RoleName = 'owner'): Ctx {
  return { ...world.store.as(role), now: world.now };
}

export const mayRefund = (role: RoleName) => permissionsOf(role).has('payment.refund');
export const refundLimit = (role: RoleName) => ROLE_LIMITS[role]?.refundMinor ?? Number.POSITIVE_INFINITY;
