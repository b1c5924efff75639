import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { stockLevels, stockMovements } from '@/db/schema/stock';
import { type TxCtx, transact } from '@/lib/core/ctx';
import type { VariantId, WarehouseId } from '@/lib/core/ids';
import { test } from '@/test/rollback-test';
import { oneVariant } from '@/test/some-product';
import { someWarehouse, stocked } from '@/test/some-warehouse';
import { type MoveOptions, moveStock, wasShort } from './move-stock';

const ALLOCATE: MoveOptions = { code: 'allocate', from: 'available', to: 'allocated', causeId: 'ord_test' };

async function twoShelves(ctx: TxCtx) {
  const warehouseId = await someWarehouse(ctx);
  const plenty = (await oneVariant(ctx, 'PLENTY')).variantId;
  const few = (await oneVariant(ctx, 'FEW')).variantId;
  await stocked(ctx, plenty, warehouseId, 10);
  await stocked(ctx, few, warehouseId, 1);
  const want = (units: number) => [
    { warehouseId, variantId: plenty, quantity: 2 },
    { warehouseId, variantId: few, quantity: units },
  ];
  return { warehouseId, plenty, few, want };
}

async function availableOf(ctx: TxCtx, warehouseId: WarehouseId, variantId: VariantId) {
  const [level] = await ctx.db
    .select({ available: stockLevels.available })
    .from(stockLevels)
    .where(
      and(
        eq(stockLevels.storeId, ctx.store.id),
        eq(stockLevels.warehouseId, warehouseId),
        eq(stockLevels.variantId, variantId),
      ),
    );
  return level?.available;
}

const allocated = (ctx: TxCtx) =>
  ctx.db.$count(
    stockMovements,
    and(eq(stockMovements.storeId, ctx.store.id), eq(stockMovements.code, 'allocate')),
  );

describe('units that are not all there', () => {
  test('are counted out: the caller sees that fewer rows moved', async ({ ctx }) => {
    const { warehouseId, few, want } = await twoShelves(ctx);
    expect(await moveStock(ctx, want(2), ALLOCATE)).toBe(1);
    expect(await availableOf(ctx, warehouseId, few)).toBe(1);
    expect(await allocated(ctx)).toBe(1);
  });

  test('fail the statement where all or none is asked for, and nothing moves', async ({ ctx }) => {
    const { warehouseId, plenty, few, want } = await twoShelves(ctx);
    const moving = transact(ctx, (inner) => moveStock(inner, want(2), { ...ALLOCATE, allOrFail: true }));
    expect(await moving.catch(wasShort)).toBe(true);
    expect(await availableOf(ctx, warehouseId, plenty)).toBe(10);
    expect(await availableOf(ctx, warehouseId, few)).toBe(1);
    expect(await allocated(ctx)).toBe(0);
  });

  test('also where there is no level at all', async ({ ctx }) => {
    const { warehouseId } = await twoShelves(ctx);
    const { variantId } = await oneVariant(ctx, 'NEVER-SEEN');
    const move = { warehouseId, variantId, quantity: 1 };
    const moving = transact(ctx, (inner) => moveStock(inner, [move], { ...ALLOCATE, allOrFail: true }));
    expect(await moving.catch(wasShort)).toBe(true);
  });

  test('are no others’ failure', async ({ ctx }) => {
    const other = transact(ctx, (inner) => inner.raw('select 1 / $1::int', [0]));
    expect(await other.catch(wasShort)).toBe(false);
    expect(wasShort(new Error('short'))).toBe(false);
  });
});

test('units that are all there move, and say so', async ({ ctx }) => {
  const { warehouseId, few, want } = await twoShelves(ctx);
  expect(await moveStock(ctx, want(1), { ...ALLOCATE, allOrFail: true })).toBe(2);
  expect(await availableOf(ctx, warehouseId, few)).toBe(0);
  expect(await allocated(ctx)).toBe(2);
});
