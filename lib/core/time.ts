import { TZDate } from '@date-fns/tz';
import { startOfDay } from 'date-fns';

const OFFSET = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;
const formats = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's clocks stand ahead of UTC at a moment. */
export function zoneOffsetMs(atMs: number, timeZone: string): number {
  let zone = formats.get(timeZone);
  if (!zone) {
    zone = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset', year: 'numeric' });
    formats.set(timeZone, zone);
  }
  const [, sign, hours, minutes, seconds] = OFFSET.exec(zone.format(atMs)) ?? [];
  const ms = (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000;
  return sign === '-' ? -ms : ms;
}

/** What a zone's clocks show at a moment, as milliseconds of a calendar without zones. */
export const toLocalMs = (atMs: number, timeZone: string) => atMs + zoneOffsetMs(atMs, timeZone);

/** The moment a zone's clocks show this: one of two where they show it twice, after the gap where they never do. */
export function fromLocalMs(localMs: number, timeZone: string): number {
  const first = zoneOffsetMs(localMs - zoneOffsetMs(localMs, timeZone), timeZone);
  const second = zoneOffsetMs(localMs - first, timeZone);
  return localMs - (first === second ? first : Math.min(first, second));
}

/** The calendar day of a moment in a zone, `yyyy-MM-dd`. */
export function formatInTimeZoneDay(at: Date, timeZone: string): string {
  return new Date(toLocalMs(at.getTime(), timeZone)).toISOString().slice(0, 10);
}

/** The moment a zone's calendar day began. */
export function startOfDayIn(at: Date, timeZone: string): Date {
  return new Date(startOfDay(new TZDate(at, timeZone)).getTime());
}
