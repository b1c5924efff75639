import { TZDate } from '@date-fns/tz';
import { getISODay } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HandlingRules, promiseBy, shipBy } from './ship-by';

const LONDON: HandlingRules = {
  handlingDays: 1,
  cutOff: '17:00',
  workingDays: [1, 2, 3, 4, 5],
  timeZone: 'Europe/London',
};
const at = (iso: string, change: Partial<HandlingRules> = {}) =>
  shipBy(new Date(iso), { ...LONDON, ...change }).toISOString();

describe('ship by', () => {
  test('the next working day at the cut-off', () => {
    expect(at('2026-03-02T10:00:00Z')).toBe('2026-03-03T17:00:00.000Z');
    expect(at('2026-03-02T10:00:00Z', { handlingDays: 0 })).toBe('2026-03-02T17:00:00.000Z');
    expect(at('2026-03-02T10:00:00Z', { handlingDays: 3 })).toBe('2026-03-05T17:00:00.000Z');
  });

  test('at the cut-off counts as that day, a moment later as the next', () => {
    expect(at('2026-03-02T17:00:00.000Z', { handlingDays: 0 })).toBe('2026-03-02T17:00:00.000Z');
    expect(at('2026-03-02T17:00:00.001Z', { handlingDays: 0 })).toBe('2026-03-03T17:00:00.000Z');
    expect(at('2026-03-02T17:00:00.001Z')).toBe('2026-03-04T17:00:00.000Z');
  });

  test('over the weekend it is Monday’s work', () => {
    expect(at('2026-03-06T18:00:00Z')).toBe('2026-03-10T17:00:00.000Z');
    expect(at('2026-03-06T10:00:00Z')).toBe('2026-03-09T17:00:00.000Z');
    expect(at('2026-03-07T09:00:00Z', { handlingDays: 0 })).toBe('2026-03-09T17:00:00.000Z');
    expect(at('2026-03-06T10:00:00Z', { workingDays: [5, 6] })).toBe('2026-03-07T17:00:00.000Z');
    expect(at('2026-03-06T10:00:00Z', { workingDays: [] })).toBe('2026-03-07T17:00:00.000Z');
  });

  test('in the store’s day, not in ours', () => {
    const shanghai = { timeZone: 'Asia/Shanghai', handlingDays: 0 };
    expect(at('2026-03-02T08:59:59Z', shanghai)).toBe('2026-03-02T09:00:00.000Z');
    expect(at('2026-03-02T09:00:01Z', shanghai)).toBe('2026-03-03T09:00:00.000Z');
    // Friday evening here is Saturday morning there.
    expect(at('2026-03-06T23:00:00Z', shanghai)).toBe('2026-03-09T09:00:00.000Z');
    const auckland = { timeZone: 'Pacific/Auckland', handlingDays: 0 };
    expect(at('2026-03-01T20:00:00Z', auckland)).toBe('2026-03-02T04:00:00.000Z');
    const kathmandu = { timeZone: 'Asia/Kathmandu', handlingDays: 0 };
    expect(at('2026-03-02T00:00:00Z', kathmandu)).toBe('2026-03-02T11:15:00.000Z');
  });

  test('keeps the clock on the wall when summer time begins and ends', () => {
    expect(at('2026-03-27T10:00:00Z')).toBe('2026-03-30T16:00:00.000Z');
    expect(at('2026-10-23T10:00:00Z')).toBe('2026-10-26T17:00:00.000Z');
    const newYork = { timeZone: 'America/New_York' };
    expect(at('2026-03-06T15:00:00Z', newYork)).toBe('2026-03-09T21:00:00.000Z');
    expect(at('2026-10-30T15:00:00Z', newYork)).toBe('2026-11-02T22:00:00.000Z');
  });

  test('a cut-off in the hour that summer time skips is the moment after it', () => {
    const early = { cutOff: '01:30', workingDays: [], handlingDays: 1 };
    const moment = at('2026-03-28T01:00:00Z', early);
    expect(['2026-03-29T00:30:00.000Z', '2026-03-29T01:30:00.000Z']).toContain(moment);
  });
});

describe('promised by', () => {
  test('counts working days from the day it leaves', () => {
    const from = new Date('2026-03-05T17:00:00Z');
    expect(promiseBy(from, 0, LONDON)).toEqual(from);
    expect(promiseBy(from, 3, LONDON).toISOString()).toBe('2026-03-10T17:00:00.000Z');
    expect(promiseBy(new Date('2026-03-27T17:00:00Z'), 1, LONDON).toISOString()).toBe(
      '2026-03-30T16:00:00.000Z',
    );
  });
});

test('whenever and wherever: on a working day, at the cut-off, not in the past, and later the more days it takes', () => {
  const rules = fc.record({
    handlingDays: fc.nat({ max: 6 }),
    cutOff: fc.constantFrom('09:00', '12:30', '17:00', '23:45'),
    workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    timeZone: fc.constantFrom(
      'Europe/London',
      'Asia/Shanghai',
      'America/New_York',
      'Pacific/Auckland',
      'Asia/Kathmandu',
    ),
  });
  const moments = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, rules, (confirmedAt, handling) => {
      const result = shipBy(confirmedAt, handling);
      const local = new TZDate(result, handling.timeZone);
      const clock = `${String(local.getHours()).padStart(2, '0')}:${String(local.getMinutes()).padStart(2, '0')}`;
      expect(clock).toBe(handling.cutOff);
      if (handling.workingDays.length > 0) expect(handling.workingDays).toContain(getISODay(local));
      expect(result.getTime()).toBeGreaterThanOrEqual(confirmedAt.getTime());
      const longer = shipBy(confirmedAt, { ...handling, handlingDays: handling.handlingDays + 1 });
      expect(longer.getTime()).toBeGreaterThan(result.getTime());
    }),
  );
});
