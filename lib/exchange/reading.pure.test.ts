import { describe, expect, it } from 'vitest';
import { countryOfName } from './country-of-name';
import { documentIds } from './import-ids';
import { judgeDocument } from './judge-document';
import { localMoments } from './local-moment';
import { onlineRetail } from './online-retail';
import { amountText } from './report-text';
import { chargeOf } from './source-mapping';

describe('moments', () => {
  const london = localMoments(['iso', 'month-first'], 'Europe/London');
  it.each([
    ['2009-12-01 07:45:00', '2009-12-01T07:45:00.000Z'],
    ['2010-07-01 07:45', '2010-07-01T06:45:00.000Z'],
    ['12/1/10 8:26', '2010-12-01T08:26:00.000Z'],
    ['12/31/2010', '2010-12-31T00:00:00.000Z'],
  ])('%s in London is %s', (text, iso) => expect(london(text)?.toISOString()).toBe(iso));

  it.each(['', 'soon', '2010-02-30 10:00', '13/13/10 8:00', '2010-01-01 24:00', '2010-01-01T'])(
    '%j is none',
    (text) => {
      expect(london(text)).toBeNull();
    },
  );

  it('reads the day first where the mapping says so', () => {
    expect(localMoments(['day-first'], 'Asia/Shanghai')('31/12/10 8:00')?.toISOString()).toBe(
      '2010-12-31T00:00:00.000Z',
    );
  });
});

describe('countries', () => {
  it.each([
    ['United Kingdom', 'GB'],
    ['EIRE', 'IE'],
    ['RSA', 'ZA'],
    ['USA', 'US'],
    ['Korea', 'KR'],
    ['Hong Kong', 'HK'],
    ['Czech Republic', 'CZ'],
    ['Saudi Arabia', 'SA'],
    ['fr', 'FR'],
    ['Channel Islands', null],
    ['European Community', null],
    ['Unspecified', null],
    ['Atlantis', null],
    ['', null],
  ])('%s is %s', (name, code) => expect(countryOfName(onlineRetail, name)).toBe(code));
});

describe('codes', () => {
  it.each([
    ['post', 'shipping'],
    ['c2', 'shipping'],
    ['m', 'either'],
    ['d', 'discount'],
    ['bank charges', 'fee'],
    ['cruk', 'fee'],
    ['gift_0001_80', 'fee'],
    ['test001', 'fee'],
    ['85048', null],
    ['dcgs0003', null],
    ['sp1002', null],
    ['pads', null],
  ])('%s is %s', (key, charge) => expect(chargeOf(onlineRetail, key)).toBe(charge));
});

describe('documents', () => {
  const sums = {
    document: '500001',
    amountE4: 100,
    whollyNegative: false,
    status: '',
    headOnly: false,
    fingerprint: 'f',
    knownAs: null,
  };
  it.each([
    [{}, 'sale', ''],
    [{ amountE4: -100 }, 'sale', ''],
    [{ document: 'c500001' }, 'cancellation', ''],
    [{ document: 'A500001' }, 'set_aside', 'set_aside_debt'],
    [{ amountE4: 0 }, 'set_aside', 'set_aside_stock'],
    [{ amountE4: 0, whollyNegative: true }, 'set_aside', 'set_aside_stock'],
    [{ knownAs: 'f' }, 'known', 'known'],
    [{ knownAs: 'g' }, 'known', 'set_aside_changed'],
    [{ knownAs: '' }, 'known', 'set_aside_changed'],
  ])('%o is a %s by rule %j', (facts, treatment, rule) => {
    expect(judgeDocument(onlineRetail, { ...sums, ...facts })).toEqual({ treatment, rule });
  });
});

describe('ids', () => {
  const at = new Date('2010-06-01T10:00:00Z');
  it('are the same every time, different for everything else, in the order of the lines', () => {
    const ids = documentIds('store', '500001', at);
    const lines = Array.from({ length: 5_000 }, (_, i) => ids('line', i));
    expect(lines).toEqual([...lines].sort());
    expect(new Set([...lines, ids('order'), documentIds('other', '500001', at)('order')]).size).toBe(5_002);
    expect(documentIds('store', '500001', at)('line', 7)).toBe(lines[7]);
    for (const id of lines)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('amounts', () => {
  it.each([
    [95_394_846_340, '9539484.634'],
    [-1_365_520_200, '-136552.02'],
    [140, '0.014'],
    [0, '0.00'],
    [10, '0.001'],
  ])('%d prints as %s', (amountE4, text) => expect(amountText(amountE4)).toBe(text));
});
