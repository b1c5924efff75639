import { intlLocale } from '@/lib/i18n/locales';

const PPM = 1_000_000;

/** A rate in parts per million as people read it: 20%, 5.5%. */
export function rateText(ppm: number, locale: string): string {
  return new Intl.NumberFormat(intlLocale(locale), { style: 'percent', maximumFractionDigits: 2 }).format(
    ppm / PPM,
  );
}
