import { COUNTRY_CODES } from '@/lib/core/country-codes';

// A property in Node 20, a method in later ones; in TypeScript's library not yet.
function zonesOf(country: string): unknown[] {
  const locale = new Intl.Locale('und', { region: country });
  const method: unknown = Reflect.get(locale, 'getTimeZones');
  const zones: unknown =
    typeof method === 'function' ? method.call(locale) : Reflect.get(locale, 'timeZones');
  return Array.isArray(zones) ? zones : [];
}

/** The country a time zone is named after, as far as the system's data knows. */
export function countryOfZone(zone: string): string | undefined {
  return COUNTRY_CODES.find((country) => zonesOf(country).includes(zone));
}
