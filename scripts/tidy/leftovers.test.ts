import { expect, it } from 'vitest';
import { leftovers } from './leftovers';
import { treeOf } from './tree';

const count = (text: string, path = 'lib/orders/a.ts') => leftovers.check(treeOf({ [path]: text })).length;
const note = ['TO', 'DO'].join('');
const skipped = ['test', 'skip'].join('.');

it('finds notes to self in comments, not in names', () => {
  expect(count(`// ${note} later`)).toBe(1);
  expect(count(`-- ${note} later`, 'db/a.sql')).toBe(1);
  expect(count(`const ${note}S = 1;`)).toBe(0);
});

it('finds tests that do not run', () => {
  expect(count(`${skipped}('a', () => {});`, 'lib/a.test.ts')).toBe(1);
  expect(count("describe.each([1])('a', () => {});", 'lib/a.test.ts')).toBe(0);
  expect(count('list.skip(3);')).toBe(0);
});
