import type { OrderId, OrderLineId } from '@/lib/core/ids';

/** Units of a line promised at the wave's warehouse, in the order the wave serves them. */
export type PromisedLine = { orderId: OrderId; lineId: OrderLineId; sku: string; quantity: number };
export type OrderShare = { lines: { lineId: OrderLineId; quantity: number }[]; short: number };

/**
 * Who gets what was found: the wave's orders are served in their order until a SKU runs out. A SKU that nobody
 * ticked was not counted, so all of it is taken to be there.
 */
export function shareFound(
  promised: readonly PromisedLine[],
  found: ReadonlyMap<string, number>,
): Map<OrderId, OrderShare> {
  const left = new Map(found);
  const shares = new Map<OrderId, OrderShare>();
  for (const { orderId, lineId, sku, quantity } of promised) {
    const share = shares.get(orderId) ?? { lines: [], short: 0 };
    shares.set(orderId, share);
    const given = Math.min(quantity, left.get(sku) ?? quantity);
    if (left.has(sku)) left.set(sku, (left.get(sku) ?? 0) - given);
    if (given > 0) share.lines.push({ lineId, quantity: given });
    share.short += quantity - given;
  }
  return shares;
}
