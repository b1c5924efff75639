import { expect, it } from 'vitest';
import { isolated } from './isolated';

it('keeps the direction of a name to the name', () => {
  expect(isolated('مرحبا \u202E')).toBe('\u2068مرحبا \u202E\u2069');
});
