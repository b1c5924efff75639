import { fromLocalMs, toLocalMs } from '@/lib/core/time';

export type HandlingRules = {
  handlingDays: number;
  /** `HH:MM` in the store's zone. */
  cutOff: string;
  /** ISO weekdays, 1 is Monday. */
  workingDays: readonly number[];
  timeZone: string;
};

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const THURSDAY = 4; // the first of January 1970

/**
 * When an order confirmed at a moment must have left: its working day (the next one after the cut-off) plus the
 * handling days, at the cut-off, all in the store's zone (domain.md §2 "Ship by").
 */
export function shipBy(confirmedAt: Date, rules: HandlingRules): Date {
  const [hours = 17, minutes = 0] = rules.cutOff.split(':').map(Number);
  const cutOffMs = (hours * 60 + minutes) * MINUTE_MS;
  const localMs = toLocalMs(confirmedAt.getTime(), rules.timeZone);
  let day = Math.floor(localMs / DAY_MS);
  if (!works(day, rules) || localMs > day * DAY_MS + cutOffMs) day = nextWorkingDay(day, rules);
  for (let left = rules.handlingDays; left > 0; left--) day = nextWorkingDay(day, rules);
  return new Date(fromLocalMs(day * DAY_MS + cutOffMs, rules.timeZone));
}

/** The latest day of a method's transit time after shipping, counted in working days. */
export function promiseBy(shipByAt: Date, transitDays: number, rules: HandlingRules): Date {
  const localMs = toLocalMs(shipByAt.getTime(), rules.timeZone);
  const first = Math.floor(localMs / DAY_MS);
  let day = first;
  for (let left = transitDays; left > 0; left--) day = nextWorkingDay(day, rules);
  return new Date(fromLocalMs(localMs + (day - first) * DAY_MS, rules.timeZone));
}

function works(day: number, rules: HandlingRules): boolean {
  const weekday = ((day + THURSDAY - 1) % 7) + 1;
  return rules.workingDays.length === 0 || rules.workingDays.includes(weekday);
}

function nextWorkingDay(day: number, rules: HandlingRules): number {
  let next = day + 1;
  while (!works(next, rules)) next += 1;
  return next;
}
