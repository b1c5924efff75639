import { TZDate } from '@date-fns/tz';
import type { DateStyle } from './file-format';

type Wall = [year: number, month: number, day: number, hour: number, minute: number, second: number];

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;
const SLASHED = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const CENTURY = 2000;

const SERIAL = /^\d{1,6}(?:\.\d+)?$/;
const DAY_MS = 86_400_000;
/** Day 0 of spreadsheets, with the leap day of 1900 that never was. */
const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30);

/** A day number with the time as its fraction, to the second. */
function wallOfSerial(text: string): Wall | null {
  if (!SERIAL.test(text)) return null;
  const date = new Date(SERIAL_ZERO_MS + Math.round((Number(text) * DAY_MS) / 1000) * 1000);
  return [
    date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes(),
    date.getUTCSeconds(),
  ]; // biome-ignore format: a wall clock
}

function wallOf(text: string, style: DateStyle): Wall | null {
  if (style === 'serial') return wallOfSerial(text);
  const match = (style === 'iso' ? ISO : SLASHED).exec(text);
  if (!match) return null;
  const [a = 0, b = 0, c = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  if (style === 'iso') return [a, b, c, hour, minute, second];
  const year = c < 100 ? CENTURY + c : c;
  return style === 'month-first' ? [year, a, b, hour, minute, second] : [year, b, a, hour, minute, second];
}

const exists = ([year, month, day, hour, minute, second]: Wall) => {
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return (
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  );
};

/**
 * Reads moments written as local time of a zone, in the first style that fits. Null for what is no such moment.
 * The same text is worked out once: files repeat their minutes.
 */
export function localMoments(styles: readonly DateStyle[], timeZone: string): (text: string) => Date | null {
  let known = new Map<string, Date | null>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size > 50_000) known = new Map();
    const wall = styles.map((style) => wallOf(text.trim(), style)).find((w) => w !== null && exists(w));
    const [year, month, day, hour, minute, second] = wall ?? [0, 0, 0, 0, 0, 0];
    const at = wall
      ? new Date(new TZDate(year, month - 1, day, hour, minute, second, timeZone).getTime())
      : null;
    known.set(text, at);
    return at;
  };
}
