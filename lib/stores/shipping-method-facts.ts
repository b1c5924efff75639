import { z } from 'zod';
import { countryInput } from './country-input';
import { wholeNumber } from './whole-number';

const LARGEST_MINOR = 1_000_000_000_000;

const price = z
  .int({ error: 'settings.errors.price' })
  .min(0, { error: 'settings.errors.price' })
  .max(LARGEST_MINOR, { error: 'settings.errors.price' });

/** What is true of a way to ship, apart from its place in the list. Amounts in minor units of the store's currency. */
export const shippingMethodFacts = z
  .object({
    name: z
      .string({ error: 'settings.errors.name' })
      .trim()
      .min(1, { error: 'settings.errors.name' })
      .max(120, { error: 'settings.errors.tooLong' }),
    carrier: z.string().trim().max(120, { error: 'settings.errors.tooLong' }).default(''),
    priceMinor: price,
    freeFromMinor: price.nullish().transform((from) => from ?? null),
    /** Empty means everywhere. */
    countries: z
      .array(countryInput)
      .max(250)
      .default([])
      .transform((codes) => [...new Set(codes)].sort()),
    transitDaysMin: wholeNumber(0, 90),
    transitDaysMax: wholeNumber(0, 90),
  })
  .superRefine(({ transitDaysMin, transitDaysMax }, check) => {
    if (transitDaysMax >= transitDaysMin) return;
    check.addIssue({ code: 'custom', path: ['transitDaysMax'], message: 'settings.errors.transit' });
  });
