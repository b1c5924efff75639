import { intlLocale } from '@/lib/i18n/locales';

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(key: string, locale: string, options: Intl.NumberFormatOptions) {
  const name = `${key} ${locale}`;
  let format = formats.get(name);
  if (!format) {
    format = new Intl.NumberFormat(intlLocale(locale), options);
    formats.set(name, format);
  }
  return format;
}

/** A count with grouping; `signed` writes +4 and −4, as differences are written. */
export function quantityText(value: number | bigint, locale: string, signed = false): string {
  const format = signed
    ? numberFormat('signed', locale, { signDisplay: 'exceptZero' })
    : numberFormat('plain', locale, {});
  return format.format(value).replace('-', '−');
}

/** A share as "96.8%"; takes the two counts it comes from, so that nobody divides by hand. */
export function shareText(part: number, whole: number, locale: string, signed = false): string {
  if (whole === 0) return '–';
  const format = numberFormat(signed ? 'signedShare' : 'share', locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    ...(signed ? { signDisplay: 'exceptZero' as const } : {}),
  });
  return format.format(part / whole).replace('-', '−');
}
