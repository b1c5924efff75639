import { TZDate } from '@date-fns/tz';
import { set, subDays } from 'date-fns';

/** `[daysAgo, 'HH:MM']` on the store's clock, or so many minutes ago. */
export type Moment = readonly [daysAgo: number, time: string] | number;

const MINUTE_MS = 60_000;

export function momentAt(now: Date, moment: Moment, timeZone: string): Date {
  if (typeof moment === 'number') return new Date(now.getTime() - moment * MINUTE_MS);
  const [daysAgo, time] = moment;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const day = subDays(new TZDate(now, timeZone), daysAgo);
  return new Date(set(day, { hours, minutes, seconds: 0, milliseconds: 0 }).getTime());
}
