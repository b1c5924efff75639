import { expect, test } from 'vitest';
import { contrastTenths, contrastWithWhite, NEEDED_CONTRAST } from './brand-contrast';

test('contrast with white follows WCAG', () => {
  expect(contrastWithWhite('#000000')).toBeCloseTo(21, 5);
  expect(contrastWithWhite('#ffffff')).toBeCloseTo(1, 5);
  expect(contrastWithWhite('#767676')).toBeCloseTo(4.54, 2);
  expect(contrastWithWhite('#3145b8')).toBeGreaterThan(NEEDED_CONTRAST);
});

test('what is no colour has no contrast', () => {
  expect(contrastWithWhite('blue')).toBeNull();
  expect(contrastWithWhite('#fff')).toBeNull();
});

test('a contrast just below never reads as enough', () => {
  expect(contrastTenths(4.499)).toBe(4.4);
});
