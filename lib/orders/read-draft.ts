import { and, asc, eq } from 'drizzle-orm';
import { orderCharges, orderLines, orders } from '@/db/schema/orders';
import { allow } from '@/lib/access/allow';
import { keptAddressSchema } from '@/lib/core/address';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { conflict, notFound } from '@/lib/core/errors';
import type { OrderId } from '@/lib/core/ids';
import type { OrderRequest } from './order-request';
import type { Discount } from './price-order';

export type StoredDraft = OrderRequest & { version: number };

/** A draft as the request it was written from: for the editor, and for placing it. */
export async function readDraft(ctx: AnyCtx, orderId: OrderId): Promise<StoredDraft> {
  allow(ctx, 'order.read');
  return read(ctx, async (ctx) => {
    const mine = (table: typeof orderLines | typeof orderCharges) =>
      and(eq(table.storeId, ctx.store.id), eq(table.orderId, orderId));
    const [[order], lines, charges] = await Promise.all([
      ctx.db
        .select()
        .from(orders)
        .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, orderId))),
      ctx.db.select().from(orderLines).where(mine(orderLines)).orderBy(asc(orderLines.position)),
      ctx.db
        .select()
        .from(orderCharges)
        .where(and(mine(orderCharges), eq(orderCharges.kind, 'discount'))),
    ]);
    if (!order) throw notFound('order-errors.notFound');
    if (order.status !== 'draft') throw conflict('order-errors.notDraft');
    const discountOf = (lineId: string | null) =>
      toDiscount(charges.find((charge) => charge.lineId === lineId));
    return {
      id: order.id,
      version: order.version,
      channel: order.channel,
      externalId: order.externalId,
      customer: {
        id: order.customerId,
        name: order.customerName ?? '',
        email: order.email ?? '',
        phone: order.phone ?? '',
      },
      shipTo: toAddress(order.shipTo),
      billTo: toAddress(order.billTo),
      lines: lines.map((line) => ({
        id: line.id,
        variantId: line.variantId,
        sku: null,
        quantity: line.quantity,
        unitPriceE4: null,
        discount: discountOf(line.id),
      })),
      discount: discountOf(null),
      discountReason: order.discountReason,
      shippingMethodId: order.shippingMethodId,
      paymentMethod: order.paymentMethod,
      tags: order.tags,
    };
  });
}

export const toAddress = (text: string | null) => (text ? keptAddressSchema.parse(JSON.parse(text)) : null);

function toDiscount(charge: { basis: string; amountMinor: number } | undefined): Discount | null {
  if (!charge) return null;
  const percent = /^percent:(\d+)$/.exec(charge.basis);
  return percent
    ? { kind: 'percent', hundredths: Number(percent[1]) }
    : { kind: 'amount', amountMinor: -charge.amountMinor };
}
