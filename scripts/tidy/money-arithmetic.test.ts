import { expect, it } from 'vitest';
import { moneyArithmetic } from './money-arithmetic';
import { treeOf } from './tree';

const count = (text: string, path = 'lib/orders/a.ts') =>
  moneyArithmetic.check(treeOf({ [path]: text })).length;

it('refuses floats and chance', () => {
  expect(count('const a = parseFloat(text);')).toBe(1);
  expect(count('const a = Number.parseFloat(text);')).toBe(1);
  expect(count('const a = Math.random();')).toBe(1);
  expect(count('const a = Math.random();', 'lib/core/a.ts')).toBe(0);
});

it('lets lib add money, and never divide it', () => {
  expect(count('const a = totalMinor + line.priceMinor;')).toBe(0);
  expect(count('const a = totalMinor / 2;')).toBe(1);
  expect(count('const a = order.totalMinor / 2;')).toBe(1);
});

it('lets screens do neither', () => {
  expect(count('const a = totalMinor + 1;', 'app/a.tsx')).toBe(1);
  expect(count('const a = width + 1;', 'app/a.tsx')).toBe(0);
  expect(count('const a = n.toFixed(2);', 'app/a.tsx')).toBe(1);
  expect(count('const a = n.toLocaleString();', 'components/format/money.tsx')).toBe(0);
});
