import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  canceledAmount,
  deriveDue,
  deriveStatuses,
  type OrderFacts,
  paymentAllowsConfirm,
} from './derive-status';
import type { OrderStatus } from './order-state';

type Line = OrderFacts['lines'][number];
const NONE: Line = {
  quantity: 4, allocated: 0, backordered: 0, picked: 0, packed: 0, shipped: 0, canceled: 0, delivered: 0, returnRequested: 0,
  returned: 0, totalMinor: 1000,
}; // biome-ignore format: zeros
const facts = (line: Partial<Line>, change: Partial<OrderFacts> = {}): OrderFacts => ({
  kind: 'sale',
  status: 'confirmed',
  totalMinor: 1000,
  creditsMinor: 0,
  authorizedMinor: 0,
  capturedMinor: 0,
  refundedMinor: 0,
  lastAttempt: null,
  lines: [{ ...NONE, ...line }],
  ...change,
});

describe('lifecycle and fulfilment follow the units', () => {
  test.each<[string, Partial<Line>, OrderStatus, string]>([
    ['all promised', { allocated: 4 }, 'confirmed', 'allocated'],
    ['some wait', { allocated: 3, backordered: 1 }, 'confirmed', 'backordered'],
    ['some nowhere yet', { allocated: 3 }, 'confirmed', 'unfulfilled'],
    ['one picked', { allocated: 3, picked: 1 }, 'processing', 'picking'],
    ['picked before backordered', { backordered: 3, packed: 1 }, 'processing', 'picking'],
    ['one left', { allocated: 3, shipped: 1 }, 'processing', 'partially_shipped'],
    ['all left', { shipped: 4 }, 'shipped', 'shipped'],
    ['the rest cancelled', { shipped: 3, canceled: 1 }, 'shipped', 'shipped'],
    ['one arrived', { shipped: 4, delivered: 1 }, 'shipped', 'partially_delivered'],
    [
      'one arrived, one waits',
      { shipped: 1, delivered: 1, allocated: 3 },
      'processing',
      'partially_delivered',
    ],
    ['all arrived', { shipped: 4, delivered: 4 }, 'delivered', 'delivered'],
    ['what was not cancelled arrived', { shipped: 1, delivered: 1, canceled: 3 }, 'delivered', 'delivered'],
    ['all cancelled', { canceled: 4 }, 'canceled', 'unfulfilled'],
  ])('%s', (_, line, status, fulfilmentStatus) => {
    expect(deriveStatuses(facts(line))).toMatchObject({ status, fulfilmentStatus });
  });

  test('a pending order waits until somebody confirms it, or all of it is cancelled', () => {
    expect(deriveStatuses(facts({ allocated: 4 }, { status: 'pending' })).status).toBe('pending');
    expect(deriveStatuses(facts({ allocated: 3, canceled: 1 }, { status: 'pending' })).status).toBe(
      'pending',
    );
    expect(deriveStatuses(facts({ canceled: 4 }, { status: 'pending' })).status).toBe('canceled');
  });

  test('what a person decided stays: draft, completed, cancelled', () => {
    for (const status of ['draft', 'completed', 'canceled'] as const) {
      expect(deriveStatuses(facts({ shipped: 4, delivered: 4 }, { status })).status).toBe(status);
    }
  });

  test('a credit moves no goods', () => {
    const credit = facts({}, { kind: 'credit', status: 'completed', totalMinor: -1000 });
    expect(deriveStatuses(credit)).toMatchObject({
      paymentStatus: 'refunded',
      fulfilmentStatus: 'delivered',
      dueMinor: -1000,
    });
  });
});

