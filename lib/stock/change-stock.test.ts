import { and, asc, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { stockLevels, stockMovements } from '@/db/schema/stock';
import type { TxCtx } from '@/lib/core/ctx';
import { DomainError } from '@/lib/core/errors';
import { newId, type VariantId } from '@/lib/core/ids';
import { eventsOf } from '@/test/events-of';
import { test } from '@/test/rollback-test';
import { oneVariant } from '@/test/some-product';
import { someWarehouse, stocked } from '@/test/some-warehouse';
import { type AdjustStockInput, adjustStock, adjustStockInput } from './adjust-stock';
import { checkStock } from './check-stock';
import { receiveStock } from './receive-stock';
import { setStock } from './set-stock';
import { setStockPolicy } from './set-stock-policy';

async function movementsOf(ctx: TxCtx, variantId: VariantId) {
  const rows = await ctx.db
    .select()
    .from(stockMovements)
    .where(and(eq(stockMovements.storeId, ctx.store.id), eq(stockMovements.variantId, variantId)))
    .orderBy(asc(stockMovements.id));
  return rows.map((row) => [
    row.code,
    `${row.fromBucket} → ${row.toBucket}`,
    row.quantity,
    row.balanceAfter,
    row.reason,
  ]);
}

async function levelOf(ctx: TxCtx, variantId: VariantId) {
  const [level] = await ctx.db
    .select({
      available: stockLevels.available,
      damaged: stockLevels.damaged,
      onHand: stockLevels.onHand,
      safetyStock: stockLevels.safetyStock,
      bin: stockLevels.bin,
    })
    .from(stockLevels)
    .where(and(eq(stockLevels.storeId, ctx.store.id), eq(stockLevels.variantId, variantId)));
  return level;
}

async function shelf(ctx: TxCtx, available = 0) {
  const { variantId } = await oneVariant(ctx, 'HH-1');
  const warehouseId = await someWarehouse(ctx);
  if (available > 0) await stocked(ctx, variantId, warehouseId, available);
  return { variantId, warehouseId };
}

describe('setStock', () => {
  test('opens a level, then counts up and down against lost', async ({ ctx }) => {
    const at = await shelf(ctx);
    expect(await setStock(ctx, { ...at, available: 12, reason: 'Opening' })).toMatchObject({
      before: 0,
      after: 12,
    });
    expect(await setStock(ctx, { ...at, available: 9, seen: 12, reason: 'Count' })).toMatchObject({
      before: 12,
      after: 9,
    });
    expect(await setStock(ctx, { ...at, available: 10, reason: 'Count' })).toMatchObject({
      before: 9,
      after: 10,
    });
    expect(await setStock(ctx, { ...at, available: 10, reason: 'Count' })).toEqual({
      movementId: null,
      before: 10,
      after: 10,
    });
    expect(await movementsOf(ctx, at.variantId)).toEqual([
      ['opening', 'supplier → available', 12, 12, 'Opening'],
      ['adjust', 'available → lost', 3, 9, 'Count'],
      ['adjust', 'lost → available', 1, 10, 'Count'],
    ]);
    expect(await eventsOf(ctx, at.variantId)).toEqual([
      ['stock.set', { ...at, before: 0, after: 12, reason: 'Opening' }],
      ['stock.set', { ...at, before: 12, after: 9, reason: 'Count' }],
      ['stock.set', { ...at, before: 9, after: 10, reason: 'Count' }],
    ]);
    expect(await checkStock(ctx)).toEqual({ differences: [] });
  });

  test('the same id again changes nothing; for another change it is refused', async ({ ctx }) => {
    const at = await shelf(ctx);
    const id = newId('mov');
    const first = await setStock(ctx, { ...at, id, available: 5, reason: 'Count' });
    await receiveStock(ctx, { ...at, quantity: 2 });
    expect(await setStock(ctx, { ...at, id, available: 5, seen: 0, reason: 'Count' })).toMatchObject({
      movementId: first.movementId,
      after: 5,
    });
    expect((await levelOf(ctx, at.variantId))?.available).toBe(7);
    await expect(setStock(ctx, { ...at, id, available: 6, reason: 'Count' })).rejects.toMatchObject({
      key: 'stock.errors.idTaken',
    });
  });

  test('a count is refused when the number changed since it was seen, with the new truth', async ({
    ctx,
  }) => {
    const at = await shelf(ctx, 5);
    await expect(setStock(ctx, { ...at, available: 4, seen: 6, reason: 'Count' })).rejects.toMatchObject({
      code: 'CONFLICT',
      key: 'stock.errors.changedSince',
      details: { params: { seen: 6, now: 5 } },
    });
    expect((await levelOf(ctx, at.variantId))?.available).toBe(5);
  });
});

describe('receiveStock', () => {
  test('adds what came, once per id', async ({ ctx }) => {
    const at = await shelf(ctx, 3);
    const input = { ...at, id: newId('mov'), quantity: 20, reason: 'DN 4711' };
    expect(await receiveStock(ctx, input)).toEqual({ movementId: input.id, after: 23 });
    expect(await receiveStock(ctx, input)).toEqual({ movementId: input.id, after: 23 });
    await expect(receiveStock(ctx, { ...input, quantity: 21 })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await movementsOf(ctx, at.variantId)).slice(1)).toEqual([
      ['receive', 'supplier → available', 20, 23, 'DN 4711'],
    ]);
    expect((await eventsOf(ctx, at.variantId)).slice(1)).toEqual([
      ['stock.received', { ...at, quantity: 20 }],
    ]);
  });
});

