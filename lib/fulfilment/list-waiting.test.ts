import { describe, expect } from 'vitest';
import type { TxCtx } from '@/lib/core/ctx';
import { newId } from '@/lib/core/ids';
import { spyOn } from '@/test/order-rows';
import { orderUpTo } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { countWaiting } from './count-waiting';
import { createWave } from './create-wave';
import { listWaiting, WAITING_PER_PAGE } from './list-waiting';
import { QUEUES } from './waiting-view';

const ids = async (ctx: TxCtx, input: Parameters<typeof listWaiting>[1]) =>
  (await listWaiting(ctx, input)).rows.map(({ orderId }) => orderId);

describe('the queues', () => {
  test('hold each order where its goods are', async ({ ctx }) => {
    await orderUpTo(ctx, 'placed');
    const paid = await orderUpTo(ctx, 'paid');
    const picked = await orderUpTo(ctx, 'picked');
    const packed = await orderUpTo(ctx, 'packed');
    await orderUpTo(ctx, 'shipped');
    const pick = await listWaiting(ctx, { queue: 'pick' });
    expect(pick.rows).toMatchObject([
      { orderId: paid.orderId, units: 2, lines: 1, shipmentId: null, customerName: 'Ada Wong', wave: null },
    ]);
    expect(pick.desk.counts).toEqual({ pick: 1, pack: 1, ship: 1 });
    expect((await listWaiting(ctx, { queue: 'pack' })).rows).toMatchObject([
      { orderId: picked.orderId, shipmentId: picked.shipmentId, sequence: 1, units: 2 },
    ]);
    expect(await ids(ctx, { queue: 'ship' })).toEqual([packed.orderId]);
  });

  test('show one warehouse where asked, counted alike', async ({ ctx }) => {
    const here = await orderUpTo(ctx, 'paid');
    await orderUpTo(ctx, 'picked');
    const { rows, desk } = await listWaiting(ctx, { queue: 'pick', warehouseId: here.warehouseId });
    expect(rows.map(({ orderId }) => orderId)).toEqual([here.orderId]);
    expect(desk.counts).toEqual({ pick: 1, pack: 0, ship: 0 });
    expect(desk.cutOff.due).toBe(0);
    expect(desk.warehouses).toHaveLength(2);
  });

  test('begin with what is late, and page both ways without loss', async ({ ctx, at }) => {
    const later = await orderUpTo(at(new Date(ctx.now.getTime() + 86_400_000)), 'paid');
    const sooner = await orderUpTo(ctx, 'paid');
    expect(await ids(ctx, { queue: 'pick' })).toEqual([sooner.orderId, later.orderId]);
    for (let more = 0; more < WAITING_PER_PAGE; more++) await orderUpTo(ctx, 'paid');
    const first = await listWaiting(ctx, { queue: 'pick' });
    const second = await listWaiting(ctx, { queue: 'pick', cursor: first.after });
    expect(first.rows).toHaveLength(WAITING_PER_PAGE);
    expect(second.rows.at(-1)?.orderId).toBe(later.orderId);
    expect(second.after).toBe(null);
    const all = [...first.rows, ...second.rows].map(({ orderId }) => orderId);
    expect(new Set(all).size).toBe(WAITING_PER_PAGE + 2);
    const back = await listWaiting(ctx, { queue: 'pick', cursor: second.before });
    expect(back.rows.map(({ orderId }) => orderId)).toEqual(first.rows.map(({ orderId }) => orderId));
  });

  test('a bent cursor shows the first page', async ({ ctx }) => {
    await orderUpTo(ctx, 'packed');
    for (const cursor of ['', 'a', 'azzz', 'bW10', `a${'x'.repeat(600)}`]) {
      for (const queue of QUEUES) expect((await listWaiting(ctx, { queue, cursor })).before).toBe(null);
    }
  });

  test('say which open wave fetches an order', async ({ ctx }) => {
    const { orderId, warehouseId } = await orderUpTo(ctx, 'paid');
    const waveId = newId('wav');
    await createWave(ctx, { waveId, warehouseId, orders: [orderId] });
    expect((await listWaiting(ctx, { queue: 'pick' })).rows[0]?.wave).toEqual({ waveId, number: 1 });
  });

  test('take the same four statements whatever they hold', async ({ ctx }) => {
    await orderUpTo(ctx, 'picked');
    for (const queue of QUEUES) {
      const spied = spyOn(ctx);
      await listWaiting(spied.ctx, { queue });
      // Two by hand, and Drizzle's two for the store's rules and warehouses.
      expect(spied.statements).toHaveLength(2);
    }
  });

  test('are empty for another store', async ({ ctx, inOtherStore }) => {
    await orderUpTo(ctx, 'packed');
    await inOtherStore(async (other) => {
      for (const queue of QUEUES) expect((await listWaiting(other, { queue })).rows).toEqual([]);
    });
  });
});

describe('the carrier’s clock', () => {
  test('runs to the store’s next cut-off and counts what must leave by then', async ({ ctx, at }) => {
    await orderUpTo(ctx, 'paid');
    await orderUpTo(ctx, 'packed');
    const monday = await listWaiting(ctx, { queue: 'pick' });
    // Confirmed on Monday at ten, one handling day: due on Tuesday.
    expect(monday.desk.cutOff).toEqual({ at: new Date('2026-03-02T17:00:00Z'), due: 0, late: 0 });
    const tuesday = await listWaiting(at(new Date('2026-03-03T09:00:00Z')), { queue: 'pick' });
    expect(tuesday.desk.cutOff).toEqual({ at: new Date('2026-03-03T17:00:00Z'), due: 2, late: 0 });
    const friday = await listWaiting(at(new Date('2026-03-06T18:00:00Z')), { queue: 'pick' });
    expect(friday.desk.cutOff).toEqual({ at: new Date('2026-03-09T17:00:00Z'), due: 2, late: 2 });
  });

  test('the sidebar counts orders that have not left', async ({ ctx, at }) => {
    await orderUpTo(ctx, 'paid');
    await orderUpTo(ctx, 'shipped');
    expect(await countWaiting(ctx)).toEqual({ count: 1, urgent: false });
    const later = at(new Date('2026-03-06T18:00:00Z'));
    expect(await countWaiting(later)).toEqual({ count: 1, urgent: true });
  });
});
