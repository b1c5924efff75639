import { TZDate } from '@date-fns/tz';
import { addDays, getISODay, set } from 'date-fns';

export type HandlingRules = {
  handlingDays: number;
  /** `HH:MM` in the store's zone. */
  cutOff: string;
  /** ISO weekdays, 1 is Monday. */
  workingDays: readonly number[];
  timeZone: string;
};

/**
 * When an order confirmed at a moment must have left: its working day (the next one after the cut-off) plus the
 * handling days, at the cut-off, all in the store's zone (domain.md §2 "Ship by").
 */
export function shipBy(confirmedAt: Date, rules: HandlingRules): Date {
  const [hours = 17, minutes = 0] = rules.cutOff.split(':').map(Number);
  const atCutOff = (day: TZDate) => set(day, { hours, minutes, seconds: 0, milliseconds: 0 });
  const local = new TZDate(confirmedAt, rules.timeZone);
  let day = local;
  if (!works(day, rules) || local > atCutOff(local)) day = nextWorkingDay(day, rules);
  for (let left = rules.handlingDays; left > 0; left--) day = nextWorkingDay(day, rules);
  return new Date(atCutOff(day).getTime());
}

/** The latest day of a method's transit time after shipping, counted in working days. */
export function promiseBy(shipByAt: Date, transitDays: number, rules: HandlingRules): Date {
  let day = new TZDate(shipByAt, rules.timeZone);
  for (let left = transitDays; left > 0; left--) day = nextWorkingDay(day, rules);
  return new Date(day.getTime());
}

function works(day: TZDate, rules: HandlingRules): boolean {
  return rules.workingDays.length === 0 || rules.workingDays.includes(getISODay(day));
}

function nextWorkingDay(day: TZDate, rules: HandlingRules): TZDate {
  let next = new TZDate(addDays(day, 1), rules.timeZone);
  while (!works(next, rules)) next = new TZDate(addDays(next, 1), rules.timeZone);
  return next;
}
