import { z } from 'zod';
import { LOCALES } from '@/lib/i18n/locales';
import { contrastTenths, contrastWithWhite, NEEDED_CONTRAST } from './brand-contrast';
import { countryInput } from './country-input';

/** Words that stand in addresses where a store's slug could stand. */
const RESERVED = new Set([
  'account', 'admin', 'api', 'app', 'assets', 'auth', 'docs', 'health', 'help', 'images', 'invitation', 'kit',
  'login', 'logout', 'new', 'public', 's', 'settings', 'sign-in', 'sign-out', 'static', 'store', 'stores', 'www',
]); // biome-ignore format: a list

const line = (max: number) => z.string().trim().max(max, { error: 'settings.errors.tooLong' }).default('');

export const slugInput = z
  .string({ error: 'settings.errors.slug' })
  .trim()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, { error: 'settings.errors.slug' })
  .refine((slug) => !RESERVED.has(slug), { error: 'settings.errors.slugReserved' });

export const storeName = z
  .string({ error: 'settings.errors.name' })
  .trim()
  .min(1, { error: 'settings.errors.name' })
  .max(120, { error: 'settings.errors.name' });

export const initialsInput = z
  .string({ error: 'settings.errors.initials' })
  .trim()
  .regex(/^[\p{L}\p{N}]{1,3}$/u, { error: 'settings.errors.initials' })
  .transform((text) => text.toUpperCase());

export const brandColorInput = z
  .string({ error: 'settings.errors.color' })
  .trim()
  .toLowerCase()
  .superRefine((color, check) => {
    const contrast = contrastWithWhite(color);
    if (contrast === null) return check.addIssue({ code: 'custom', message: 'settings.errors.color' });
    if (contrast < NEEDED_CONTRAST) {
      const params = { contrast: contrastTenths(contrast), needed: NEEDED_CONTRAST };
      check.addIssue({ code: 'custom', message: 'settings.errors.colorTooLight', params });
    }
  });

export const currencyInput = z
  .string({ error: 'settings.errors.currency' })
  .trim()
  .toUpperCase()
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), { error: 'settings.errors.currency' });

export const timeZoneInput = z
  .string({ error: 'settings.errors.timeZone' })
  .trim()
  .refine(isTimeZone, { error: 'settings.errors.timeZone' });

export const localeInput = z.enum(LOCALES, { error: 'settings.errors.locale' });

/** How people reach the merchant, and what stands on documents. */
export const contactFacts = z.object({
  legalName: line(200),
  contactEmail: z
    .union([z.literal(''), z.email({ error: 'settings.errors.email' })], { error: 'settings.errors.email' })
    .default(''),
  contactPhone: z
    .string()
    .trim()
    .regex(/^(\+?[\d\s().-]{5,30})?$/, { error: 'settings.errors.phone' })
    .default(''),
  street: line(200),
  city: line(120),
  postcode: line(20),
  country: countryInput,
});

/** "Heath & Harbour" is HH; 山茶生活 is 山. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const first = words[0] ?? 'S';
  if (/^\p{Script=Han}/u.test(first)) return first.slice(0, 1);
  return words
    .slice(0, 2)
    .map((word) => word.slice(0, 1))
    .join('')
    .toUpperCase();
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
