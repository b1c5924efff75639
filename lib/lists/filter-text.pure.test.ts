import { describe, expect, test } from 'vitest';
import { ORDER_FIELDS } from '@/lib/orders/order-filter';
import { type Filter, MOST_CONDITIONS, NO_FILTER } from './filter';
import { filterText, parseFilter } from './filter-text';

const parse = (text: string) => parseFilter(ORDER_FIELDS, text);
const again = (text: string) => filterText(parse(text));

describe('a filter in an address', () => {
  test.each([
    'payment.is.paid,unpaid',
    'any:payment.is.paid;country.is.GB,DE',
    'late.yes;(any:tag.is.vip;note.no);placed.last.7',
    'total.between.GBP:100,GBP:2000',
    'any:(sku.is.HH-MUG;status.not.canceled);held.yes',
  ])('says what it was read from: %s', (text) => {
    expect(again(text).replaceAll('~', '')).toBe(text);
    expect(parse(again(text))).toEqual(parse(text));
  });

  test('keeps any text of a tag or SKU as it is', () => {
    const values = ['a.b', 'x;y', '(z)', '~', 'any:q', '加急，特快', '"<&'];
    const filter: Filter = { match: 'all', items: [{ field: 'tag', op: 'is', values }] };
    expect(parse(filterText(filter))).toEqual(filter);
  });

  test('leaves out what it can not mean', () => {
    expect(parse('payment.is.paid,nonsense;colour.is.red;total.atLeast.1000;late.maybe')).toEqual({
      match: 'all',
      items: [{ field: 'payment', op: 'is', values: ['paid'] }],
    });
    for (const text of [
      '',
      ';;;',
      '((((',
      '~',
      'placed.last.0',
      'placed.since.2026-13-01',
      'tag.is.a\0b',
      'x'.repeat(5000),
    ]) {
      expect(parse(text).items).toEqual([]);
    }
    expect(parse('')).toEqual(NO_FILTER);
    expect(again('(late.yes)')).toBe('late.yes');
    expect(again('placed.between.2026-02-01,2026-01-01')).toBe('placed.between.2026-01-01,2026-02-01');
  });

  test('is bounded', () => {
    const many = Array.from({ length: 60 }, (_, n) => `tag.is.t${n}`).join(';');
    expect(parse(many).items).toHaveLength(MOST_CONDITIONS);
  });
});
