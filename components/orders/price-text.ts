import { currencyExponent } from '@/components/format/money-text';
import { intlLocale } from '@/lib/i18n/locales';

const E4 = 4;

/** A unit price in ten-thousandths as people read it: two decimals, more only when it has them. */
export function priceText(priceE4: number, currency: string, locale: string): string {
  const digits = String(Math.abs(priceE4)).padStart(E4 + 1, '0');
  const number = `${priceE4 < 0 ? '-' : ''}${digits.slice(0, -E4)}.${digits.slice(-E4)}` as `${number}`;
  return new Intl.NumberFormat(intlLocale(locale), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: currencyExponent(currency),
    maximumFractionDigits: E4,
  })
    .format(number)
    .replace('-', '−');
}
