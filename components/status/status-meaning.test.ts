import { describe, expect, it } from 'vitest';
import english from '@/messages/en/status.json';
import chinese from '@/messages/zh-CN/status.json';
import { fulfilmentBadge, MEANINGS, meaningOf, paymentBadge } from './status-meaning';

const words = (table: object) =>
  Object.fromEntries(Object.entries(table).map(([kind, values]) => [kind, Object.keys(values)]));

describe('status meanings', () => {
  it('have a word in each language, and no word is without meaning', () => {
    expect(words(english)).toEqual(words(MEANINGS));
    expect(words(chinese)).toEqual(words(MEANINGS));
  });

  it('are calm about what they do not know', () => {
    expect(meaningOf('order', 'something_new')).toEqual(['mute', 'empty']);
  });
});

describe('order badges', () => {
  it('say what an unpaid order waits for', () => {
    expect(paymentBadge('unpaid', 'bank_transfer')).toBe('awaiting_transfer');
    expect(paymentBadge('unpaid', 'cash_on_delivery')).toBe('on_delivery');
    expect(paymentBadge('paid', 'bank_transfer')).toBe('paid');
  });

  it('put confirmation before fulfilment', () => {
    expect(fulfilmentBadge('pending', 'allocated')).toBe('to_confirm');
    expect(fulfilmentBadge('canceled', 'unfulfilled')).toBe('canceled');
    expect(fulfilmentBadge('confirmed', 'backordered')).toBe('backordered');
  });
});
