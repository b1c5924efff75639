import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { orderAllocations } from '@/db/schema/orders';
import { shipmentLines, shipments } from '@/db/schema/shipping';
import { warehouses } from '@/db/schema/stock';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import type { OrderId } from '@/lib/core/ids';
import { readOrder } from './load-order';
import { type ActionFacts, nextAction, type OrderActions, orderActions } from './order-actions';
import { orderIdOf } from './read-order-head';

/** Every action of one order, by its id or number, with why not, as the API answers it. */
export async function getOrderActions(
  ctx: AnyCtx,
  key: string,
): Promise<{ actions: OrderActions; next: string | null }> {
  allow(ctx, 'order.read');
  const facts = await read(ctx, async (ctx) => readActionFacts(ctx, await orderIdOf(ctx, key)));
  const actions = orderActions(facts);
  return { actions, next: nextAction(facts, actions)?.action ?? null };
}

/** The facts `orderActions` decides by, in one snapshot. */
export async function readActionFacts(ctx: AnyCtx, orderId: OrderId): Promise<ActionFacts> {
  allow(ctx, 'order.read');
  return read(ctx, async (ctx) => {
    const [order, promised, parcels] = await Promise.all([
      readOrder(ctx, orderId),
      ctx.db
        .select({
          warehouseId: warehouses.id,
          warehouse: warehouses.name,
          units: sql<number>`sum(${orderAllocations.quantity})`.mapWith(Number),
        })
        .from(orderAllocations)
        .innerJoin(
          warehouses,
          and(
            eq(warehouses.storeId, orderAllocations.storeId),
            eq(warehouses.id, orderAllocations.warehouseId),
          ),
        )
        .where(and(eq(orderAllocations.storeId, ctx.store.id), eq(orderAllocations.orderId, orderId)))
        .groupBy(warehouses.id, warehouses.name, warehouses.priority)
        .orderBy(asc(warehouses.priority)),
      ctx.db
        .select({
          id: shipments.id,
          sequence: shipments.sequence,
          status: shipments.status,
          units: sql<number>`sum(${shipmentLines.quantity})`.mapWith(Number),
        })
        .from(shipments)
        .innerJoin(
          shipmentLines,
          and(eq(shipmentLines.storeId, shipments.storeId), eq(shipmentLines.shipmentId, shipments.id)),
        )
        .where(
          and(
            eq(shipments.storeId, ctx.store.id),
            eq(shipments.orderId, orderId),
            ne(shipments.status, 'canceled'),
          ),
        )
        .groupBy(shipments.id, shipments.sequence, shipments.status)
        .orderBy(asc(shipments.sequence)),
    ]);
    const buyerNamed = Boolean(order.customerName);
    const held = order.heldAt !== null;
    return { ...order, held, buyerNamed, promised, shipments: parcels, permissions: ctx.actor.permissions };
  });
}
