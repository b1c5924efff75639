import { countryName } from '@/components/format/address-text';
import type { SelectOption } from '@/components/ui/native-select';
import { COUNTRY_CODES } from '@/lib/core/country-codes';
import { intlLocale } from '@/lib/i18n/locales';

/** Every country by its name in the reader's language, sorted as that language sorts. */
export function countryOptions(locale: string): SelectOption[] {
  const collator = new Intl.Collator(intlLocale(locale));
  return COUNTRY_CODES.map((value) => ({ value, label: countryName(value, locale) })).sort((a, b) =>
    collator.compare(a.label, b.label),
  );
}

/** A few countries in a line of text: "France, Germany", or how many when there are more. */
export function countryList(codes: readonly string[], locale: string): string {
  const names = codes.map((code) => countryName(code, locale));
  return new Intl.ListFormat(intlLocale(locale), { type: 'unit', style: 'short' }).format(names);
}
