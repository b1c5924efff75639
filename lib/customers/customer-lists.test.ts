import { describe, expect } from 'vitest';
import { orders } from '@/db/schema/orders';
import type { TxCtx } from '@/lib/core/ctx';
import { type CustomerId, newId } from '@/lib/core/ids';
import { test } from '@/test/rollback-test';
import { createCustomer } from './create-customer';
import { customerOrders } from './customer-orders';
import { getCustomer } from './get-customer';
import { listCustomers } from './list-customers';

const minutes = (ctx: TxCtx, n: number) => new Date(ctx.now.getTime() + n * 60_000);

/** A settled order as an import leaves it: the figures need no more of it. */
async function settled(
  ctx: TxCtx,
  customerId: CustomerId,
  fact: { number: number; totalMinor: number; currency?: string; refundedMinor?: number; canceled?: boolean },
) {
  const { number, totalMinor, currency = 'GBP', refundedMinor = 0, canceled = false } = fact;
  const at = minutes(ctx, number);
  await ctx.db.insert(orders).values({
    storeId: ctx.store.id,
    id: newId('ord'),
    number,
    channel: 'import',
    customerId,
    status: canceled ? 'canceled' : 'completed',
    paymentStatus: canceled ? 'unpaid' : 'paid',
    fulfilmentStatus: canceled ? 'unfulfilled' : 'delivered',
    currency,
    pricesIncludeTax: true,
    paymentMethod: 'settled_outside',
    goodsMinor: totalMinor,
    totalMinor,
    dueMinor: canceled ? 0 : totalMinor,
    capturedMinor: canceled ? 0 : totalMinor,
    refundedMinor,
    placedAt: at,
    createdAt: at,
    updatedAt: at,
  });
}

describe('listCustomers', () => {
  test('pages both ways, with and without a search', async ({ ctx, at }) => {
    for (let n = 1; n <= 7; n++) await createCustomer(at(minutes(ctx, n)), { name: `Ann Number${n}` });
    await createCustomer(ctx, { name: 'Bob' });
    const names = (list: Awaited<ReturnType<typeof listCustomers>>) =>
      list.customers.map((c) => c.name.slice(-1)).join('');
    for (const text of ['', 'ann', 'ann num']) {
      const first = await listCustomers(ctx, { text, size: 3 });
      const second = await listCustomers(ctx, { text, size: 3, cursor: first.after });
      const third = await listCustomers(ctx, { text, size: 3, cursor: second.after });
      const tail = text ? '1' : '1b';
      expect([names(first), names(second), names(third)]).toEqual(['765', '432', tail]);
      expect([first.before, third.after]).toEqual([null, null]);
      expect(names(await listCustomers(ctx, { text, size: 3, cursor: third.before }))).toBe('432');
      expect(names(await listCustomers(ctx, { text, size: 3, cursor: second.before }))).toBe('765');
    }
    expect((await listCustomers(ctx, { cursor: 'nonsense', size: 3 })).customers).toHaveLength(3);
  });

  test('counts orders and money per currency, and keeps stores apart', async ({ ctx, as, inOtherStore }) => {
    const { customerId } = await createCustomer(ctx, {
      name: 'Ann',
      email: 'ann@example.com',
      country: 'GB',
    });
    await settled(ctx, customerId, { number: 1, totalMinor: 10_00 });
    await settled(ctx, customerId, { number: 2, totalMinor: 5_01, refundedMinor: 1_00 });
    await settled(ctx, customerId, { number: 3, totalMinor: 99_00, canceled: true });
    await settled(ctx, customerId, { number: 4, totalMinor: 7_00, currency: 'EUR' });
    expect((await listCustomers(as('analyst'), {})).customers).toEqual([
      {
        customerId,
        name: 'Ann',
        company: '',
        maskedEmail: 'a•••@e•••.com',
        country: 'GB',
        orders: 4,
        spent: [
          { currency: 'GBP', amountMinor: 14_01 },
          { currency: 'EUR', amountMinor: 7_00 },
        ],
        lastOrderAt: minutes(ctx, 4),
        createdAt: ctx.now,
      },
    ]);
    expect((await getCustomer(ctx, customerId)).figures).toEqual({
      ordersPlaced: 4,
      firstOrderAt: minutes(ctx, 1),
      lastOrderAt: minutes(ctx, 4),
      byCurrency: [
        { currency: 'GBP', netPaidMinor: 14_01, averageMinor: 7_51, averagedOver: 2 },
        { currency: 'EUR', netPaidMinor: 7_00, averageMinor: 7_00, averagedOver: 1 },
      ],
    });
    const first = await customerOrders(ctx, { customerId, size: 3 });
    const rest = await customerOrders(ctx, { customerId, size: 3, cursor: first.after });
    expect([first, rest].map((page) => page.orders.map((order) => order.number))).toEqual([[4, 3, 2], [1]]);
    expect((await customerOrders(ctx, { customerId, size: 3, cursor: rest.before })).orders).toHaveLength(3);
    await inOtherStore(async (other) => {
      expect((await listCustomers(other, { text: 'ann' })).customers).toEqual([]);
      expect((await customerOrders(other, { customerId })).orders).toEqual([]);
    });
    await expect(listCustomers(as('stranger'), {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