describe('payment: the first that is so', () => {
  test.each<[string, Partial<OrderFacts>, string]>([
    ['nothing came', {}, 'unpaid'],
    ['an attempt failed', { lastAttempt: 'failed' }, 'failed'],
    ['an attempt was voided', { lastAttempt: 'voided' }, 'voided'],
    ['all of it is held', { authorizedMinor: 1000 }, 'authorized'],
    ['less than all is held', { authorizedMinor: 999 }, 'unpaid'],
    ['a part came', { capturedMinor: 400 }, 'partially_paid'],
    ['all came', { capturedMinor: 1000 }, 'paid'],
    ['too much came', { capturedMinor: 1001 }, 'credit_owed'],
    ['all went back', { capturedMinor: 1000, refundedMinor: 1000 }, 'refunded'],
    [
      'goodwill went back',
      { capturedMinor: 1000, refundedMinor: 100, creditsMinor: 100 },
      'partially_refunded',
    ],
    ['goodwill is granted and not yet paid', { capturedMinor: 1000, creditsMinor: 100 }, 'credit_owed'],
    ['it is a draft of nothing', { status: 'draft', totalMinor: 0, lines: [] }, 'unpaid'],
    ['it costs nothing', { totalMinor: 0, lines: [{ ...NONE, allocated: 4, totalMinor: 0 }] }, 'paid'],
  ])('%s', (_, change, paymentStatus) => {
    expect(deriveStatuses(facts({ allocated: 4 }, change))).toMatchObject({ paymentStatus });
  });

  test('money or terms let an order be confirmed, a refused attempt does not', () => {
    expect(paymentAllowsConfirm('paid', 'bank_transfer')).toBe(true);
    expect(paymentAllowsConfirm('credit_owed', 'credit_card')).toBe(true);
    expect(paymentAllowsConfirm('unpaid', 'invoice')).toBe(true);
    for (const status of ['unpaid', 'failed', 'partially_paid', 'refunded', 'voided'] as const) {
      expect(paymentAllowsConfirm(status, 'bank_transfer')).toBe(false);
    }
  });
});

describe('returns', () => {
  test.each<[Partial<Line>, string]>([
    [{}, 'none'],
    [{ returnRequested: 1 }, 'requested'],
    [{ returned: 1 }, 'partially_returned'],
    [{ returned: 1, returnRequested: 1 }, 'partially_returned'],
    [{ returned: 4 }, 'returned'],
  ])('%o', (line, returnStatus) => {
    expect(deriveStatuses(facts({ shipped: 4, delivered: 4, ...line }))).toMatchObject({ returnStatus });
  });
});

const amounts = fc.nat({ max: 1_000_000 });
const someLines = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 50 }), fc.nat({ max: 50 }), amounts)
    .map(([quantity, canceled, totalMinor]) => ({
      ...NONE,
      quantity,
      canceled: Math.min(canceled, quantity),
      totalMinor,
    })),
  { minLength: 1, maxLength: 5 },
);

describe('what is due', () => {
  test('is never less than nothing, never more than the total, and nothing once all is cancelled', () => {
    fc.assert(
      fc.property(someLines, amounts, amounts, (lines, shipping, creditsMinor) => {
        const totalMinor = lines.reduce((total, line) => total + line.totalMinor, shipping);
        const due = deriveDue({ kind: 'sale', totalMinor, creditsMinor, lines });
        expect(due).toBeGreaterThanOrEqual(0);
        expect(due).toBeLessThanOrEqual(totalMinor);
        const none = lines.map((line) => ({ ...line, canceled: line.quantity }));
        expect(deriveDue({ kind: 'sale', totalMinor, creditsMinor, lines: none })).toBe(0);
      }),
    );
  });

  test('falls with each cancelled unit by shares that add up to the line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), amounts, (quantity, totalMinor) => {
        const worth = Array.from({ length: quantity + 1 }, (_, canceled) =>
          canceledAmount({ totalMinor, canceled, quantity }),
        );
        expect(worth[0]).toBe(0);
        expect(worth[quantity]).toBe(totalMinor);
        expect(worth).toEqual([...worth].sort((a, b) => a - b));
      }),
    );
  });
});
