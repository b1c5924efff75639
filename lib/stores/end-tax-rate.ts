import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { invalid } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { editTaxRate } from './edit-tax-rate';
import { lockRate } from './lock-tax-class';

export const endTaxRateInput = z.object({
  taxRateId: idInput('txr'),
  version: z.int(),
  /** The last day it holds. */
  lastDay: z.iso.date({ error: 'settings.errors.day' }),
});
export type EndTaxRateInput = z.input<typeof endTaxRateInput>;

/** Gives a rate its last day. Nothing is deleted: what held keeps holding for its days. */
export async function endTaxRate(ctx: AnyCtx, input: EndTaxRateInput): Promise<{ version: number }> {
  allow(ctx, 'settings.write');
  const { taxRateId, version, lastDay } = endTaxRateInput.parse(input);
  return transact(ctx, async (ctx) => {
    const { rate } = await lockRate(ctx, taxRateId);
    if (lastDay < rate.validFrom) throw invalid('settings.errors.endsBeforeItBegins');
    const { id: _, ...facts } = rate;
    return editTaxRate(ctx, { ...facts, taxRateId, version, validTo: lastDay });
  });
}
