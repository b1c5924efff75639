import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sum } from '@/lib/core/money';
import { discountAmount, type PriceInput, priceOrder, shareOfGoods, taxOf } from './price-order';

const line = { unitPriceE4: 100_000, quantity: 1, ratePpm: 0 };
const order = (change: Partial<PriceInput> = {}): PriceInput => ({
  currency: 'GBP',
  pricesIncludeTax: true,
  lines: [line],
  shipping: null,
  ...change,
});

describe('an order’s price', () => {
  test('rounds once a line: three at 3.3333 are 10.00', () => {
    const priced = priceOrder(order({ lines: [{ ...line, unitPriceE4: 33_333, quantity: 3 }] }));
    expect(priced.totalMinor).toBe(1000);
  });

  test('has tax within or on top', () => {
    const lines = [{ ...line, unitPriceE4: 120_000, ratePpm: 200_000 }];
    expect(priceOrder(order({ lines }))).toMatchObject({ taxMinor: 200, totalMinor: 1200 });
    expect(priceOrder(order({ lines, pricesIncludeTax: false }))).toMatchObject({
      taxMinor: 240,
      totalMinor: 1440,
    });
    expect(taxOf(1, 500_000, false)).toBe(1);
  });

  test('ships free from its threshold, by the goods after discounts', () => {
    const shipping = { priceMinor: 495, freeFromMinor: 1000, ratePpm: 200_000 };
    expect(priceOrder(order({ shipping }))).toMatchObject({ shippingMinor: 0, shippingTaxMinor: 0 });
    const discount = { kind: 'amount', amountMinor: 1 } as const;
    expect(priceOrder(order({ shipping, discount }))).toMatchObject({
      shippingMinor: 495,
      shippingTaxMinor: 83,
      totalMinor: 1494,
    });
  });

  test('ships nothing for nothing', () => {
    const shipping = { priceMinor: 495, freeFromMinor: null, ratePpm: 200_000 };
    expect(priceOrder(order({ lines: [], shipping }))).toMatchObject({
      shippingMinor: 0,
      taxMinor: 0,
      totalMinor: 0,
    });
  });

  test('never falls below nothing', () => {
    const discount = { kind: 'amount', amountMinor: 5000 } as const;
    const priced = priceOrder(order({ lines: [{ ...line, discount }], discount }));
    expect(priced).toMatchObject({
      discountMinor: 1000,
      ownDiscounts: [1000],
      orderDiscountMinor: 0,
      totalMinor: 0,
    });
    expect(priceOrder(order({ lines: [] }))).toMatchObject({ lines: [], totalMinor: 0 });
  });

  test('is in the currency’s own units', () => {
    expect(priceOrder(order({ currency: 'JPY' })).totalMinor).toBe(10);
    expect(priceOrder(order({ currency: 'KWD' })).totalMinor).toBe(10_000);
  });
});

const discounts = fc.option(
  fc.oneof(
    fc.record({ kind: fc.constant('percent' as const), hundredths: fc.integer({ min: 1, max: 10_000 }) }),
    fc.record({ kind: fc.constant('amount' as const), amountMinor: fc.integer({ min: 1, max: 1_000_000 }) }),
  ),
  { nil: null },
);
const inputs: fc.Arbitrary<PriceInput> = fc.record({
  currency: fc.constantFrom('GBP', 'JPY', 'KWD', 'CNY'),
  pricesIncludeTax: fc.boolean(),
  lines: fc.array(
    fc.record({
      unitPriceE4: fc.nat({ max: 100_000_000 }),
      quantity: fc.integer({ min: 1, max: 1000 }),
      ratePpm: fc.constantFrom(0, 50_000, 200_000, 255_000),
      discount: discounts,
    }),
    { maxLength: 8 },
  ),
  discount: discounts,
  shipping: fc.option(
    fc.record({
      priceMinor: fc.nat({ max: 5000 }),
      freeFromMinor: fc.option(fc.nat({ max: 100_000 }), { nil: null }),
      ratePpm: fc.constantFrom(0, 200_000),
    }),
    { nil: null },
  ),
});

describe('whatever is ordered', () => {
  test('parts add up to totals, to the last penny', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const priced = priceOrder(input);
        const of = (pick: (line: (typeof priced.lines)[number]) => number) => sum(priced.lines.map(pick));
        expect(of((l) => l.goodsMinor)).toBe(priced.goodsMinor);
        expect(of((l) => l.discountMinor)).toBe(priced.discountMinor);
        expect(of((l) => l.taxMinor) + priced.shippingTaxMinor).toBe(priced.taxMinor);
        const outside = input.pricesIncludeTax ? 0 : priced.taxMinor;
        expect(priced.goodsMinor - priced.discountMinor + priced.shippingMinor + outside).toBe(
          priced.totalMinor,
        );
      }),
    );
  });

  test('no line costs less than nothing, gives more than it is worth, or is taxed beyond its rate', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        for (const [i, priced] of priceOrder(input).lines.entries()) {
          expect(priced.discountMinor).toBeLessThanOrEqual(priced.goodsMinor);
          for (const amount of Object.values(priced)) expect(amount).toBeGreaterThanOrEqual(0);
          const rate = (input.lines[i]?.ratePpm ?? 0) / 1_000_000;
          const net = priced.totalMinor - priced.taxMinor;
          expect(Math.abs(priced.taxMinor - net * rate)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('a percentage within the limit is within the limit, on the order as on each line', () => {
    const limits = fc.record({ input: inputs, percent: fc.integer({ min: 1, max: 100 }) });
    fc.assert(
      fc.property(limits, ({ input, percent }) => {
        const off = { kind: 'percent', hundredths: percent * 100 } as const;
        const plain = input.lines.map((l) => ({ ...l, discount: null }));
        const onAll = priceOrder({ ...input, lines: plain, discount: off });
        const onEach = priceOrder({
          ...input,
          lines: plain.map((l) => ({ ...l, discount: off })),
          discount: null,
        });
        for (const priced of [onAll, onEach]) {
          expect(priced.discountMinor).toBeLessThanOrEqual(shareOfGoods(priced.lines, percent));
        }
        expect(discountAmount(off, onAll.goodsMinor)).toBe(onAll.discountMinor);
      }),
    );
  });

  test('the limit forgives rounding only: half a penny a line', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 1, max: 100 }), (input, percent) => {
        const { lines, goodsMinor } = priceOrder(input);
        const most = shareOfGoods(lines, percent);
        expect(most * 100).toBeLessThanOrEqual(goodsMinor * percent + 50 * Math.max(1, lines.length));
      }),
    );
  });
});
