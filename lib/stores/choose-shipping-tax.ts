import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { changeSettings } from './change-settings';
import { lockTaxClass } from './lock-tax-class';
import { classCodeInput } from './tax-rate-facts';

export const chooseShippingTaxInput = z.object({ version: z.int(), taxClass: classCodeInput });
export type ChooseShippingTaxInput = z.input<typeof chooseShippingTaxInput>;

/** The class shipping charges are taxed by. */
export async function chooseShippingTax(
  ctx: AnyCtx,
  input: ChooseShippingTaxInput,
): Promise<{ version: number }> {
  allow(ctx, 'settings.write');
  const { version, taxClass } = chooseShippingTaxInput.parse(input);
  return transact(ctx, async (ctx) => {
    await lockTaxClass(ctx, taxClass);
    return changeSettings(ctx, { area: 'taxes', version, rules: { shippingTaxClassId: taxClass } });
  });
}
