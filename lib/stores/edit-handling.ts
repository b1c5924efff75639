import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { changeSettings } from './change-settings';
import { wholeNumber } from './whole-number';

export const editHandlingInput = z.object({
  version: z.int(),
  handlingDays: wholeNumber(0, 60),
  /** `HH:MM` in the store's zone. */
  cutOff: z
    .string({ error: 'settings.errors.cutOff' })
    .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, { error: 'settings.errors.cutOff' }),
  /** ISO weekdays, 1 is Monday. */
  workingDays: z
    .array(z.int().min(1).max(7))
    .min(1, { error: 'settings.errors.workingDays' })
    .transform((days) => [...new Set(days)].sort((a, b) => a - b)),
});
export type EditHandlingInput = z.input<typeof editHandlingInput>;

/** What ship-by is counted from. Orders already confirmed keep the day they were given. */
export async function editHandling(ctx: AnyCtx, input: EditHandlingInput): Promise<{ version: number }> {
  allow(ctx, 'settings.write');
  const { version, ...rules } = editHandlingInput.parse(input);
  return transact(ctx, (ctx) => changeSettings(ctx, { area: 'handling', version, rules }));
}
