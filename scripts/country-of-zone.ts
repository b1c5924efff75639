import { COUNTRY_CODES } from '@/lib/stores/country-codes';

type ZonesOfRegion = { timeZones?: string[]; getTimeZones?: () => string[] | undefined };

function zonesOf(country: string): string[] {
  const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & ZonesOfRegion;
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

/** The country a time zone is named after, as far as the system's data knows. */
export function countryOfZone(zone: string): string | undefined {
  return COUNTRY_CODES.find((country) => zonesOf(country).includes(zone));
}
