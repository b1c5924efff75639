import { describe, expect } from 'vitest';
import type { TxCtx } from '@/lib/core/ctx';
import { newId } from '@/lib/core/ids';
import { NO_FILTER } from '@/lib/lists/filter';
import { parseFilter } from '@/lib/lists/filter-text';
import { insertOrderRow, spyOn } from '@/test/order-rows';
import { test } from '@/test/rollback-test';
import { listOrders } from './list-orders';
import { openOrderList } from './open-order-list';
import { readCursor, writeCursor } from './order-cursor';
import { ORDER_FIELDS } from './order-filter';
import { OPEN_VIEW, type OrderListQuery, type OrderView, parseOrderList } from './order-views';

const HOUR_MS = 3_600_000;
const ago = (ctx: TxCtx, hours: number) => new Date(ctx.now.getTime() - hours * HOUR_MS);
const inView = (view: OrderView, more: Partial<OrderListQuery> = {}) => ({
  query: { ...OPEN_VIEW, view, ...more },
});
const filtered = (text: string) => inView('all', { filter: parseFilter(ORDER_FIELDS, text) });
const numbers = async (ctx: TxCtx, query: ReturnType<typeof inView>) =>
  (await listOrders(ctx, query)).orders.map(({ number }) => number);

describe('views', () => {
  test('show what their name says, newest first, and count it', async ({ ctx }) => {
    const add = (number: number, row: Parameters<typeof insertOrderRow>[1]) =>
      insertOrderRow(ctx, { number, placedAt: ago(ctx, number), ...row });
    await add(1, { status: 'pending' });
    await add(2, { status: 'confirmed', shipByAt: ago(ctx, -1), paymentStatus: 'paid' });
    await add(3, { status: 'processing', shipByAt: ago(ctx, 1), paymentStatus: 'paid' });
    await add(4, { status: 'shipped', shipByAt: ago(ctx, 9), paymentStatus: 'partially_paid' });
    await add(5, { status: 'completed', paymentStatus: 'paid' });
    await add(6, { status: 'canceled' });
    await insertOrderRow(ctx, { status: 'draft' });
    expect(await numbers(ctx, inView('open'))).toEqual([1, 2, 3, 4]);
    expect(await numbers(ctx, inView('to_confirm'))).toEqual([1]);
    expect(await numbers(ctx, inView('to_ship'))).toEqual([2, 3]);
    expect(await numbers(ctx, inView('late'))).toEqual([3]);
    expect(await numbers(ctx, inView('unpaid'))).toEqual([1, 4]);
    expect(await numbers(ctx, inView('completed'))).toEqual([5]);
    expect(await numbers(ctx, inView('all'))).toEqual([1, 2, 3, 4, 5, 6]);
    const drafts = await listOrders(ctx, inView('drafts'));
    expect(drafts.orders).toMatchObject([{ number: null, status: 'draft', at: ctx.now }]);
    expect(drafts.views).toEqual({
      open: 4,
      to_confirm: 1,
      to_ship: 2,
      late: 1,
      unpaid: 2,
      on_hold: 0,
      drafts: 1,
    });
  });

  test('say size and worth per currency, and only of what is shown', async ({ ctx }) => {
    await insertOrderRow(ctx, { totalMinor: 12_34 });
    await insertOrderRow(ctx, { totalMinor: 1_00, currency: 'EUR' });
    await insertOrderRow(ctx, { totalMinor: 5_00 });
    await insertOrderRow(ctx, { totalMinor: 9_99, status: 'canceled' });
    const { size } = await listOrders(ctx, inView('open'));
    expect(size).toMatchObject({
      count: 3,
      sums: [
        { currency: 'GBP', totalMinor: 17_34 },
        { currency: 'EUR', totalMinor: 1_00 },
      ],
    });
    expect((await listOrders(ctx, inView('late'))).size).toMatchObject({ count: 0, sums: [] });
  });
});

test('filters combine; paid means also what was partly refunded; days are the store’s', async ({ ctx }) => {
  await insertOrderRow(ctx, { number: 1, paymentStatus: 'paid', fulfilmentStatus: 'shipped' });
  await insertOrderRow(ctx, { number: 2, paymentStatus: 'partially_refunded', placedAt: ago(ctx, 1) });
  await insertOrderRow(ctx, { number: 3, placedAt: new Date('2026-07-01T22:59:59Z') });
  await insertOrderRow(ctx, { number: 4, placedAt: new Date('2026-07-01T23:00:00Z') });
  expect(await numbers(ctx, filtered('payment.is.paid'))).toEqual([1, 2]);
  expect(await numbers(ctx, filtered('payment.is.paid;fulfilment.is.shipped'))).toEqual([1]);
  expect(await numbers(ctx, filtered('placed.between.2026-07-01,2026-07-01'))).toEqual([3]);
  expect(await numbers(ctx, filtered('placed.since.2026-07-02'))).toEqual([4]);
  expect(await numbers(ctx, filtered('status.is.canceled'))).toEqual([]);
});

