import { COUNTRY_CODES } from '@/lib/core/country-codes';
import type { SourceMapping } from './source-mapping';

let byName: Map<string, string> | undefined;

function englishNames(): Map<string, string> {
  if (byName) return byName;
  const names = new Intl.DisplayNames('en', { type: 'region' });
  byName = new Map(COUNTRY_CODES.map((code) => [(names.of(code) ?? code).toLowerCase(), code]));
  return byName;
}

/** ISO 3166-1 alpha-2 of a country as the file names it; null when it names none, or several. */
export function countryOfName(mapping: Pick<SourceMapping, 'countries'>, name: string): string | null {
  const folded = name.trim().toLowerCase();
  const own = Object.hasOwn(mapping.countries, folded) ? mapping.countries[folded] : undefined;
  if (own !== undefined) return own;
  if (/^[a-z]{2}$/.test(folded)) {
    const code = folded.toUpperCase();
    return COUNTRY_CODES.includes(code) ? code : null;
  }
  return englishNames().get(folded) ?? null;
}
