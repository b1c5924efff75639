import type { StoreRef } from '@/lib/core/ctx';
import type { WarehouseId } from '@/lib/core/ids';
import type { NewEvent } from '@/lib/events/record';
import type { OrderPlan, Placement } from './plan-order';

/** What happened when an order was placed: placed, allocated and, where its terms allow, confirmed. */
export function placementEvents(
  plan: OrderPlan,
  number: number,
  { confirmedAt, shipByAt }: Placement,
  { currency }: StoreRef,
): [NewEvent, ...NewEvent[]] {
  const { id: subject, channel } = plan.request;
  const { totalMinor } = plan.priced;
  const allocated = { warehouses: unitsByWarehouse(plan), backordered: backorderedUnits(plan) };
  const happened: [NewEvent, ...NewEvent[]] = [
    { type: 'order.placed', subject, payload: { number, totalMinor, currency, channel } },
    { type: 'order.allocated', subject, payload: allocated },
  ];
  if (confirmedAt) {
    const payload = { automatic: true, shipByAt: shipByAt?.toISOString() ?? null };
    happened.push({ type: 'order.confirmed', subject, payload });
  }
  return happened;
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