test('pages to and fro without losing or repeating, also among equal moments', async ({ ctx }) => {
  for (let i = 0; i < 7; i++)
    await insertOrderRow(ctx, { number: 100 + i, placedAt: ago(ctx, Math.floor(i / 3)) });
  const page = (cursor: string | null) => listOrders(ctx, { ...inView('all'), cursor, limit: 3 });
  const first = await page(null);
  const second = await page(first.older);
  const third = await page(second.older);
  const seen = [first, second, third].flatMap(({ orders }) => orders.map(({ number }) => number));
  expect(new Set(seen).size).toBe(7);
  expect([first.newer, third.older]).toEqual([null, null]);
  expect([first.position, second.position, third.position]).toEqual([1, 4, 7]);
  const back = await page(third.newer);
  expect(back.orders).toEqual(second.orders);
  expect([back.position, (await page(back.newer)).orders]).toEqual([4, first.orders]);
  expect((await page('nonsense')).orders).toEqual(first.orders);
  expect(readCursor(btoa('["o",1,"x",0]'))).toBeNull();
  for (const atMs of [9e15, 8.64e15, -1e14]) {
    const bent = writeCursor({
      way: 'older',
      atMs,
      uuid: '0190aaaa-0000-7000-8000-000000000000',
      skipped: 0,
    });
    expect(readCursor(bent)).toBeNull();
  }
  const never = parseOrderList({ from: '0000-01-01', to: '9999-12-31' });
  expect(never.filter).toEqual(NO_FILTER);
});

test('a filter few orders meet is looked for bit by bit, to and fro', async ({ ctx }) => {
  const rare = new Set([2, 11, 12, 19]);
  for (let n = 0; n < 20; n++)
    await insertOrderRow(ctx, {
      number: 1 + n,
      placedAt: ago(ctx, n),
      paymentStatus: rare.has(n) ? 'paid' : 'unpaid',
    });
  const page = (cursor: string | null) =>
    listOrders(ctx, { ...filtered('payment.is.paid'), cursor, limit: 3, lookThrough: 4 });
  const walk = async (from: string | null, way: 'older' | 'newer') => {
    const seen: (number | null)[] = [];
    let cursor = from;
    let last = cursor;
    for (let step = 0; step < 12; step++) {
      const found = await page(cursor);
      const shown = found.orders.map(({ number }) => number);
      seen.push(...(way === 'older' ? shown : shown.reverse()));
      last = found[way === 'older' ? 'newer' : 'older'] ?? last;
      cursor = found[way];
      if (!cursor) break;
    }
    return { seen, last };
  };
  const onward = await walk(null, 'older');
  expect(onward.seen).toEqual([3, 12, 13, 20]);
  const back = await walk(onward.last, 'newer');
  expect(back.seen).toEqual([13, 12, 3]);
});

describe('search', () => {
  test('finds by number, name, code and Chinese, within the view', async ({ ctx }) => {
    await insertOrderRow(ctx, {
      number: 1487,
      customerName: 'Wei Zhang',
      codes: ['RB123456785GB', 'HH-MUG'],
    });
    await insertOrderRow(ctx, {
      number: 1488,
      customerName: '李明',
      codes: ['HH-MUG'],
      placedAt: ago(ctx, 1),
    });
    await insertOrderRow(ctx, {
      number: 1489,
      customerName: 'Wei Chen',
      status: 'completed',
      placedAt: ago(ctx, 2),
    });
    const find = (q: string, view: OrderView = 'all') => numbers(ctx, inView(view, { q }));
    expect(await find('#1487')).toEqual([1487]);
    expect(await find('rb 1234 56785 gb')).toEqual([1487]);
    expect(await find('hh-mug')).toEqual([1487, 1488]);
    expect(await find('wei')).toEqual([1487, 1489]);
    expect(await find('zhang wei')).toEqual([1487]);
    expect(await find('wei', 'open')).toEqual([1487]);
    expect(await find('李')).toEqual([1488]);
    expect(await find('李明')).toEqual([1488]);
    expect(await find('nobody')).toEqual([]);
    expect(await find('?!')).toEqual([]);
    const { size } = await listOrders(ctx, inView('all', { q: 'wei' }));
    expect(size).toMatchObject({ count: 2, sums: [{ currency: 'GBP', totalMinor: 20_00 }] });
  });

  test('pages like the list', async ({ ctx }) => {
    for (let i = 0; i < 5; i++) {
      await insertOrderRow(ctx, { number: 1 + i, customerName: 'Ann Lee', placedAt: ago(ctx, i) });
    }
    const page = (cursor: string | null) =>
      listOrders(ctx, { ...inView('all', { q: 'lee ann' }), cursor, limit: 2 });
    const first = await page(null);
    const second = await page(first.older);
    expect([...first.orders, ...second.orders].map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect((await page(second.newer)).orders).toEqual(first.orders);
  });
});

test('takes at most five statements', async ({ ctx }) => {
  const plain = spyOn(ctx);
  await listOrders(plain.ctx, inView('open'));
  expect(plain.statements).toHaveLength(4);
  const searched = spyOn(ctx);
  await listOrders(searched.ctx, inView('open', { q: 'two words' }));
  expect(searched.statements).toHaveLength(5);
});

test('the whole page takes one more, and a filter two: how far to look, and what it names', async ({
  ctx,
}) => {
  const plain = spyOn(ctx);
  await openOrderList(plain.ctx, inView('open'));
  expect(plain.statements).toHaveLength(5);
  const named = spyOn(ctx);
  await openOrderList(named.ctx, filtered(`customer.is.${newId('cus')};late.yes`));
  expect(named.statements).toHaveLength(7);
});

test('is behind both walls and its permission', async ({ ctx, as, inOtherStore }) => {
  await insertOrderRow(ctx, { number: 7 });
  await inOtherStore(async (other) => {
    expect((await listOrders(other, inView('all'))).orders).toEqual([]);
    expect((await listOrders(other, inView('all', { q: '7' }))).size.count).toBe(0);
  });
  await expect(listOrders(as('stranger'), inView('all'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
