import { expect, it } from 'vitest';
import { fileNames } from './file-names';
import { treeOf } from './tree';

const count = (path: string) => fileNames.check(treeOf({ [path]: '' })).length;

it('refuses names that say nothing', () => {
  expect(count('lib/orders/utils.ts')).toBe(1);
  expect(count('components/ui/index.tsx')).toBe(1);
  expect(count('lib/orders/order-service.ts')).toBe(0);
  expect(count('lib/orders/cancel-order.ts')).toBe(0);
});

it('wants kebab-case', () => {
  expect(count('components/ui/DataTable.tsx')).toBe(1);
  expect(count('lib/orders/cancel_order.ts')).toBe(1);
  expect(count('lib/orders/cancel-order.race.test.ts')).toBe(0);
  expect(count('drizzle.config.ts')).toBe(0);
});
