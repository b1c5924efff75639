import { describe, expect, it } from 'vitest';
import { localGroups, matches, parseAnswer } from './palette-match';
import { isWithin } from './place';

describe('matches', () => {
  it('takes beginnings of words, in any order', () => {
    expect(matches('New order', 'ord')).toBe(true);
    expect(matches('New order', 'ord new')).toBe(true);
    expect(matches('New order', 'der')).toBe(false);
    expect(matches('新建订单', '订单')).toBe(true);
    expect(matches('Orders', '')).toBe(true);
  });
});

describe('localGroups', () => {
  it('leaves out groups with nothing in them', () => {
    const groups = localGroups('sto', {
      places: {
        label: 'Places',
        places: [{ key: 'stock', href: '/demo/stock' }],
        word: () => 'Stock',
      },
      actions: { label: 'Actions', actions: [{ id: 'new', label: 'New order', href: '/n' }] },
    });
    expect(groups).toEqual([
      {
        label: 'Places',
        items: [{ id: 'place-stock', title: 'Stock', href: '/demo/stock' }],
      },
    ]);
  });
});

describe('parseAnswer', () => {
  it('reads groups and refuses anything else', () => {
    const item = { id: 'o1', title: '#1480', subtitle: null, href: '/o' };
    expect(parseAnswer({ groups: [{ label: 'Orders', items: [item] }] })).toEqual([
      { label: 'Orders', items: [item] },
    ]);
    expect(() => parseAnswer({ error: 'no' })).toThrow();
  });
});

describe('isWithin', () => {
  it('knows the place a page belongs to', () => {
    const orders = { key: 'orders', href: '/demo/orders' } as const;
    expect(isWithin('/demo/orders/ord_1', orders)).toBe(true);
    expect(isWithin('/demo/orders-archive', orders)).toBe(false);
    expect(isWithin('/demo/orders', { key: 'home', href: '/demo' })).toBe(false);
  });
});
