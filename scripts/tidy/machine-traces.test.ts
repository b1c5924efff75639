import { expect, it } from 'vitest';
import { machineTraces } from './machine-traces';
import { treeOf } from './tree';

const count = (text: string, path = 'lib/orders/a.ts') =>
  machineTraces.check(treeOf({ [path]: text })).length;
const folder = ['', 'root', 'shop'].join('/');

it('finds paths of one machine', () => {
  expect(count(`const a = '${folder}/x';`)).toBe(1);
  expect(count(`see ${folder}/x`, 'README.md')).toBe(1);
  expect(count("const a = '/demo/orders/';")).toBe(0);
  expect(count(`const a = 'lib${['', 'work', 'x'].join('/')}';`)).toBe(0);
});

it('finds secrets', () => {
  expect(count(`const key = '${['sk', 'live', '0123456789abcdef'].join('_')}';`)).toBe(1);
});

it('finds what would be loaded from elsewhere, and lets links be', () => {
  expect(count('<img src="https://cdn.example/a.png" alt="" />;', 'app/a.tsx')).toBe(1);
  expect(count('<link href="//fonts.example/a.css" />;', 'app/a.tsx')).toBe(1);
  expect(count('<a href="https://example.com">x</a>;', 'app/a.tsx')).toBe(0);
  expect(count('@import "https://fonts.example/a.css";', 'app/a.css')).toBe(1);
});
