import { TZDate } from '@date-fns/tz';
import { addDays, format, getISODay, set } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatInTimeZoneDay } from '@/lib/core/time';
import { promiseBy, shipBy } from './ship-by';

const LONDON = { handlingDays: 1, cutOff: '17:00', workingDays: [1, 2, 3, 4, 5], timeZone: 'Europe/London' };

describe('ship by', () => {
  test.each([
    ['in the morning: tomorrow', '2026-03-02T10:00:00Z', '2026-03-03T17:00:00Z'],
    ['at the cut-off: still today', '2026-03-02T17:00:00Z', '2026-03-03T17:00:00Z'],
    ['after it: the day after tomorrow', '2026-03-02T17:00:00.001Z', '2026-03-04T17:00:00Z'],
    ['on a Friday evening: Tuesday', '2026-03-06T18:00:00Z', '2026-03-10T17:00:00Z'],
    ['on a Sunday: Tuesday', '2026-03-08T09:00:00Z', '2026-03-10T17:00:00Z'],
    [
      'over the change to summer time: an hour earlier in UTC',
      '2026-03-27T10:00:00Z',
      '2026-03-30T16:00:00Z',
    ],
  ])('ordered %s', (_, at, expected) => {
    expect(shipBy(new Date(at), LONDON)).toEqual(new Date(expected));
  });

  test('a promise counts working days on, at the same hour', () => {
    expect(promiseBy(new Date('2026-03-27T17:00:00Z'), 2, LONDON)).toEqual(new Date('2026-03-31T16:00:00Z'));
  });
});

/** The same rules told with zoned dates, slowly. */
function slowly(
  at: Date,
  transitDays: number,
  rules: typeof LONDON,
): { by: Date; promised: Date; day: string } {
  const [hours = 0, minutes = 0] = rules.cutOff.split(':').map(Number);
  const works = (day: TZDate) => rules.workingDays.includes(getISODay(day));
  const next = (from: TZDate) => {
    let day = addDays(from, 1) as TZDate;
    while (!works(day)) day = addDays(day, 1) as TZDate;
    return day;
  };
  const atCutOff = (day: TZDate) => set(day, { hours, minutes, seconds: 0, milliseconds: 0 });
  let day = new TZDate(at, rules.timeZone);
  if (!works(day) || day > atCutOff(day)) day = next(day);
  for (let left = rules.handlingDays; left > 0; left--) day = next(day);
  const by = new Date(atCutOff(day).getTime());
  let promised = new TZDate(by, rules.timeZone);
  for (let left = transitDays; left > 0; left--) promised = next(promised);
  return {
    by,
    promised: new Date(promised.getTime()),
    day: format(new TZDate(at, rules.timeZone), 'yyyy-MM-dd'),
  };
}

test('in any zone, at any moment, the same as zoned dates say', () => {
  const zones = [
    'Europe/London',
    'America/New_York',
    'Asia/Shanghai',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'UTC',
  ];
  const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(
      moment,
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 9 }),
      // Shops close by day: a cut-off in the hour that clocks skip has no one answer.
      fc.integer({ min: 6, max: 23 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      (at, timeZone, days, hour, workingDays) => {
        const cutOff = `${String(hour).padStart(2, '0')}:30`;
        const rules = { handlingDays: days, cutOff, workingDays, timeZone };
        const by = shipBy(at, rules);
        const found = { by, promised: promiseBy(by, days, rules), day: formatInTimeZoneDay(at, timeZone) };
        expect(found).toEqual(slowly(at, days, rules));
      },
    ),
    { numRuns: 400 },
  );
});
