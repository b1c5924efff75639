import { expect, it } from 'vitest';
import { rulesInApp } from './rules-in-app';
import { treeOf } from './tree';

const count = (text: string, path = 'app/a.tsx') => rulesInApp.check(treeOf({ [path]: text })).length;

it('finds a decision by status', () => {
  expect(count("if (order.status === 'shipped') a();")).toBe(1);
  expect(count("const a = paymentStatus !== 'paid';")).toBe(1);
  expect(count('switch (order.status) { default: }')).toBe(1);
});

it('lets HTTP codes and other places be', () => {
  expect(count('if (response.status === 404) a();')).toBe(0);
  expect(count("if (order.status === 'shipped') a();", 'lib/orders/a.ts')).toBe(0);
});