describe('adjustStock', () => {
  test('moves damage to the damaged units, loss out, a find in', async ({ ctx }) => {
    const at = await shelf(ctx, 10);
    await adjustStock(ctx, { ...at, difference: -2, reason: 'damaged' });
    await adjustStock(ctx, { ...at, difference: -3, reason: 'lost', note: 'Fell off the lorry' });
    expect(await adjustStock(ctx, { ...at, difference: 1, reason: 'found' })).toMatchObject({ after: 6 });
    expect((await movementsOf(ctx, at.variantId)).slice(1)).toEqual([
      ['damage', 'available → damaged', 2, 8, 'damaged'],
      ['adjust', 'available → lost', 3, 5, 'lost: Fell off the lorry'],
      ['adjust', 'lost → available', 1, 6, 'found'],
    ]);
    expect(await levelOf(ctx, at.variantId)).toMatchObject({ available: 6, damaged: 2, onHand: 8 });
    expect((await eventsOf(ctx, at.variantId)).at(-1)).toEqual([
      'stock.adjusted',
      { ...at, difference: 1, reason: 'found' },
    ]);
    expect(await checkStock(ctx)).toEqual({ differences: [] });
  });

  test('never passes below zero, and tells what is left', async ({ ctx }) => {
    const at = await shelf(ctx, 4);
    await expect(adjustStock(ctx, { ...at, difference: -5, reason: 'lost' })).rejects.toMatchObject({
      code: 'CONFLICT',
      key: 'stock.errors.tooFew',
      details: { params: { asked: 5, left: 4 } },
    });
    await expect(adjustStock(ctx, { ...at, difference: 1, reason: 'damaged' })).rejects.toMatchObject({
      key: 'stock.errors.tooFewDamaged',
      details: { params: { asked: 1, left: 0 } },
    });
    expect(await movementsOf(ctx, at.variantId)).toHaveLength(1);
    expect(await eventsOf(ctx, at.variantId)).toHaveLength(1);
  });

  test.for([
    [{ difference: 0, reason: 'lost' }, 'stock.errors.nothing'],
    [{ difference: 1, reason: 'lost' }, 'stock.errors.sign.lost'],
    [{ difference: -1, reason: 'found' }, 'stock.errors.sign.found'],
    [{ difference: -1, reason: 'other' }, 'stock.errors.note'],
    [{ difference: -1, reason: 'stolen' }, 'stock.errors.adjustReason'],
    [{ difference: 1.5, reason: 'found' }, 'stock.errors.units'],
  ] as const)('%o is not an adjustment', ([change, key]) => {
    const input = { warehouseId: newId('whs'), variantId: newId('var'), ...change };
    const { error } = adjustStockInput.safeParse(input);
    expect(error?.issues[0]?.message).toBe(key);
  });
});

