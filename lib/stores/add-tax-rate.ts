import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { taxRates } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { type Id, newId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { differing } from './change-settings';
import { lockTaxClass, rateColumns, refuseOverlap } from './lock-tax-class';
import { taxRateFacts } from './tax-rate-facts';

export const addTaxRateInput = taxRateFacts.safeExtend({ id: idInput('txr').optional() });
export type AddTaxRateInput = z.input<typeof addTaxRateInput>;

/** Adds a rate for a class, a country (or `*`) and a span of days. Overlapping another is CONFLICT, in words. */
export async function addTaxRate(ctx: AnyCtx, input: AddTaxRateInput): Promise<{ taxRateId: Id<'txr'> }> {
  allow(ctx, 'settings.write');
  const { id, ...facts } = addTaxRateInput.parse(input);
  const taxRateId = id ?? newId('txr');
  return transact(ctx, async (ctx) => {
    const { rates } = await lockTaxClass(ctx, facts.taxClass);
    const [there] = await ctx.db
      .select(rateColumns)
      .from(taxRates)
      .where(and(eq(taxRates.storeId, ctx.store.id), eq(taxRates.id, taxRateId)));
    if (there) {
      if (differing(there, facts).length > 0) throw conflict('settings.errors.idTaken');
      return { taxRateId };
    }
    refuseOverlap(rates, facts);
    await ctx.db.insert(taxRates).values({ storeId: ctx.store.id, id: taxRateId, ...facts });
    await record(ctx, 'settings.changed', ctx.store.id, {
      area: 'taxes',
      fields: Object.keys(facts),
      of: taxRateId,
    });
    return { taxRateId };
  });
}
