import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noFigures } from './document-figures';
import { draftOrder, pieceOf } from './draft-order';
import { matchReturn, type OpenLine } from './match-returns';
import { onlineRetail } from './online-retail';
import type { FileRow } from './read-row';

const AT = new Date('2010-06-01T10:00:00Z');
const rowOf = (quantity: number, unitPriceE4: number): FileRow => ({
  row: 1, document: 'C1', sku: '85048', title: 'LIGHTS', quantity, unitPriceE4, at: AT, customerRef: '13085', country: 'EIRE',
  freightE4: 0, facts: null,
}); // biome-ignore format: short

const lines = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 9 }),
    left: fc.integer({ min: 0, max: 30 }),
    unitPriceE4: fc.constantFrom(10, 12_345, 69_500),
  }),
  { maxLength: 6 },
);
const openLines = (given: { day: number; left: number; unitPriceE4: number }[]): OpenLine[] =>
  given.map(({ day, ...line }, i) => ({
    ...line,
    lineId: `line-${i}`,
    orderId: `order-${day}`,
    externalId: `50000${day}`,
    placedAt: new Date(Date.UTC(2010, 4, 28 + day)),
  }));

describe('matching', () => {
  it('loses no unit and no penny, takes nothing twice and nothing later', () => {
    const prices = fc.constantFrom(10, 12_345, 69_500);
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 60 }), prices, (given, units, price) => {
        const open = openLines(given);
        const before = open.map((line) => line.left);
        const figures = noFigures();
        const piece = pieceOf(rowOf(-units, price), '85048', 'GBP', figures);
        const { returned, rest } = matchReturn(piece, AT, open, figures, 'GBP');
        const found = returned.reduce((total, part) => total + part.quantity, 0);
        expect(found - (rest?.quantity ?? 0)).toBe(units);
        const money = returned.reduce((total, part) => total + part.amountMinor, 0);
        expect(money - (rest?.amountMinor ?? 0) + piece.amountMinor).toBe(0);
        for (const [i, line] of open.entries()) {
          const mine = returned.filter((part) => part.line === line);
          expect(line.left).toBe((before[i] ?? 0) - mine.reduce((total, part) => total + part.quantity, 0));
          expect(line.left).toBeGreaterThanOrEqual(0);
          if (mine.length > 0) expect(line.placedAt.getTime()).toBeLessThanOrEqual(AT.getTime());
        }
        if (rest) draftOrder(onlineRetail, [rest], figures, { beyondPaid: null });
        const booked = Object.values(figures.rules).reduce((total, [, , amountE4]) => total + amountE4, 0);
        expect(booked).toBe(piece.amountE4);
        expect(Object.values(figures.rules).reduce((total, [rows]) => total + rows, 0)).toBe(1);
      }),
    );
  });

  it('prefers the same price, then the newest, then a line that holds all', () => {
    const open = openLines([
      { day: 2, left: 5, unitPriceE4: 69_500 },
      { day: 3, left: 3, unitPriceE4: 69_500 },
      { day: 4, left: 9, unitPriceE4: 10 },
    ]);
    const take = (units: number) => {
      const figures = noFigures();
      const piece = pieceOf(rowOf(-units, 69_500), '85048', 'GBP', figures);
      const { returned } = matchReturn(piece, AT, open, figures, 'GBP');
      return [Object.keys(figures.rules), returned.map((part) => [part.line.orderId, part.quantity])];
    };
    expect(take(2)).toEqual([['returned'], [['order-3', 2]]]);
    expect(take(4)).toEqual([['returned'], [['order-2', 4]]]);
    expect(take(6)).toEqual([['returned_other_price'], [['order-4', 6]]]);
    expect(take(5)).toEqual([['returned_split'], [['order-3', 1], ['order-2', 1], ['order-4', 3]]]); // biome-ignore format: short
    expect(take(1)).toEqual([[], []]);
  });
});
