import { expect, test } from 'vitest';
import { newId } from '@/lib/core/ids';
import { committedStore, race } from '@/test/committed-store';
import { oneVariant } from '@/test/some-product';
import { someWarehouse, stocked } from '@/test/some-warehouse';
import { adjustStock } from './adjust-stock';
import { checkStock } from './check-stock';
import { receiveStock } from './receive-stock';

test('thirty take from ten: ten get, twenty are told what is left', async () => {
  const { ctx } = await committedStore();
  const { variantId } = await oneVariant(ctx, 'RACE');
  const warehouseId = await someWarehouse(ctx);
  await stocked(ctx, variantId, warehouseId, 10);
  const results = await race(30, () =>
    adjustStock(ctx, { variantId, warehouseId, difference: -1, reason: 'lost' }),
  );
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(10);
  for (const result of results) {
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ key: 'stock.errors.tooFew' });
  }
  expect(await checkStock(ctx)).toEqual({ differences: [] });
});

test('one receipt sent by twenty hands at once is received once', async () => {
  const { ctx } = await committedStore();
  const { variantId } = await oneVariant(ctx, 'TWICE');
  const warehouseId = await someWarehouse(ctx);
  const input = { id: newId('mov'), variantId, warehouseId, quantity: 7 };
  const results = await race(20, () => receiveStock(ctx, input));
  for (const result of results) {
    expect(result).toEqual({ status: 'fulfilled', value: { movementId: input.id, after: 7 } });
  }
  expect(await checkStock(ctx)).toEqual({ differences: [] });
});
