import { describe, expect } from 'vitest';
import { newId } from '@/lib/core/ids';
import { eventsOf } from '@/test/events-of';
import { test } from '@/test/rollback-test';
import { oneVariant } from '@/test/some-product';
import { someWarehouse, stocked } from '@/test/some-warehouse';
import { activateWarehouse } from './activate-warehouse';
import { createWarehouse } from './create-warehouse';
import { deactivateWarehouse } from './deactivate-warehouse';
import { editWarehouse } from './edit-warehouse';
import { listWarehouses } from './list-warehouses';

const facts = { code: 'RTM', name: 'Rotterdam', country: 'NL', city: 'Rotterdam', priority: 20 };

describe('warehouses', () => {
  test('are opened once per id, with one event', async ({ ctx }) => {
    const input = { ...facts, id: newId('whs'), code: 'rtm' };
    expect(await createWarehouse(ctx, input)).toEqual({ warehouseId: input.id });
    expect(await createWarehouse(ctx, input)).toEqual({ warehouseId: input.id });
    expect(await eventsOf(ctx)).toEqual([['warehouse.created', { warehouseId: input.id }]]);
    await expect(createWarehouse(ctx, { ...input, code: 'X' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(createWarehouse(ctx, facts)).rejects.toMatchObject({
      key: 'stock.errors.warehouseCodeTaken',
      details: { problems: [{ pointer: '/code' }] },
    });
  });

  test('are edited by version, named fields only', async ({ ctx }) => {
    const warehouseId = await someWarehouse(ctx);
    const input = { ...facts, warehouseId, version: 1 };
    expect(await editWarehouse(ctx, input)).toEqual({ warehouseId, version: 2 });
    expect(await editWarehouse(ctx, input)).toEqual({ warehouseId, version: 2 });
    expect((await eventsOf(ctx, warehouseId)).at(-1)).toEqual([
      'warehouse.edited',
      { warehouseId, fields: ['code', 'name', 'country', 'city', 'priority'] },
    ]);
    await expect(editWarehouse(ctx, { ...input, name: 'Mine' })).rejects.toMatchObject({
      key: 'stock.errors.warehouseChanged',
    });
    await someWarehouse(ctx);
    await expect(editWarehouse(ctx, { ...input, version: 2, code: 'leeds' })).rejects.toMatchObject({
      key: 'stock.errors.warehouseCodeTaken',
    });
  });

  test('close and open again, but not while orders hold stock there', async ({ ctx }) => {
    const warehouseId = await someWarehouse(ctx);
    const { variantId } = await oneVariant(ctx, 'HH-1');
    await stocked(ctx, variantId, warehouseId, 5);
    await deactivateWarehouse(ctx, { warehouseId });
    await deactivateWarehouse(ctx, { warehouseId });
    expect(await listWarehouses(ctx)).toMatchObject([
      { warehouseId, active: false, onHand: 5, allocated: 0 },
    ]);
    await activateWarehouse(ctx, { warehouseId });
    await ctx.raw('update stock_levels set available = 3, allocated = 2');
    await expect(deactivateWarehouse(ctx, { warehouseId })).rejects.toMatchObject({
      code: 'CONFLICT',
      key: 'stock.errors.warehouseHolds',
      details: { params: { name: 'Leeds', units: 2 } },
    });
    expect((await eventsOf(ctx, warehouseId)).map(([type]) => type)).toEqual([
      'warehouse.created',
      'warehouse.deactivated',
      'warehouse.activated',
    ]);
  });

  test('are for settings only, and each store has its own', async ({ ctx, as, inOtherStore }) => {
    const warehouseId = await someWarehouse(ctx);
    const stock = as('stock');
    await expect(createWarehouse(stock, facts)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(editWarehouse(stock, { ...facts, warehouseId, version: 1 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(deactivateWarehouse(stock, { warehouseId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(activateWarehouse(stock, { warehouseId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await inOtherStore(async (other) => {
      expect(await listWarehouses(other)).toEqual([]);
      await expect(deactivateWarehouse(other, { warehouseId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(editWarehouse(other, { ...facts, warehouseId, version: 1 })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await someWarehouse(other);
    });
    expect(await listWarehouses(as('analyst'))).toHaveLength(1);
  });
});
