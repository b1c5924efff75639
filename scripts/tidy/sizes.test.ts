import { expect, it } from 'vitest';
import { sizes } from './sizes';
import { treeOf } from './tree';

const messages = (path: string, text: string) =>
  sizes.check(treeOf({ [path]: text })).map(({ message }) => message);
const lines = (count: number) => 'a();\n'.repeat(count);
const fn = (name: string, count: number) => `function ${name}() {\n${lines(count - 2)}}\n`;

it('measures files', () => {
  expect(messages('lib/a.ts', lines(300))).toEqual([]);
  expect(messages('lib/a.ts', lines(301))).toEqual(['301 lines; 300 is the most']);
  expect(messages('lib/a.test.ts', lines(301))).toEqual([]);
});

it('measures functions and components', () => {
  expect(messages('lib/a.ts', fn('a', 70))).toEqual([]);
  expect(messages('lib/a.ts', fn('a', 71))).toEqual(['a has 71 lines; 70 is the most']);
  expect(messages('app/a.tsx', fn('Page', 120))).toEqual([]);
  expect(messages('app/a.tsx', fn('Page', 121))).toHaveLength(1);
});

it('counts props, destructured or by their type', () => {
  const eight = 'a, b, c, d, e, f, g, h';
  const members = eight.split(', ').map((name) => `${name}: string`);
  expect(messages('app/a.tsx', `function A({ ${eight} }: P) {}`)).toEqual(['A takes 8 props; 7 is the most']);
  expect(messages('app/a.tsx', `type P = { ${members.join('; ')} };\nfunction A(props: P) {}`)).toHaveLength(
    1,
  );
  expect(messages('app/a.tsx', 'function A({ a, b, ...rest }: P) {}')).toEqual([]);
});
