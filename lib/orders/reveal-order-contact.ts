import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { orders } from '@/db/schema/orders';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import { record } from '@/lib/events/record';
import { idSchema } from './order-request';

export const revealOrderContactInput = z.object({ orderId: idSchema('ord') });

/** Shows a buyer's e-mail and phone, and remembers who looked. */
export async function revealOrderContact(
  ctx: AnyCtx,
  input: z.output<typeof revealOrderContactInput>,
): Promise<{ email: string | null; phone: string | null }> {
  allow(ctx, 'customer.contact');
  return transact(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select({ email: orders.email, phone: orders.phone, customerId: orders.customerId })
      .from(orders)
      .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, input.orderId)));
    if (!row) throw notFound('order-errors.notFound');
    await record(ctx, 'customer.revealed', input.orderId, { customerId: row.customerId ?? '' });
    return { email: row.email, phone: row.phone };
  });
}
