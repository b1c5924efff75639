import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { shippingMethods } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { uuidOf } from '@/lib/core/ids';
import { record } from '@/lib/events/record';

export const orderShippingMethodsInput = z.object({
  /** All of the store's methods, in the order shoppers and staff see them. */
  methodIds: z.array(idInput('shm')).min(1).max(200),
});
export type OrderShippingMethodsInput = z.input<typeof orderShippingMethodsInput>;

/** Puts the ways to ship in this order. A list that misses one, or names one that is gone, is CONFLICT. */
export async function orderShippingMethods(ctx: AnyCtx, input: OrderShippingMethodsInput): Promise<void> {
  allow(ctx, 'settings.write');
  const { methodIds } = orderShippingMethodsInput.parse(input);
  await transact(ctx, async (ctx) => {
    const found = await ctx.db
      .select({ id: shippingMethods.id, position: shippingMethods.position })
      .from(shippingMethods)
      .where(eq(shippingMethods.storeId, ctx.store.id))
      .for('update');
    const known = new Map(found.map(({ id, position }) => [id, position]));
    const named = new Set(methodIds);
    if (named.size !== found.length || methodIds.some((id) => !known.has(id))) {
      throw conflict('settings.errors.changedMeanwhile');
    }
    if (methodIds.every((id, position) => known.get(id) === position)) return;
    await ctx.raw(
      `update shipping_methods m set position = o.position - 1
       from unnest($2::uuid[]) with ordinality as o(id, position)
       where m.store_id = $1::uuid and m.id = o.id`,
      [uuidOf(ctx.store.id), methodIds.map((id) => uuidOf(id))],
    );
    await record(ctx, 'settings.changed', ctx.store.id, { area: 'shipping', fields: ['position'] });
  });
}
