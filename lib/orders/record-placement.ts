import { events } from '@/db/schema/events';
import { actorRef } from '@/lib/core/actor';
import { send, type TxCtx } from '@/lib/core/ctx';
import { newId, type WarehouseId } from '@/lib/core/ids';
import type { EventPayloads, EventType } from '@/lib/events/event-types';
import { type OrderPlan, placement } from './plan-order';

/** Placed, allocated and, where its terms allow, confirmed: one statement. */
export async function recordPlacement(ctx: TxCtx, plan: OrderPlan, number: number): Promise<void> {
  const base = {
    storeId: ctx.store.id,
    subject: plan.request.id,
    actor: actorRef(ctx.actor),
    at: ctx.now,
    requestId: ctx.requestId,
  };
  const event = <T extends EventType>(type: T, payload: EventPayloads[T]) => ({
    ...base,
    id: newId('evt'),
    type,
    payload,
  });
  const { totalMinor } = plan.priced;
  const { confirmedAt, shipByAt } = placement(plan, ctx.store, ctx.now);
  const rows = [
    event('order.placed', {
      number,
      totalMinor,
      currency: ctx.store.currency,
      channel: plan.request.channel,
    }),
    event('order.allocated', { warehouses: unitsByWarehouse(plan), backordered: backorderedUnits(plan) }),
    ...(confirmedAt
      ? [event('order.confirmed', { automatic: true, shipByAt: shipByAt?.toISOString() ?? null })]
      : []),
  ];
  await send(ctx, ctx.db.insert(events).values(rows));
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
