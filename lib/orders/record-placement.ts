import type { TxCtx } from '@/lib/core/ctx';
import type { WarehouseId } from '@/lib/core/ids';
import { type NewEvent, recordAll } from '@/lib/events/record';
import { type OrderPlan, placement } from './plan-order';

/** Placed, allocated and, where its terms allow, confirmed: one statement. */
export async function recordPlacement(ctx: TxCtx, plan: OrderPlan, number: number): Promise<void> {
  const { id: subject, channel } = plan.request;
  const { totalMinor } = plan.priced;
  const { confirmedAt, shipByAt } = placement(plan, ctx.store, ctx.now);
  const allocated = { warehouses: unitsByWarehouse(plan), backordered: backorderedUnits(plan) };
  const happened: NewEvent[] = [
    { type: 'order.placed', subject, payload: { number, totalMinor, currency: ctx.store.currency, channel } },
    { type: 'order.allocated', subject, payload: allocated },
  ];
  if (confirmedAt) {
    const payload = { automatic: true, shipByAt: shipByAt?.toISOString() ?? null };
    happened.push({ type: 'order.confirmed', subject, payload });
  }
  await recordAll(ctx, happened);
}

const backorderedUnits = (plan: OrderPlan) =>
  plan.backorders.reduce((sum, demand) => sum + demand.quantity, 0);

function unitsByWarehouse(plan: OrderPlan) {
  const units = new Map<WarehouseId, number>();
  for (const { warehouseId, quantity } of plan.allocations) {
    units.set(warehouseId, (units.get(warehouseId) ?? 0) + quantity);
  }
  return [...units].map(([warehouseId, quantity]) => ({ warehouseId, quantity }));
}
