import { expect, it } from 'vitest';
import { addressSchema, keptAddressSchema } from './address';

const address = { name: 'Ada Wong', line1: '2 Cotham Hill', city: 'Bristol' };

it('takes the countries there are', () => {
  expect(addressSchema.parse({ ...address, country: 'GB' }).country).toBe('GB');
  for (const country of ['ZZ', 'AA', 'UK', 'gb', 'GBR', null]) {
    const { error } = addressSchema.safeParse({ ...address, country });
    expect(error?.issues, String(country)).toMatchObject([
      { path: ['country'], message: 'web.problems.country' },
    ]);
  }
  const { error } = addressSchema.safeParse({ ...address, country: '' });
  expect(error?.issues).toMatchObject([{ path: ['country'], message: 'web.problems.missing' }]);
});

it('still reads an address kept when less was asked', () => {
  expect(keptAddressSchema.parse({ ...address, country: 'ZZ' }).country).toBe('ZZ');
});
