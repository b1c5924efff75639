import { and, eq, sql } from 'drizzle-orm';
import { shippingMethods } from '@/db/schema/stores';
import type { TxCtx } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { differing } from './change-settings';
import { lockShippingMethod } from './lock-shipping-method';

type Row = typeof shippingMethods.$inferInsert;

/** One guarded change of a method; what is already so writes nothing. */
export async function changeShippingMethod(
  ctx: TxCtx,
  change: { methodId: Id<'shm'>; version: number; facts: Partial<Omit<Row, 'storeId' | 'id' | 'version'>> },
): Promise<{ version: number }> {
  const { methodId, version, facts } = change;
  const before = await lockShippingMethod(ctx, methodId);
  const fields = differing(before, facts);
  if (fields.length === 0) return { version: before.version };
  const [changed] = await ctx.db
    .update(shippingMethods)
    .set({ ...facts, version: sql`${shippingMethods.version} + 1` })
    .where(
      and(
        eq(shippingMethods.storeId, ctx.store.id),
        eq(shippingMethods.id, methodId),
        eq(shippingMethods.version, version),
      ),
    )
    .returning({ version: shippingMethods.version });
  if (!changed) throw conflict('settings.errors.changedMeanwhile');
  await record(ctx, 'settings.changed', ctx.store.id, { area: 'shipping', fields, of: methodId });
  return changed;
}
