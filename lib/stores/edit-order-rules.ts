import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { changeSettings } from './change-settings';
import { wholeNumber } from './whole-number';

export const editOrderRulesInput = z.object({
  version: z.int(),
  confirmation: z.enum(['automatic', 'manual'], { error: 'settings.errors.choose' }),
  onlinePaymentMinutes: wholeNumber(5, 10_080),
  transferPaymentDays: wholeNumber(1, 90),
  completionDays: wholeNumber(0, 365),
  splitShipments: z.boolean(),
  numberPrefix: z
    .string()
    .trim()
    .regex(/^[^\s\d]{0,8}$/, { error: 'settings.errors.prefix' }),
  pricesIncludeTax: z.boolean(),
});
export type EditOrderRulesInput = z.input<typeof editOrderRulesInput>;

/** What happens to orders by itself. Orders already placed keep the tax rule they were placed under. */
export async function editOrderRules(ctx: AnyCtx, input: EditOrderRulesInput): Promise<{ version: number }> {
  allow(ctx, 'settings.write');
  const { version, ...rules } = editOrderRulesInput.parse(input);
  return transact(ctx, (ctx) => changeSettings(ctx, { area: 'orders', version, rules }));
}
