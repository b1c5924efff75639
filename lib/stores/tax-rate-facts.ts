import { z } from 'zod';
import { isCountry } from '@/lib/core/country-codes';
import { ELSEWHERE } from './rate-on-day';
import { wholeNumber } from './whole-number';

const ALL_OF_IT = 1_000_000;

const day = z.iso.date({ error: 'settings.errors.day' });

/** What is true of a rate. Parts per million: 20 % is 200,000. */
export const taxRateFacts = z
  .object({
    taxClass: z
      .string({ error: 'settings.errors.choose' })
      .min(1, { error: 'settings.errors.choose' })
      .max(40),
    country: z
      .string({ error: 'settings.errors.country' })
      .refine((code) => code === ELSEWHERE || isCountry(code), { error: 'settings.errors.country' }),
    name: z
      .string({ error: 'settings.errors.name' })
      .trim()
      .min(1, { error: 'settings.errors.name' })
      .max(80, { error: 'settings.errors.tooLong' }),
    ratePpm: wholeNumber(0, ALL_OF_IT),
    validFrom: day,
    validTo: day.nullish().transform((to) => to ?? null),
  })
  .superRefine(({ validFrom, validTo }, check) => {
    if (validTo === null || validTo >= validFrom) return;
    check.addIssue({ code: 'custom', path: ['validTo'], message: 'settings.errors.endsBeforeItBegins' });
  });
export type TaxRateFacts = z.output<typeof taxRateFacts>;

export const classCodeInput = z
  .string({ error: 'settings.errors.classCode' })
  .trim()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, { error: 'settings.errors.classCode' });
export const classNameInput = z
  .string({ error: 'settings.errors.name' })
  .trim()
  .min(1, { error: 'settings.errors.name' })
  .max(80, { error: 'settings.errors.tooLong' });
