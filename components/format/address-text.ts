import { intlLocale } from '@/lib/i18n/locales';

export interface PostalAddress {
  name?: string | null | undefined;
  company?: string | null | undefined;
  line1?: string | null | undefined;
  line2?: string | null | undefined;
  city?: string | null | undefined;
  region?: string | null | undefined;
  postcode?: string | null | undefined;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

const LARGEST_FIRST = new Set(['CN', 'HK', 'MO', 'TW', 'JP', 'KR']);
const POSTCODE_FIRST = new Set([
  'AT',
  'BE',
  'BG',
  'CH',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IS',
  'IT',
  'LI',
  'LT',
  'LU',
  'LV',
  'MC',
  'MX',
  'NL',
  'NO',
  'PL',
  'PT',
  'RO',
  'RS',
  'SE',
  'SI',
  'SK',
  'TR',
]);
const CJK = /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

const names = new Map<string, Intl.DisplayNames>();

export function countryName(country: string, locale: string): string {
  let known = names.get(locale);
  if (!known) {
    known = new Intl.DisplayNames(intlLocale(locale), { type: 'region' });
    names.set(locale, known);
  }
  return /^[A-Z]{2}$/.test(country) ? (known.of(country) ?? country) : country;
}

/** The lines of a label, in the order the country writes them; the country comes last. */
export function addressLines(address: PostalAddress, locale: string): string[] {
  const { name, company, line1, line2, city, region, postcode, country } = address;
  const place = countryName(country, locale);
  const written = [line1, city, region].some((part) => part && CJK.test(part));
  if (LARGEST_FIRST.has(country) && written) {
    const area = [region === city ? '' : region, city].filter(Boolean).join('');
    return kept([name, company, area, line1, line2, joined([postcode, place])]);
  }
  const town = POSTCODE_FIRST.has(country)
    ? joined([postcode, city, region && region !== city ? `(${region})` : ''])
    : joined([city, shownRegion(region, city), postcode]);
  return kept([name, company, line1, line2, town, place]);
}

/** "Leeds, GB": where a parcel goes, in a table cell. */
export function shortPlace(address: { city?: string | null | undefined; country: string }): string {
  return kept([address.city, address.country]).join(', ');
}

function shownRegion(region: string | null | undefined, city: string | null | undefined) {
  return region && region !== city ? region : '';
}

function joined(parts: (string | null | undefined)[]): string {
  return kept(parts).join(' ');
}

function kept(parts: (string | null | undefined)[]): string[] {
  return parts.filter((part): part is string => Boolean(part?.trim()));
}
