import type { VariantId, WarehouseId } from '@/lib/core/ids';

/** What one warehouse can still give of one variant (safety stock already taken off where it guards). */
export type Supply = { warehouseId: WarehouseId; priority: number; variantId: VariantId; free: number };
export type Demand = { variantId: VariantId; quantity: number };
export type Allocation = { warehouseId: WarehouseId; variantId: VariantId; quantity: number };
export type Routing = { allocations: Allocation[]; missing: Demand[] };

/** Subsets are searched exactly up to this many warehouses; beyond it the first by priority stand for all. */
const EXACT_UP_TO = 10;

/**
 * Chooses where an order's units come from: one warehouse that has everything, by priority; else the fewest that
 * together have it; else as much as there is, the rest named as missing (domain.md §3 "Which warehouse").
 */
export function chooseWarehouses(
  demands: readonly Demand[],
  supply: readonly Supply[],
  maySplit: boolean,
): Routing {
  const wanted = mergeDemands(demands);
  const houses = byPriority(supply);
  const covering = smallestCover(wanted, houses, maySplit ? houses.length : 1);
  if (covering) return fill(wanted, covering);
  if (maySplit) return fill(wanted, houses);
  const best = [...houses].sort((a, b) => covered(wanted, [b]) - covered(wanted, [a]))[0];
  return fill(wanted, best ? [best] : []);
}

type House = { warehouseId: WarehouseId; priority: number; free: Map<VariantId, number> };

export function mergeDemands(demands: readonly Demand[]): Demand[] {
  const total = new Map<VariantId, number>();
  for (const { variantId, quantity } of demands) total.set(variantId, (total.get(variantId) ?? 0) + quantity);
  return [...total].map(([variantId, quantity]) => ({ variantId, quantity }));
}

function byPriority(supply: readonly Supply[]): House[] {
  const houses = new Map<WarehouseId, House>();
  for (const { warehouseId, priority, variantId, free } of supply) {
    const house = houses.get(warehouseId) ?? { warehouseId, priority, free: new Map() };
    if (free > 0) house.free.set(variantId, free);
    houses.set(warehouseId, house);
  }
  const order = (a: House, b: House) => a.priority - b.priority || (a.warehouseId < b.warehouseId ? -1 : 1);
  return [...houses.values()].filter((house) => house.free.size > 0).sort(order);
}

function covered(demands: readonly Demand[], houses: readonly House[]): number {
  let units = 0;
  for (const { variantId, quantity } of demands) {
    units += Math.min(
      quantity,
      houses.reduce((sum, house) => sum + (house.free.get(variantId) ?? 0), 0),
    );
  }
  return units;
}

/** The smallest set of houses that has everything; among equals the one that comes first by priority. */
function smallestCover(demands: readonly Demand[], houses: readonly House[], most: number): House[] | null {
  const all = demands.reduce((sum, demand) => sum + demand.quantity, 0);
  const pool = houses.slice(0, EXACT_UP_TO);
  for (let size = 1; size <= Math.min(most, pool.length); size++) {
    const found = firstSubset(pool, size, (subset) => covered(demands, subset) === all);
    if (found) return found;
  }
  return null;
}

function firstSubset(
  pool: readonly House[],
  size: number,
  fits: (subset: House[]) => boolean,
): House[] | null {
  const walk = (start: number, subset: House[]): House[] | null => {
    if (subset.length === size) return fits(subset) ? subset : null;
    for (let i = start; i < pool.length; i++) {
      const house = pool[i];
      const found = house && walk(i + 1, [...subset, house]);
      if (found) return found;
    }
    return null;
  };
  return walk(0, []);
}

function fill(demands: readonly Demand[], houses: readonly House[]): Routing {
  const allocations: Allocation[] = [];
  const missing: Demand[] = [];
  for (const { variantId, quantity } of demands) {
    let left = quantity;
    for (const house of houses) {
      const taken = Math.min(left, house.free.get(variantId) ?? 0);
      if (taken > 0) allocations.push({ warehouseId: house.warehouseId, variantId, quantity: taken });
      left -= taken;
    }
    if (left > 0) missing.push({ variantId, quantity: left });
  }
  return { allocations, missing };
}
