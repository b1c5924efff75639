import { expect, it } from 'vitest';
import { messages } from './messages';
import { treeOf } from './tree';

const check = (en: object, zh: object) =>
  messages
    .check(treeOf({ 'messages/en/a.json': JSON.stringify(en), 'messages/zh-CN/a.json': JSON.stringify(zh) }))
    .map(({ message }) => message);

it('wants the same keys in both languages', () => {
  expect(check({ x: 'One' }, { x: '一' })).toEqual([]);
  expect(check({ x: 'One', y: { z: 'Two' } }, { x: '一' })).toEqual(['a.y.z is missing in zh-CN']);
  expect(check({}, { x: '一' })).toEqual(['a.x is missing in en']);
});

it('wants the same holes', () => {
  expect(check({ x: 'Ship {n}' }, { x: '发 {m}' })).toEqual(['a.x has {m}, in English {n}']);
  expect(check({ x: '{n, plural, one {# day} other {# days}}' }, { x: '{n} 天' })).toEqual([]);
});

it('wants a translation', () => {
  expect(check({ x: 'Ship the order' }, { x: 'Ship the order' })).toEqual(['a.x is not translated']);
  expect(check({ x: 'SKU' }, { x: 'SKU' })).toEqual([]);
  expect(check({ x: 'Heath & Harbour' }, { x: 'Heath & Harbour' })).toEqual([]);
});

it('wants plain words', () => {
  expect(check({ x: 'Saved successfully' }, { x: '已保存！' })).toEqual([
    'a.x says “successfully”',
    'a.x says “！”',
  ]);
});
