import { describe, expect, it } from 'vitest';
import { countryOfZone } from './country-of-zone';

describe('countryOfZone', () => {
  it.each([
    ['Europe/London', 'GB'],
    ['Europe/Berlin', 'DE'],
    ['Asia/Shanghai', 'CN'],
    ['America/New_York', 'US'],
  ])('knows that %s is in %s', (zone, country) => {
    expect(countryOfZone(zone)).toBe(country);
  });

  it('says nothing of a zone without a country', () => {
    expect(countryOfZone('UTC')).toBeUndefined();
  });
});
