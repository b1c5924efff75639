import { TZDate } from '@date-fns/tz';
import { format, startOfDay } from 'date-fns';

/** The calendar day of a moment in a zone, `yyyy-MM-dd`. */
export function formatInTimeZoneDay(at: Date, timeZone: string): string {
  return format(new TZDate(at, timeZone), 'yyyy-MM-dd');
}

/** The moment a zone's calendar day began. */
export function startOfDayIn(at: Date, timeZone: string): Date {
  return new Date(startOfDay(new TZDate(at, timeZone)).getTime());
}
