import { describe, expect, test } from 'vitest';
import { overlapping, type RateSpan, rateOnDay } from './rate-on-day';

const rate = (country: string, validFrom: string, validTo: string | null = null, taxClass = 'standard') => ({
  taxClass,
  country,
  validFrom,
  validTo,
});

describe('the rate on a day', () => {
  const old = rate('GB', '2000-01-01', '2025-12-31');
  const now = rate('GB', '2026-01-01');
  const rest = rate('*', '2000-01-01');
  const rates = [rest, old, now];
  const on = (country: string, day: string, taxClass = 'standard') =>
    rateOnDay(rates, { taxClass, country, day });

  test('both ends of a span belong to it', () => {
    expect(on('GB', '2025-12-31')).toBe(old);
    expect(on('GB', '2026-01-01')).toBe(now);
  });

  test("a country without its own takes the rest of the world's", () => {
    expect(on('NO', '2026-03-01')).toBe(rest);
  });

  test('before any rate, and for another class, there is none', () => {
    expect(on('GB', '1999-12-31')).toBeNull();
    expect(on('GB', '2026-01-01', 'reduced')).toBeNull();
  });
});

describe('overlaps', () => {
  const others: RateSpan[] = [rate('GB', '2026-02-01', '2026-02-28')];
  const clash = (from: string, to: string | null, country = 'GB', taxClass = 'standard') =>
    overlapping(others, rate(country, from, to, taxClass)) !== null;

  test('sharing one day is an overlap, touching is none', () => {
    expect(clash('2026-01-01', '2026-02-01')).toBe(true);
    expect(clash('2026-02-28', null)).toBe(true);
    expect(clash('2026-01-01', '2026-01-31')).toBe(false);
    expect(clash('2026-03-01', null)).toBe(false);
    expect(clash('2026-01-01', null)).toBe(true);
  });

  test('another country or class never overlaps', () => {
    expect(clash('2026-02-10', null, 'IE')).toBe(false);
    expect(clash('2026-02-10', null, 'GB', 'zero')).toBe(false);
  });
});
