import { and, eq } from 'drizzle-orm';
import { shippingMethods } from '@/db/schema/stores';
import type { TxCtx } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';

/** A method as it is, kept still until the transaction ends. A stranger's is not found. */
export async function lockShippingMethod(ctx: TxCtx, methodId: Id<'shm'>) {
  const [method] = await ctx.db
    .select()
    .from(shippingMethods)
    .where(and(eq(shippingMethods.storeId, ctx.store.id), eq(shippingMethods.id, methodId)))
    .for('update');
  if (!method) throw notFound('settings.errors.unknownMethod');
  return method;
}
