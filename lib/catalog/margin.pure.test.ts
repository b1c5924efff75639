import { expect, it } from 'vitest';
import { marginOf } from './margin';

it('takes the tax off before the cost', () => {
  const uk = { includesTax: true, ratePpm: 200_000 };
  expect(marginOf(180_000, 62_500, uk)).toEqual({ netPriceE4: 150_000, profitE4: 87_500 });
  expect(marginOf(180_000, 62_500, { ...uk, includesTax: false })).toEqual({
    netPriceE4: 180_000,
    profitE4: 117_500,
  });
  expect(marginOf(180_000, null, uk)).toEqual({ netPriceE4: 150_000, profitE4: null });
  expect(marginOf(0, 5, uk)).toEqual({ netPriceE4: 0, profitE4: -5 });
});
