import { describe, expect } from 'vitest';
import { test } from '@/test/rollback-test';
import { oneVariant } from '@/test/some-product';
import { someWarehouse, stocked } from '@/test/some-warehouse';
import { adjustStock } from './adjust-stock';
import { listLevels } from './list-levels';
import { listMovements } from './list-movements';
import { setStockPolicy } from './set-stock-policy';
import { variantStock } from './variant-stock';

describe('listLevels', () => {
  test('one row a variant, by SKU, with where it is and whether it runs low', async ({
    ctx,
    inOtherStore,
  }) => {
    const leeds = await someWarehouse(ctx, { priority: 1 });
    const rotterdam = await someWarehouse(ctx, { code: 'RTM', name: 'Rotterdam', priority: 2 });
    const [full, low, out] = await Promise.all([
      oneVariant(ctx, 'B-FULL'),
      oneVariant(ctx, 'A-LOW'),
      oneVariant(ctx, 'C-OUT'),
    ]);
    await stocked(ctx, full.variantId, rotterdam, 5);
    await stocked(ctx, full.variantId, leeds, 7);
    await stocked(ctx, low.variantId, leeds, 2);
    await setStockPolicy(ctx, {
      variantId: low.variantId,
      level: { warehouseId: leeds, safetyStock: 2, bin: 'A-1' },
    });
    const skus = async (input: Parameters<typeof listLevels>[1]) =>
      (await listLevels(ctx, input)).levels.map((level) => [level.sku, level.available, level.state]);
    expect(await skus({})).toEqual([
      ['A-LOW', 2, 'low'],
      ['B-FULL', 12, 'in_stock'],
      ['C-OUT', 0, 'out'],
    ]);
    expect(await skus({ view: 'low' })).toEqual([['A-LOW', 2, 'low']]);
    expect(await skus({ view: 'out' })).toEqual([['C-OUT', 0, 'out']]);
    expect(await skus({ warehouseId: rotterdam })).toEqual([
      ['A-LOW', 0, 'out'],
      ['B-FULL', 5, 'in_stock'],
      ['C-OUT', 0, 'out'],
    ]);
    expect(await skus({ text: 'full' })).toEqual([['B-FULL', 12, 'in_stock']]);
    const first = await listLevels(ctx, { size: 2 });
    expect(first.levels[1]?.places).toEqual([
      { warehouse: 'Leeds', available: 7, bin: '' },
      { warehouse: 'Rotterdam', available: 5, bin: '' },
    ]);
    const second = await listLevels(ctx, { size: 2, cursor: first.after });
    expect(second.levels.map((level) => level.variantId)).toEqual([out.variantId]);
    expect((await listLevels(ctx, { size: 2, cursor: second.before })).levels).toEqual(first.levels);
    await inOtherStore(async (other) => expect((await listLevels(other, {})).levels).toEqual([]));
  });
});

describe('listMovements', () => {
  test('explains a number, newest first, paged, by whom', async ({ ctx, as, inOtherStore }) => {
    const { variantId } = await oneVariant(ctx, 'A');
    const warehouseId = await someWarehouse(ctx);
    await stocked(ctx, variantId, warehouseId, 9);
    await adjustStock(as('stock'), { variantId, warehouseId, difference: -2, reason: 'damaged' });
    await adjustStock(ctx, { variantId, warehouseId, difference: 1, reason: 'found' });
    const first = await listMovements(ctx, { variantId, size: 2 });
    expect(first.movements).toMatchObject([
      { code: 'adjust', change: 1, balanceAfter: 8, reason: 'found', actor: 'Test owner', order: null },
      { code: 'damage', change: -2, balanceAfter: 7, actor: 'Test stock', warehouse: 'Leeds' },
    ]);
    const rest = await listMovements(ctx, { variantId, warehouseId, size: 2, cursor: first.after });
    expect(rest.movements).toMatchObject([{ code: 'opening', change: 9, balanceAfter: 9 }]);
    expect((await listMovements(ctx, { variantId, size: 2, cursor: rest.before })).movements).toEqual(
      first.movements,
    );
    await inOtherStore(async (other) =>
      expect((await listMovements(other, { variantId })).movements).toEqual([]),
    );
  });
});

describe('variantStock', () => {
  test('shows every open warehouse, counted or not, and the sum', async ({ ctx }) => {
    const { variantId } = await oneVariant(ctx, 'A');
    const leeds = await someWarehouse(ctx, { priority: 1 });
    await someWarehouse(ctx, { code: 'RTM', name: 'Rotterdam', priority: 2 });
    await stocked(ctx, variantId, leeds, 9);
    await adjustStock(ctx, { variantId, warehouseId: leeds, difference: -2, reason: 'damaged' });
    await setStockPolicy(ctx, { variantId, backorderCap: 4 });
    expect(await variantStock(ctx, variantId)).toMatchObject({
      levels: [
        { warehouse: 'Leeds', available: 7, damaged: 2, onHand: 9 },
        { warehouse: 'Rotterdam', available: 0, onHand: 0, bin: '' },
      ],
      total: { available: 7, damaged: 2, onHand: 9 },
      backorderCap: 4,
      backordered: 0,
    });
  });
});
