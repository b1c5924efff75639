import { describe, expect, it } from 'vitest';
import { agoText, dateTimeText, dueText, exactText } from './when-text';

const LONDON = 'Europe/London';
const now = new Date('2026-11-22T14:00:00Z');
const ago = (iso: string, zone = LONDON) => agoText(new Date(iso), now, zone, 'en');
const due = (iso: string, zone = LONDON) => dueText(new Date(iso), now, zone, 'en');

describe('agoText', () => {
  it('grows from now to minutes, hours, yesterday and dates', () => {
    expect(ago('2026-11-22T13:59:30Z')).toEqual({ key: 'now' });
    expect(ago('2026-11-22T13:56:00Z')).toEqual({ key: 'minutes', count: 4 });
    expect(ago('2026-11-22T05:00:00Z')).toEqual({ key: 'hours', count: 9 });
    expect(ago('2026-11-21T12:00:00Z')).toEqual({ key: 'yesterday' });
    expect(ago('2026-11-20T12:00:00Z')).toEqual({ text: '20 Nov' });
    expect(ago('2025-11-20T12:00:00Z')).toEqual({ text: '20 Nov 2025' });
  });

  it('counts days in the zone of the store', () => {
    const late = '2026-11-21T01:00:00Z';
    expect(ago(late, 'Europe/London')).toEqual({ key: 'yesterday' });
    expect(ago(late, 'America/New_York')).toEqual({ text: '20 Nov' });
  });

  it('says a few hours as hours across midnight', () => {
    const early = new Date('2026-11-22T01:00:00Z');
    const before = new Date('2026-11-21T22:00:00Z');
    expect(agoText(before, early, LONDON, 'en')).toEqual({ key: 'hours', count: 3 });
  });
});

describe('dueText', () => {
  it('says when, then how late', () => {
    expect(due('2026-11-22T17:00:00Z')).toEqual({ key: 'today', time: '17:00' });
    expect(due('2026-11-23T17:00:00Z')).toEqual({ key: 'tomorrow' });
    expect(due('2026-11-25T17:00:00Z')).toEqual({ text: '25 Nov' });
    expect(due('2026-11-22T13:30:00Z')).toEqual({ key: 'hoursLate', count: 1 });
    expect(due('2026-11-20T12:00:00Z')).toEqual({ key: 'daysLate', count: 2 });
  });
});

describe('absolute moments', () => {
  it('are written in the language and the zone', () => {
    const at = new Date('2026-11-22T10:14:00Z');
    expect(dateTimeText(at, now, LONDON, 'en')).toBe('22 Nov, 10:14');
    expect(dateTimeText(at, now, 'Asia/Shanghai', 'zh-CN')).toBe('11月22日 18:14');
    expect(exactText(at, LONDON, 'en')).toContain('GMT');
  });

  it('say midnight as 00:00', () => {
    const midnight = new Date('2026-11-22T00:00:00Z');
    expect(dateTimeText(midnight, now, LONDON, 'en')).toBe('22 Nov, 00:00');
  });
});
