import { z } from 'zod';
import { isCountry } from '@/lib/core/country-codes';

/** A country as zod reads it: its two letters. */
export const countryInput = z
  .string({ error: 'settings.errors.country' })
  .trim()
  .refine(isCountry, { error: 'settings.errors.country' });
