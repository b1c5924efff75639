import { describe, expect } from 'vitest';
import type { TxCtx } from '@/lib/core/ctx';
import { idOf, newId, type OrderId, uuidOf } from '@/lib/core/ids';
import { insertOrderRow } from '@/test/order-rows';
import { test } from '@/test/rollback-test';
import { listOrders } from './list-orders';
import { nameFilterRecords } from './name-filter-records';
import { parseOrderList } from './order-views';

const DAY_MS = 86_400_000;

const change = (ctx: TxCtx, id: OrderId, set: string) =>
  ctx.raw(`update orders set ${set} where store_id = $1::uuid and id = $2::uuid`, [
    uuidOf(ctx.store.id),
    uuidOf(id),
  ]);

async function find(ctx: TxCtx, filter: string, more: Record<string, string> = {}): Promise<number[]> {
  const { orders, size } = await listOrders(ctx, { query: parseOrderList({ view: 'all', filter, ...more }) });
  expect(size.count).toBe(orders.length);
  return orders.map(({ number }) => Number(number)).sort((a, b) => a - b);
}

async function addLine(ctx: TxCtx, orderId: OrderId, sku: string) {
  const line = newId('oln');
  await ctx.raw(
    `insert into order_lines (store_id, id, order_id, position, sku, title, unit_price_e4, quantity, goods_minor, total_minor)
     values ($1::uuid, $2::uuid, $3::uuid, 1, $4::text, 'Mug', 10000, 1, 100, 100)`,
    [uuidOf(ctx.store.id), uuidOf(line), uuidOf(orderId), sku],
  );
  return line;
}

describe('each field', () => {
  test('finds by columns, amounts and days', async ({ ctx }) => {
    const a = await insertOrderRow(ctx, { number: 1, totalMinor: 10_00 });
    const b = await insertOrderRow(ctx, { number: 2, totalMinor: 50_00, currency: 'EUR' });
    await insertOrderRow(ctx, {
      number: 3,
      totalMinor: 99_00,
      placedAt: new Date(ctx.now.getTime() - 9 * DAY_MS),
    });
    await change(ctx, a, `ship_country = 'DE', channel = 'api', payment_method = 'cash', kind = 'credit'`);
    await change(ctx, b, `ship_country = null, return_status = 'requested'`);
    expect(await find(ctx, 'country.is.DE,FR')).toEqual([1]);
    expect(await find(ctx, 'country.not.DE')).toEqual([2, 3]);
    expect(await find(ctx, 'channel.is.api')).toEqual([1]);
    expect(await find(ctx, 'paymentMethod.not.cash')).toEqual([2, 3]);
    expect(await find(ctx, 'kind.is.sale;return.is.requested')).toEqual([2]);
    expect(await find(ctx, 'currency.is.EUR')).toEqual([2]);
    expect(await find(ctx, 'total.atLeast.GBP:2000')).toEqual([3]);
    expect(await find(ctx, 'total.atMost.GBP:2000')).toEqual([1]);
    expect(await find(ctx, 'total.between.EUR:1,EUR:9999')).toEqual([2]);
    expect(await find(ctx, 'placed.last.7')).toEqual([1, 2]);
    expect(await find(ctx, 'any:currency.is.EUR;total.atLeast.GBP:9900')).toEqual([2, 3]);
    expect(await find(ctx, 'placed.last.7;(any:currency.is.EUR;country.is.DE)')).toEqual([1, 2]);
  });

  test('finds tags, notes, lateness and holds, and their absence', async ({ ctx, fresh }) => {
    const a = await insertOrderRow(ctx, { number: 1, shipByAt: new Date(ctx.now.getTime() - 1000) });
    const b = await insertOrderRow(ctx, { number: 2, shipByAt: new Date(ctx.now.getTime() - 1000) });
    await insertOrderRow(ctx, { number: 3, shipByAt: new Date(ctx.now.getTime() + DAY_MS) });
    await change(ctx, a, `tags = '{vip,"gift, wrapped"}'`);
    await change(ctx, b, `held_at = now()`);
    await ctx.raw(
      `insert into order_notes (store_id, id, order_id, author_id, body, created_at)
       values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, 'x', now())`,
      [uuidOf(ctx.store.id), uuidOf(newId('nte')), uuidOf(a), uuidOf(fresh.people.owner)],
    );
    expect(await find(ctx, 'tag.is.vip')).toEqual([1]);
    expect(await find(ctx, 'tag.is.gift~, wrapped')).toEqual([1]);
    expect(await find(ctx, 'tag.not.vip')).toEqual([2, 3]);
    expect(await find(ctx, 'note.yes')).toEqual([1]);
    expect(await find(ctx, 'note.no')).toEqual([2, 3]);
    expect(await find(ctx, 'late.yes')).toEqual([1]);
    expect(await find(ctx, 'late.no')).toEqual([2, 3]);
    expect(await find(ctx, 'held.yes')).toEqual([2]);
    expect(await find(ctx, 'shipBy.next.2')).toEqual([1, 2, 3]);
    expect(await find(ctx, '', { view: 'late' })).toEqual([1]);
    expect(await find(ctx, '', { view: 'on_hold' })).toEqual([2]);
  });

  test('finds SKUs by their search words, warehouses by what is promised there', async ({ ctx }) => {
    const a = await insertOrderRow(ctx, { number: 1, codes: ['HH-MUG'], customerName: 'Wei Zhang' });
    const b = await insertOrderRow(ctx, { number: 2, codes: ['HHMUG'] });
    const line = await addLine(ctx, a, 'HH-MUG');
    await addLine(ctx, b, 'HHMUG');
    const house = newId('whs');
    await ctx.raw(
      `insert into warehouses (store_id, id, code, name, country, priority) values ($1::uuid, $2::uuid, 'L', 'Leeds', 'GB', 1)`,
      [uuidOf(ctx.store.id), uuidOf(house)],
    );
    await ctx.raw(
      `insert into order_allocations (store_id, line_id, warehouse_id, order_id, quantity)
       values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, 1)`,
      [uuidOf(ctx.store.id), uuidOf(line), uuidOf(house), uuidOf(a)],
    );
    expect(await find(ctx, 'sku.is.HH-MUG')).toEqual([1]);
    expect(await find(ctx, 'sku.is.HH-MUG,HHMUG')).toEqual([1, 2]);
    expect(await find(ctx, 'sku.not.HH-MUG')).toEqual([2]);
    expect(await find(ctx, 'any:sku.is.HH-MUG;kind.is.sale')).toEqual([1, 2]);
    expect(await find(ctx, 'sku.is.HHMUG', { q: 'wei' })).toEqual([]);
    expect(await find(ctx, 'sku.is.HH-MUG', { q: 'wei' })).toEqual([1]);
    expect(await find(ctx, `warehouse.is.${house}`)).toEqual([1]);
    expect(await find(ctx, `warehouse.not.${house}`)).toEqual([2]);
    const names = await nameFilterRecords(ctx, parseOrderList({ filter: `warehouse.is.${house}` }).filter);
    expect([...names]).toEqual([[idOf('whs', uuidOf(house)), 'Leeds']]);
  });
});

test('sees nothing of another store', async ({ ctx, inOtherStore }) => {
  await insertOrderRow(ctx, { number: 1, codes: ['HH-MUG'] });
  await inOtherStore(async (other) => {
    expect(await find(other, 'status.not.canceled')).toEqual([]);
    expect(await find(other, 'sku.is.HH-MUG')).toEqual([]);
  });
});
