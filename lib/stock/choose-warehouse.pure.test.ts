import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId, type VariantId, type WarehouseId } from '@/lib/core/ids';
import { chooseWarehouses, type Demand, mergeDemands, type Supply } from './choose-warehouse';

const houses: WarehouseId[] = Array.from({ length: 12 }, () => newId('whs'));
const variants: VariantId[] = Array.from({ length: 3 }, () => newId('var'));
const house = (i: number) => houses[i] ?? newId('whs');
const variant = (i: number) => variants[i] ?? newId('var');
const has = (i: number, of: number, free: number, priority = i): Supply => ({
  warehouseId: house(i),
  variantId: variant(of),
  free,
  priority,
});
const wants = (...quantities: number[]): Demand[] =>
  quantities.map((quantity, i) => ({ variantId: variant(i), quantity }));
const usedBy = (demands: readonly Demand[], supply: readonly Supply[], maySplit = true) => {
  const { allocations, missing } = chooseWarehouses(demands, supply, maySplit);
  const used = [...new Set(allocations.map(({ warehouseId }) => houses.indexOf(warehouseId)))];
  return { used, missing: missing.map(({ quantity }) => quantity) };
};

describe('where units come from', () => {
  test('one warehouse that has everything, the first by priority', () => {
    const supply = [has(0, 0, 5), has(1, 0, 9), has(2, 0, 9), has(1, 1, 9), has(2, 1, 9)];
    expect(usedBy(wants(5, 1), supply)).toEqual({ used: [1], missing: [] });
  });

  test('else the fewest parcels, not the first that help', () => {
    const supply = [has(0, 0, 1), has(1, 0, 2), has(2, 0, 4), has(3, 0, 4)];
    expect(usedBy(wants(5), supply)).toEqual({ used: [0, 2], missing: [] });
    expect(usedBy(wants(8), supply)).toEqual({ used: [2, 3], missing: [] });
  });

  test('without splitting: the one that has most of it, the rest is missing', () => {
    const supply = [has(0, 0, 2), has(1, 0, 3)];
    expect(usedBy(wants(4), supply, false)).toEqual({ used: [1], missing: [1] });
    expect(usedBy(wants(3), supply, false)).toEqual({ used: [1], missing: [] });
  });

  test('nothing anywhere, or less than nothing after the safety stock, is missing', () => {
    expect(usedBy(wants(2), [])).toEqual({ used: [], missing: [2] });
    expect(usedBy(wants(2), [has(0, 0, -3), has(1, 0, 0)], false)).toEqual({ used: [], missing: [2] });
    expect(chooseWarehouses([], [has(0, 0, 1)], true)).toEqual({ allocations: [], missing: [] });
  });

  test('two lines of one variant are one demand', () => {
    const twice = [...wants(2), ...wants(3)];
    expect(mergeDemands(twice)).toEqual(wants(5));
    expect(usedBy(twice, [has(0, 0, 4), has(1, 0, 5)])).toEqual({ used: [1], missing: [] });
  });

  test('more warehouses than are searched exactly still give all they have', () => {
    const supply = houses.map((_, i) => has(i, 0, 1));
    expect(usedBy(wants(12), supply)).toEqual({ used: houses.map((_, i) => i), missing: [] });
  });
});

const supplies = fc.uniqueArray(
  fc.record({ at: fc.nat({ max: 11 }), of: fc.nat({ max: 2 }), free: fc.integer({ min: -2, max: 8 }) }),
  { selector: ({ at, of }) => `${at}|${of}`, maxLength: 20 },
);
const demands = fc.array(fc.record({ of: fc.nat({ max: 2 }), quantity: fc.integer({ min: 1, max: 12 }) }), {
  maxLength: 5,
});

test('whatever there is: never more than there is, every unit given or missing, none missing that a split could give', () => {
  fc.assert(
    fc.property(supplies, demands, fc.boolean(), (there, asked, maySplit) => {
      const supply = there.map(({ at, of, free }) => has(at, of, free, at % 3));
      const wanted = mergeDemands(asked.map(({ of, quantity }) => ({ variantId: variant(of), quantity })));
      const { allocations, missing } = chooseWarehouses(wanted, supply, maySplit);
      for (const { warehouseId, variantId, quantity } of allocations) {
        const free =
          supply.find((s) => s.warehouseId === warehouseId && s.variantId === variantId)?.free ?? 0;
        expect(quantity).toBeGreaterThan(0);
        expect(quantity).toBeLessThanOrEqual(free);
      }
      for (const { variantId, quantity } of wanted) {
        const of = (rows: readonly Demand[]) =>
          rows.filter((row) => row.variantId === variantId).reduce((total, row) => total + row.quantity, 0);
        expect(of(allocations) + of(missing)).toBe(quantity);
        const free = supply
          .filter((s) => s.variantId === variantId)
          .reduce((n, s) => n + Math.max(0, s.free), 0);
        if (maySplit) expect(of(missing)).toBe(Math.max(0, quantity - free));
      }
      const used = new Set(allocations.map(({ warehouseId }) => warehouseId));
      if (!maySplit) expect(used.size).toBeLessThanOrEqual(1);
    }),
  );
});
