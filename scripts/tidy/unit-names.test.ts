import { expect, it } from 'vitest';
import { treeOf } from './tree';
import { unitNames } from './unit-names';

const count = (text: string, path = 'lib/orders/a.ts') => unitNames.check(treeOf({ [path]: text })).length;

it('wants the unit last', () => {
  expect(count('const minorAmount = 1;')).toBe(1);
  expect(count('type A = { msTimeout: number };')).toBe(1);
  expect(count('const amountMinorTotal = 1;')).toBe(1);
  expect(count('const amountMinor = 1; type A = { timeoutMs: number };')).toBe(0);
  expect(count('const message = 1; const minorities = 2;')).toBe(0);
});

it('wants moments to end in At', () => {
  const table = (column: string) => `export const a = pgTable('a', { ${column} });`;
  expect(count(table("placed: at('placed').notNull()"), 'db/schema/a.ts')).toBe(1);
  expect(count(table("placedAt: at('placed_at').notNull()"), 'db/schema/a.ts')).toBe(0);
  expect(count(table("at: at('at').notNull()"), 'db/schema/a.ts')).toBe(0);
  expect(count(table("name: text('name')"), 'db/schema/a.ts')).toBe(0);
});
