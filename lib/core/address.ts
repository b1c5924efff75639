import { z } from 'zod';
import { isCountry } from './country-codes';

const line = (max: number) => z.string().trim().max(max);

/** An address as it was once kept: its country may have gone since. */
export const keptAddressSchema = z.object({
  name: line(200).min(1),
  company: line(200).default(''),
  line1: line(200).min(1),
  line2: line(200).default(''),
  city: line(120).min(1),
  region: line(120).default(''),
  postcode: line(20).default(''),
  country: z.string().regex(/^[A-Z]{2}$/),
  phone: line(40).default(''),
});

/** A postal address as people write it. `country` is ISO 3166-1 alpha-2, and one that there is. */
export const addressSchema = keptAddressSchema.extend({
  country: z
    .string({ error: 'web.problems.country' })
    .min(1, { error: 'web.problems.missing', abort: true })
    .refine(isCountry, { error: 'web.problems.country' }),
});
export type Address = z.infer<typeof addressSchema>;

/** The outward part of a postcode: enough to route by, not to find a door. */
export function postcodeArea(postcode: string): string {
  const text = postcode.trim().toUpperCase();
  const [outward] = text.split(/\s+/);
  return outward && outward !== text ? outward : text.slice(0, 3);
}