describe('setStockPolicy', () => {
  test('sets safety stock, bin and cap, and names what changed', async ({ ctx }) => {
    const { variantId, warehouseId } = await shelf(ctx, 4);
    const input = { variantId, level: { warehouseId, safetyStock: 2, bin: 'A-04' }, backorderCap: 10 };
    expect(await setStockPolicy(ctx, input)).toEqual({ fields: ['safetyStock', 'bin', 'backorderCap'] });
    expect(await setStockPolicy(ctx, input)).toEqual({ fields: [] });
    expect(await levelOf(ctx, variantId)).toMatchObject({ safetyStock: 2, bin: 'A-04', available: 4 });
    expect((await eventsOf(ctx, variantId)).slice(1)).toEqual([
      ['stock.policy_changed', { variantId, fields: ['safetyStock', 'bin', 'backorderCap'] }],
    ]);
  });

  test('a cap below what is backordered already is refused', async ({ ctx }) => {
    const { variantId } = await shelf(ctx);
    await setStockPolicy(ctx, { variantId, backorderCap: 5 });
    await ctx.raw('update backorders set backordered = 3');
    await expect(setStockPolicy(ctx, { variantId, backorderCap: 2 })).rejects.toMatchObject({
      key: 'stock.errors.capTooLow',
      details: { params: { backordered: 3 } },
    });
  });
});

describe('who may change stock, and whose', () => {
  test.for(['fulfilment', 'support', 'finance', 'analyst', 'stranger'] as const)(
    '%s may not, and nothing moves',
    async (role, { ctx, as }) => {
      const at = await shelf(ctx, 4);
      const who = as(role);
      const forbidden = expect.objectContaining({ code: 'FORBIDDEN' });
      await expect(setStock(who, { ...at, available: 1, reason: 'x' })).rejects.toEqual(forbidden);
      await expect(receiveStock(who, { ...at, quantity: 1 })).rejects.toEqual(forbidden);
      await expect(adjustStock(who, { ...at, difference: 1, reason: 'found' })).rejects.toEqual(forbidden);
      await expect(setStockPolicy(who, { variantId: at.variantId, backorderCap: 1 })).rejects.toEqual(
        forbidden,
      );
      expect(await movementsOf(ctx, at.variantId)).toHaveLength(1);
    },
  );

  test('another store finds neither warehouse nor variant', async ({ ctx, inOtherStore }) => {
    const at = await shelf(ctx, 4);
    await inOtherStore(async (other) => {
      const own = {
        warehouseId: await someWarehouse(other),
        variantId: (await oneVariant(other, 'X')).variantId,
      };
      const change = { difference: 1, reason: 'found' } satisfies Partial<AdjustStockInput>;
      for (const mixed of [
        at,
        { ...own, variantId: at.variantId },
        { ...own, warehouseId: at.warehouseId },
      ]) {
        await expect(adjustStock(other, { ...mixed, ...change })).rejects.toMatchObject({
          code: 'NOT_FOUND',
        });
        await expect(setStock(other, { ...mixed, available: 1, reason: 'x' })).rejects.toBeInstanceOf(
          DomainError,
        );
      }
      await expect(setStockPolicy(other, { variantId: at.variantId, backorderCap: 1 })).rejects.toMatchObject(
        {
          code: 'NOT_FOUND',
        },
      );
    });
  });
});

describe('checkStock', () => {
  test('names the counter that its movements do not explain', async ({ ctx }) => {
    const at = await shelf(ctx, 4);
    await ctx.raw('update stock_levels set damaged = 3 where available = 4');
    expect(await checkStock(ctx)).toEqual({
      differences: [{ ...at, bucket: 'damaged', counter: 3, moved: 0 }],
    });
  });
});
