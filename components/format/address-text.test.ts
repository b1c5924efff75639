import { describe, expect, it } from 'vitest';
import { addressLines, shortPlace } from './address-text';

describe('addressLines', () => {
  it('writes a British address downwards', () => {
    const address = {
      name: 'Tom Okafor',
      line1: '12 Cotham Hill',
      city: 'Bristol',
      postcode: 'BS6 6LF',
      country: 'GB',
    };
    expect(addressLines(address, 'en')).toEqual([
      'Tom Okafor',
      '12 Cotham Hill',
      'Bristol BS6 6LF',
      'United Kingdom',
    ]);
  });

  it('puts the postcode before the town where that is the custom', () => {
    const address = { line1: 'Domstr. 1', city: 'Köln', postcode: '50667', country: 'DE' };
    expect(addressLines(address, 'zh-CN')).toEqual(['Domstr. 1', '50667 Köln', '德国']);
  });

  it('goes from large to small in Chinese', () => {
    const address = {
      name: '李明',
      line1: '文三路 90 号',
      city: '杭州市',
      region: '浙江省',
      postcode: '310012',
      country: 'CN',
    };
    expect(addressLines(address, 'zh-CN')).toEqual(['李明', '浙江省杭州市', '文三路 90 号', '310012 中国']);
  });

  it('leaves out what is missing', () => {
    expect(addressLines({ name: ' ', city: null, country: 'FR' }, 'en')).toEqual(['France']);
    expect(shortPlace({ city: 'Leeds', country: 'GB' })).toBe('Leeds, GB');
  });
});
