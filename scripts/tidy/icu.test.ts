import { expect, it } from 'vitest';
import { paramsOf } from './icu';

it('finds holes, also inside plurals, and tags', () => {
  expect(paramsOf('Ship {count, plural, one {# unit of {sku}} other {# units}} to <b>{name}</b>')).toEqual([
    '<b>',
    'count',
    'name',
    'sku',
  ]);
  expect(paramsOf('{at, date, ::yMMMd} {total}')).toEqual(['at', 'total']);
});

it('knows quotes', () => {
  expect(paramsOf("It''s the customer's '{not}' {yes}")).toEqual(['yes']);
});
