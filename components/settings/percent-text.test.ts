import { expect, test } from 'vitest';
import { percentOf, percentText } from './percent-text';

test.each([
  [200_000, '20'],
  [55_000, '5.5'],
  [0, '0'],
  [1_000_000, '100'],
  [25_500, '2.55'],
  [1, '0.0001'],
])('%i ppm is %s percent and back', (ppm, text) => {
  expect(percentText(ppm)).toBe(text);
  expect(percentOf(text)).toBe(ppm);
});

test('people write commas and signs', () => {
  expect(percentOf('8,1 %')).toBe(81_000);
  expect(percentOf('twenty')).toBeNaN();
  expect(percentOf('')).toBeNaN();
  expect(percentOf('0.00001')).toBeNaN();
});
