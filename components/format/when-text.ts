import { intlLocale } from '@/lib/i18n/locales';

/** A moment, in any shape it travels in. */
export type Moment = Date | string | number;

/** A message of `ui.when` with its parameters, or text that is ready. */
export type WhenText =
  | { key: 'now' | 'yesterday' | 'tomorrow' }
  | { key: 'minutes' | 'hours' | 'daysLate' | 'hoursLate'; count: number }
  | { key: 'today' | 'tomorrowAt'; time: string }
  | { text: string };

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const RECENT_HOURS = 12;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${locale} ${timeZone} ${Object.keys(options).join()} ${options.weekday ?? ''}`;
  let known = formats.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(intlLocale(locale), { ...options, timeZone });
    formats.set(key, known);
  }
  return known;
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DAY = { day: 'numeric', month: 'short' } as const;

export function timeText(at: Date, timeZone: string, locale: string): string {
  return format(locale, timeZone, CLOCK).format(at);
}

/** "22 Nov", with the year when it is not this one. */
export function dateText(at: Date, now: Date, timeZone: string, locale: string): string {
  const sameYear = yearOf(at, timeZone) === yearOf(now, timeZone);
  return format(locale, timeZone, sameYear ? DAY : { ...DAY, year: 'numeric' }).format(at);
}

/** "22 Nov, 10:14", with the year when it is not this one. */
export function dateTimeText(at: Date, now: Date, timeZone: string, locale: string): string {
  const sameYear = yearOf(at, timeZone) === yearOf(now, timeZone);
  const options = sameYear ? { ...DAY, ...CLOCK } : { ...DAY, year: 'numeric' as const, ...CLOCK };
  return format(locale, timeZone, options).format(at);
}

/** "Tue 24 Nov, 17:00": a moment of the coming days. */
export function weekdayText(at: Date, timeZone: string, locale: string): string {
  return format(locale, timeZone, { weekday: 'short', ...DAY, ...CLOCK }).format(at);
}

/** "Sunday, 22 November": the title of a day. */
export function dayTitleText(at: Date, timeZone: string, locale: string): string {
  return format(locale, timeZone, { weekday: 'long', day: 'numeric', month: 'long' }).format(at);
}

/** "Sunday". */
export function weekdayName(at: Date, timeZone: string, locale: string): string {
  return format(locale, timeZone, { weekday: 'long' }).format(at);
}

/** Everything there is to say about the moment; stands in the title. */
export function exactText(at: Date, timeZone: string, locale: string): string {
  return format(locale, timeZone, {
    weekday: 'short',
    ...DAY,
    year: 'numeric',
    ...CLOCK,
    timeZoneName: 'short',
  }).format(at);
}

/** How long ago, as lists say it: 4 min, 9 h, yesterday, 20 Nov. */
export function agoText(at: Date, now: Date, timeZone: string, locale: string): WhenText {
  const pastMs = now.getTime() - at.getTime();
  if (pastMs < -MINUTE_MS) return dueText(at, now, timeZone, locale);
  if (pastMs < MINUTE_MS) return { key: 'now' };
  if (pastMs < HOUR_MS) return { key: 'minutes', count: Math.floor(pastMs / MINUTE_MS) };
  const days = daysBetween(at, now, timeZone);
  const hours = Math.floor(pastMs / HOUR_MS);
  if (days === 0 || hours < RECENT_HOURS) return { key: 'hours', count: hours };
  if (days === 1) return { key: 'yesterday' };
  return { text: dateText(at, now, timeZone, locale) };
}

/** A deadline: Today 17:00, tomorrow, 25 Nov; when it is past, how late. */
export function dueText(at: Date, now: Date, timeZone: string, locale: string): WhenText {
  const lateMs = now.getTime() - at.getTime();
  if (lateMs >= DAY_MS) return { key: 'daysLate', count: Math.floor(lateMs / DAY_MS) };
  if (lateMs > 0) return { key: 'hoursLate', count: Math.max(1, Math.floor(lateMs / HOUR_MS)) };
  const days = daysBetween(now, at, timeZone);
  if (days === 0) return { key: 'today', time: timeText(at, timeZone, locale) };
  if (days === 1) return { key: 'tomorrow' };
  return { text: dateText(at, now, timeZone, locale) };
}

/** Midnights between two moments in the zone, so that 23:50 and 00:10 are a day apart. */
function daysBetween(from: Date, to: Date, timeZone: string): number {
  return Math.round((dayNumber(to, timeZone) - dayNumber(from, timeZone)) / DAY_MS);
}

function dayNumber(at: Date, timeZone: string): number {
  const { year, month, day } = calendarDay(at, timeZone);
  return Date.UTC(year, month - 1, day);
}

function yearOf(at: Date, timeZone: string): number {
  return calendarDay(at, timeZone).year;
}

function calendarDay(at: Date, timeZone: string): { year: number; month: number; day: number } {
  const parts = format('en', timeZone, { year: 'numeric', month: 'numeric', day: 'numeric' })
    .formatToParts(at)
    .map(({ type, value }) => [type, Number(value)] as const);
  const found = new Map(parts);
  return {
    year: found.get('year') ?? 0,
    month: found.get('month') ?? 0,
    day: found.get('day') ?? 0,
  };
}
