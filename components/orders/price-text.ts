import { currencyExponent } from '@/components/format/money-text';
import { decimalText, PRICE_DECIMALS } from '@/lib/core/money';
import { intlLocale } from '@/lib/i18n/locales';

/** A unit price in ten-thousandths as people read it: two decimals, more only when it has them. */
export function priceText(priceE4: number, currency: string, locale: string): string {
  const decimal = decimalText(priceE4, PRICE_DECIMALS);
  if (!isDecimal(decimal)) return decimal;
  return new Intl.NumberFormat(intlLocale(locale), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: currencyExponent(currency),
    maximumFractionDigits: PRICE_DECIMALS,
  })
    .format(decimal)
    .replace('-', '−');
}

/** Intl reads decimal text exactly, without a float on the way. */
const isDecimal = (text: string): text is `${number}` => /^-?\d+\.\d+$/.test(text);
