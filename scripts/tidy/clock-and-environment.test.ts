import { expect, it } from 'vitest';
import { clockAndEnvironment } from './clock-and-environment';
import { treeOf } from './tree';

const messages = (path: string, text: string) =>
  clockAndEnvironment.check(treeOf({ [path]: text })).map((finding) => finding.message);

it('refuses the environment outside its one place', () => {
  expect(messages('lib/orders/a.ts', 'export const a = process.env.X;')).toHaveLength(1);
  expect(messages('components/a.tsx', 'const { X } = process.env;')).toHaveLength(1);
  expect(messages('lib/core/env.ts', 'export const a = process.env.X;')).toEqual([]);
  expect(messages('scripts/a.ts', 'export const a = process.env.X;')).toEqual([]);
});

it('refuses the clock in business rules and pages', () => {
  expect(messages('lib/orders/a.ts', 'const t = Date.now();')).toHaveLength(1);
  expect(messages('app/page.tsx', 'const t = new Date();')).toHaveLength(1);
  expect(messages('lib/orders/a.ts', 'const t = new Date(ctx.now);')).toEqual([]);
  expect(messages('lib/core/time.ts', 'const t = new Date();')).toEqual([]);
  expect(messages('lib/web/request-ctx.ts', 'const t = new Date();')).toEqual([]);
  expect(messages('lib/orders/a.test.ts', 'const t = new Date();')).toEqual([]);
});
