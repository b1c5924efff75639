import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { shippingMethods } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { type Id, newId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { differing } from './change-settings';
import { shippingMethodFacts } from './shipping-method-facts';

export const createShippingMethodInput = shippingMethodFacts.safeExtend({ id: idInput('shm').optional() });
export type CreateShippingMethodInput = z.input<typeof createShippingMethodInput>;

/** A further way to ship, last in the list. The same id with the same content again is the same method. */
export async function createShippingMethod(
  ctx: AnyCtx,
  input: CreateShippingMethodInput,
): Promise<{ methodId: Id<'shm'> }> {
  allow(ctx, 'settings.write');
  const { id, ...facts } = createShippingMethodInput.parse(input);
  const methodId = id ?? newId('shm');
  return transact(ctx, async (ctx) => {
    const storeId = ctx.store.id;
    const [made] = await ctx.db
      .insert(shippingMethods)
      .values({
        storeId,
        id: methodId,
        ...facts,
        position: sql`(select coalesce(max(m.position), -1) + 1 from shipping_methods m where m.store_id = ${shippingMethods.storeId.mapToDriverValue(storeId)}::uuid)`,
      })
      .onConflictDoNothing()
      .returning({ id: shippingMethods.id });
    if (!made) {
      const [there] = await ctx.db
        .select()
        .from(shippingMethods)
        .where(and(eq(shippingMethods.storeId, storeId), eq(shippingMethods.id, methodId)));
      if (!there || differing(there, facts).length > 0) throw conflict('settings.errors.idTaken');
      return { methodId };
    }
    const fields = Object.keys(facts);
    await record(ctx, 'settings.changed', storeId, { area: 'shipping', fields, of: methodId });
    return { methodId };
  });
}
