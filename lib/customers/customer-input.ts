import { z } from 'zod';
import { isCountry } from '@/lib/core/country-codes';
import type { StoreId } from '@/lib/core/ids';
import { blindWide } from '@/lib/core/seal';
import { fold } from '@/lib/core/search-tokens';

const blankIsNull = (text: string | null | undefined) => text?.trim() || null;

const optionalText = (max: number, error: string) =>
  z.string().trim().max(max, { error }).nullish().transform(blankIsNull);

/** What is true of a customer. Blank contact facts are absent ones. */
export const customerFactsInput = z.object({
  name: z
    .string({ error: 'customers.errors.name' })
    .trim()
    .min(1, { error: 'customers.errors.name' })
    .max(200, { error: 'customers.errors.name' }),
  email: z
    .string()
    .nullish()
    .transform(blankIsNull)
    .pipe(
      z.email({ error: 'customers.errors.email' }).max(254, { error: 'customers.errors.email' }).nullable(),
    ),
  phone: z
    .string()
    .nullish()
    .transform(blankIsNull)
    .pipe(
      z
        .string()
        .max(40, { error: 'customers.errors.phone' })
        .regex(/^[+\d][\d\s()./-]{4,}$/, { error: 'customers.errors.phone' })
        .nullable(),
    ),
  company: z.string().trim().max(200, { error: 'customers.errors.text' }).default(''),
  country: z
    .string()
    .nullish()
    .transform(blankIsNull)
    .pipe(z.string().refine(isCountry, { error: 'customers.errors.country' }).nullable()),
  locale: z
    .string()
    .nullish()
    .transform(blankIsNull)
    .pipe(z.enum(['en', 'zh-CN'], { error: 'customers.errors.locale' }).nullable()),
  externalId: optionalText(120, 'customers.errors.text'),
});
export type CustomerFacts = z.output<typeof customerFactsInput>;

/** One customer an e-mail address and store: what the unique index compares. */
export function emailFingerprint(store: StoreId, email: string | null): Buffer | null {
  return email ? blindWide(`${store}|customer|${fold(email)}`) : null;
}
