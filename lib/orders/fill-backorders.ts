import { and, asc, eq, gt, inArray, or } from 'drizzle-orm';
import { orderLines, orders } from '@/db/schema/orders';
import { stockLevels, warehouses } from '@/db/schema/stock';
import { storeSettings } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx, transact } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import type { OrderId, VariantId, WarehouseId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { chooseWarehouses, type Supply } from '@/lib/stock/choose-warehouse';
import { moveStock } from '@/lib/stock/move-stock';
import { lockBackorders, releaseBackorders } from '@/lib/stock/take-backorders';
import { byLine, byVariant } from './cancel-units';
import { type LoadedOrder, loadOrder } from './load-order';
import { type AllocatedUnits, giveAllocations, moveUnits } from './move-units';
import { keepsSafetyStock } from './plan-order';
import { settleOrder } from './settle-order';

const BATCH = 20;
const WAITING = ['pending', 'confirmed', 'processing'] as const;

/** When stock arrives: backordered units are promised, oldest order first. Returns how many orders got some. */
export async function fillBackorders(ctx: AnyCtx, variantIds: readonly VariantId[]): Promise<number> {
  allow(ctx, 'stock.write');
  if (variantIds.length === 0) return 0;
  let filled = 0;
  let last: Waiting | undefined;
  for (;;) {
    const waiting = await nextWaiting(ctx, variantIds, last);
    for (const { id } of waiting) if (await transact(ctx, (ctx) => fillOrder(ctx, id))) filled++;
    last = waiting.at(-1);
    if (waiting.length < BATCH) return filled;
  }
}

type Waiting = { id: OrderId; placedAt: Date | null };

function nextWaiting(ctx: AnyCtx, variantIds: readonly VariantId[], last?: Waiting): Promise<Waiting[]> {
  const after = last?.placedAt
    ? or(gt(orders.placedAt, last.placedAt), and(eq(orders.placedAt, last.placedAt), gt(orders.id, last.id)))
    : undefined;
  return read(ctx, (ctx) =>
    ctx.db
      .selectDistinct({ id: orders.id, placedAt: orders.placedAt })
      .from(orderLines)
      .innerJoin(orders, and(eq(orders.storeId, orderLines.storeId), eq(orders.id, orderLines.orderId)))
      .where(
        and(
          eq(orderLines.storeId, ctx.store.id),
          inArray(orderLines.variantId, [...variantIds]),
          gt(orderLines.backordered, 0),
          inArray(orders.status, [...WAITING]),
          after,
        ),
      )
      .orderBy(asc(orders.placedAt), asc(orders.id))
      .limit(BATCH),
  );
}

async function fillOrder(ctx: TxCtx, orderId: OrderId): Promise<boolean> {
  const order = await loadOrder(ctx, orderId);
  const units = await route(ctx, order);
  if (units.length === 0) return false;
  const moved = await moveStock(ctx, units, {
    code: 'allocate',
    from: 'available',
    to: 'allocated',
    causeId: orderId,
    keepSafetyStock: keepsSafetyStock(order),
  });
  const levels = new Set(units.map((unit) => `${unit.warehouseId}|${unit.variantId}`)).size;
  invariant(moved === levels, 'levels locked for a backorder still hold what was read');
  await moveUnits(ctx, orderId, byLine(units), 'backordered', 'allocated');
  await giveAllocations(ctx, orderId, units);
  await releaseBackorders(ctx, byVariant(units));
  await record(ctx, 'order.backorder_filled', orderId, { warehouses: byWarehouse(units) });
  await settleOrder(ctx, orderId);
  return true;
}

type Filled = AllocatedUnits & { variantId: VariantId };

async function route(ctx: TxCtx, order: LoadedOrder): Promise<Filled[]> {
  const lines = order.lines.flatMap((line) =>
    line.variantId && line.backordered > 0 ? [{ ...line, variantId: line.variantId }] : [],
  );
  if (lines.length === 0) return [];
  await lockBackorders(
    ctx,
    lines.map((line) => line.variantId),
  );
  const supply = await ctx.db
    .select({
      warehouseId: stockLevels.warehouseId,
      variantId: stockLevels.variantId,
      free: stockLevels.available,
      safetyStock: stockLevels.safetyStock,
      priority: warehouses.priority,
    })
    .from(stockLevels)
    .innerJoin(
      warehouses,
      and(eq(warehouses.storeId, stockLevels.storeId), eq(warehouses.id, stockLevels.warehouseId)),
    )
    .where(
      and(
        eq(stockLevels.storeId, ctx.store.id),
        eq(warehouses.active, true),
        gt(stockLevels.available, 0),
        inArray(
          stockLevels.variantId,
          lines.map((line) => line.variantId),
        ),
      ),
    )
    .orderBy(asc(stockLevels.warehouseId), asc(stockLevels.variantId))
    .for('update', { of: stockLevels });
  const demands = lines.map((line) => ({ variantId: line.variantId, quantity: line.backordered }));
  const maySplit = await splitsShipments(ctx);
  const left = chooseWarehouses(demands, usable(order, supply, maySplit), maySplit).allocations;
  return lines.flatMap((line) =>
    take(left, line.variantId, line.backordered).map((part) => ({ ...part, lineId: line.id })),
  );
}

type Level = Supply & { safetyStock: number };

/** What an order may be filled from: the rules it was placed by still hold, safety stock and one parcel alike. */
function usable(order: LoadedOrder, supply: readonly Level[], maySplit: boolean): Supply[] {
  const houses = new Set(order.allocations.map((allocation) => allocation.warehouseId));
  const guarded = keepsSafetyStock(order);
  return supply
    .filter((level) => maySplit || houses.size === 0 || houses.has(level.warehouseId))
    .map((level) => ({ ...level, free: level.free - (guarded ? level.safetyStock : 0) }));
}

async function splitsShipments(ctx: TxCtx): Promise<boolean> {
  const [rules] = await ctx.db
    .select({ split: storeSettings.splitShipments })
    .from(storeSettings)
    .where(eq(storeSettings.storeId, ctx.store.id));
  return rules?.split ?? false;
}

function take(
  left: { warehouseId: WarehouseId; variantId: VariantId; quantity: number }[],
  variantId: VariantId,
  most: number,
) {
  let wanted = most;
  const parts: { warehouseId: WarehouseId; variantId: VariantId; quantity: number }[] = [];
  for (const source of left) {
    if (source.variantId !== variantId) continue;
    const quantity = Math.min(source.quantity, wanted);
    source.quantity -= quantity;
    wanted -= quantity;
    if (quantity > 0) parts.push({ warehouseId: source.warehouseId, variantId, quantity });
  }
  return parts;
}

function byWarehouse(units: readonly AllocatedUnits[]) {
  const sums = new Map<WarehouseId, number>();
  for (const { warehouseId, quantity } of units)
    sums.set(warehouseId, (sums.get(warehouseId) ?? 0) + quantity);
  return [...sums].map(([warehouseId, quantity]) => ({ warehouseId, quantity }));
}
