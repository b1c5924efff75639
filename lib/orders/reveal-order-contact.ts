import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { orders } from '@/db/schema/orders';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import { record } from '@/lib/events/record';
import { idSchema } from './order-request';
import { parseAddress } from './shown-address';

export const revealOrderContactInput = z.object({ orderId: idSchema('ord') });

/** How to reach who bought, and who is at the door. */
export type OrderContact = {
  email: string | null;
  phone: string | null;
  shipToPhone: string;
  billToPhone: string;
};

/** Shows an order's e-mail and phones, those of its addresses too, and remembers who looked. */
export async function revealOrderContact(
  ctx: AnyCtx,
  input: z.output<typeof revealOrderContactInput>,
): Promise<OrderContact> {
  allow(ctx, 'customer.contact');
  return transact(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select({
        email: orders.email,
        phone: orders.phone,
        shipTo: orders.shipTo,
        billTo: orders.billTo,
        customerId: orders.customerId,
      })
      .from(orders)
      .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, input.orderId)));
    if (!row) throw notFound('order-errors.notFound');
    await record(ctx, 'customer.revealed', input.orderId, { customerId: row.customerId ?? '' });
    const phoneOf = (json: string | null) => (json && parseAddress(json)?.phone) || '';
    return {
      email: row.email,
      phone: row.phone,
      shipToPhone: phoneOf(row.shipTo),
      billToPhone: phoneOf(row.billTo),
    };
  });
}
