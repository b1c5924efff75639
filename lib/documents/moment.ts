import { intlLocale, isLocale } from '@/lib/i18n/locales';

/** A day, or a day and minute, as paper says it: in full, since nobody knows when it is read. */
export function moment(at: Date, timeZone: string, locale: string, to: 'day' | 'minute'): string {
  return new Intl.DateTimeFormat(isLocale(locale) ? intlLocale(locale) : locale, {
    timeZone,
    dateStyle: 'long',
    ...(to === 'minute' && { timeStyle: 'short' }),
  }).format(at);
}
