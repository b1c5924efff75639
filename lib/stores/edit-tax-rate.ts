import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { taxRates } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict, invalid } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { record } from '@/lib/events/record';
import { differing } from './change-settings';
import { lockRate, refuseOverlap } from './lock-tax-class';
import { taxRateFacts } from './tax-rate-facts';

export const editTaxRateInput = taxRateFacts.safeExtend({ taxRateId: idInput('txr'), version: z.int() });
export type EditTaxRateInput = z.input<typeof editTaxRateInput>;

/** Corrects a rate. Its class stays; orders already placed keep what they were taxed by. */
export async function editTaxRate(ctx: AnyCtx, input: EditTaxRateInput): Promise<{ version: number }> {
  allow(ctx, 'settings.write');
  const { taxRateId, version, ...facts } = editTaxRateInput.parse(input);
  return transact(ctx, async (ctx) => {
    const { rate, others } = await lockRate(ctx, taxRateId);
    if (rate.taxClass !== facts.taxClass) throw invalid('settings.errors.classStays');
    const fields = differing(rate, facts);
    if (fields.length === 0) return { version: rate.version };
    refuseOverlap(others, facts);
    const [edited] = await ctx.db
      .update(taxRates)
      .set({ ...facts, version: sql`${taxRates.version} + 1` })
      .where(
        and(eq(taxRates.storeId, ctx.store.id), eq(taxRates.id, taxRateId), eq(taxRates.version, version)),
      )
      .returning({ version: taxRates.version });
    if (!edited) throw conflict('settings.errors.changedMeanwhile');
    await record(ctx, 'settings.changed', ctx.store.id, { area: 'taxes', fields, of: taxRateId });
    return edited;
  });
}
