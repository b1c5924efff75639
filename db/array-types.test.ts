import { expect, test } from 'vitest';
import { outside } from '@/lib/core/ctx';
import { parseArray } from './array-types';

const back = (type: string, values: readonly unknown[]) =>
  outside(async ({ raw }) => (await raw(`select $1::${type}[] as found`, [values]))[0]?.found);

test.each([
  ['text', []],
  ['text', ['', ' ', 'a', 'a,b', '{x}', '"', '\\', 'a\\"b', 'NULL', 'null', null, 'line\nbreak', '北京 👍']],
  ['int', [1, -2, null, 2147483647]],
  ['bigint', [0, 9007199254740991, -9007199254740991]],
  ['uuid', ['0190aaaa-0000-7000-8000-000000000000', null]],
])('%s[] comes back as it went: %j', async (type, values) => {
  expect(await back(type, values)).toEqual(values);
});

test('moments go as text, and come back as dates', async () => {
  const text = ['2026-03-02T10:00:00.123Z', '1999-12-31T23:59:59.000Z'];
  expect(await back('timestamptz', text)).toEqual(text.map((one) => new Date(one)));
});

test('a number beyond what is exact is told', async () => {
  await expect(back('bigint', ['9007199254740993'])).rejects.toThrow('out of range');
});

test('text is taken as it is: the caller wrote the array', async () => {
  const found = await outside(({ raw }) => raw('select $1::bigint[] as found', ['{1,2}']));
  expect(found).toEqual([{ found: [1, 2] }]);
  expect(parseArray('{1,NULL}', Number)).toEqual([1, null]);
});
