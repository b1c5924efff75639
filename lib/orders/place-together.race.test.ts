import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { events } from '@/db/schema/events';
import { orderAllocations, orderCharges, orderLines, orderSearch, orders } from '@/db/schema/orders';
import { stockLevels, stockMovements } from '@/db/schema/stock';
import { type Ctx, read } from '@/lib/core/ctx';
import { newId } from '@/lib/core/ids';
import { checkStock } from '@/lib/stock/check-stock';
import { committedStore, race } from '@/test/committed-store';
import { requestFor, shelf } from '@/test/order-up-to';
import { placeOrder } from './place-order';

/** A request's own context: its moment and its name. */
const request = (ctx: Ctx, n: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + n * 1000),
  requestId: `request-${n}`,
});
const buyer = (n: number) => ({ name: `Buyer ${n}`, email: `b${n}@example.com` });

test('orders that are placed together are each written in their own name', async () => {
  const { ctx, store } = await committedStore();
  const { sku, variantId } = await shelf(ctx, 100);
  const results = await race(40, (n) =>
    placeOrder(request(ctx, n), requestFor(sku, 2, { customer: buyer(n) }), 'api'),
  );
  expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
  await read(ctx, async ({ db }) => {
    const moved = await db.select().from(stockMovements).where(eq(stockMovements.storeId, store.id));
    const taken = moved.filter(({ code }) => code === 'allocate');
    // Each movement has the balance it left: a hundred less two, less two, down to twenty.
    const balances = taken.map((movement) => movement.balanceAfter).sort((a, b) => b - a);
    expect(balances).toEqual(Array.from({ length: 40 }, (_, n) => 98 - 2 * n));
    for (const [n, result] of results.entries()) {
      if (result.status !== 'fulfilled') continue;
      const { id } = result.value;
      const written = await db.select().from(events).where(eq(events.subject, id)).orderBy(asc(events.seq));
      expect(written.map(({ type }) => type)).toEqual(['order.placed', 'order.allocated']);
      expect(new Set(written.map(({ requestId }) => requestId))).toEqual(new Set([`request-${n}`]));
      const own = taken.filter((movement) => movement.causeId === id);
      expect(own).toMatchObject([{ quantity: 2, requestId: `request-${n}`, variantId }]);
      const [order] = await db.select().from(orders).where(eq(orders.id, id));
      expect(order?.placedAt).toEqual(request(ctx, n).now);
      expect(order?.customerName).toBe(`Buyer ${n}`);
    }
  });
  expect((await checkStock(ctx)).differences).toEqual([]);
});

test('what one of them can not have is its own affair', async () => {
  const { ctx, store } = await committedStore();
  const [plenty, none] = [await shelf(ctx, 50), await shelf(ctx, 0)];
  const skus = [none.sku, 'NO-SUCH-SKU'];
  const results = await race(24, (n) =>
    placeOrder(request(ctx, n), requestFor(skus[n % 8] ?? plenty.sku, 1, { customer: buyer(n) }), 'api'),
  );
  const told = results.map((result) => (result.status === 'rejected' ? result.reason.code : 'placed'));
  expect(told).toEqual(results.map((_, n) => ['CONFLICT', 'INVALID'][n % 8] ?? 'placed'));
  await read(ctx, async ({ db }) => {
    expect(await db.$count(orders, eq(orders.storeId, store.id))).toBe(18);
    const [level] = await db.select().from(stockLevels).where(eq(stockLevels.variantId, plenty.variantId));
    expect(level).toMatchObject({ available: 32, allocated: 18 });
  });
});

test('an id that is there already answers with its order, and those beside it are placed', async () => {
  const { ctx } = await committedStore();
  const { sku } = await shelf(ctx, 50);
  const twice = requestFor(sku, 1, { id: newId('ord') });
  const first = await placeOrder(ctx, twice, 'api');
  const results = await race(12, (n) =>
    placeOrder(
      request(ctx, n),
      n === 6 ? twice : requestFor(sku, 1, { customer: buyer(n) }),
      n === 6 ? 'api' : 'checkout',
    ),
  );
  const placed = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  expect(placed).toHaveLength(12);
  expect(placed.filter(({ repeated }) => repeated)).toMatchObject([{ id: first.id, number: first.number }]);
});

test('an order in a group is the order it would be alone', async () => {
  const rowsOf = async (times: number) => {
    const { ctx } = await committedStore();
    const [a, b] = [await shelf(ctx, 500, 'HH-MUG'), await shelf(ctx, 500, 'HH-BOWL')];
    const results = await race(times, (n) =>
      placeOrder(
        request(ctx, n),
        requestFor(a.sku, 1, {
          customer: buyer(0),
          externalId: `X-${n}`,
          discount: { kind: 'percent', hundredths: 1000 },
          discountReason: 'opening week',
          lines: [
            { sku: a.sku, quantity: 3 },
            { sku: b.sku, quantity: 1, discount: { kind: 'amount', amountMinor: 100 } },
          ],
        }),
        'api',
      ),
    );
    const last = results.at(-1);
    if (last?.status !== 'fulfilled') throw new Error('an order was not placed');
    const { id } = last.value;
    return read(ctx, async ({ db }) => {
      const [order] = await db.select().from(orders).where(eq(orders.id, id));
      const lines = await db
        .select()
        .from(orderLines)
        .where(eq(orderLines.orderId, id))
        .orderBy(orderLines.position);
      const charges = await db
        .select()
        .from(orderCharges)
        .where(eq(orderCharges.orderId, id))
        .orderBy(orderCharges.position);
      return {
        order: [order?.goodsMinor, order?.discountMinor, order?.taxMinor, order?.totalMinor, order?.status],
        texts: [order?.customerName, order?.email, order?.shipTo, order?.tags, order?.discountReason],
        lines: lines.map(({ sku, position, quantity, allocated, goodsMinor, discountMinor, totalMinor }) => [
          sku, position, quantity, allocated, goodsMinor, discountMinor, totalMinor,
        ]), // biome-ignore format: short
        charges: charges.map(({ kind, label, basis, amountMinor, position }) => [
          kind, label, basis, amountMinor, position,
        ]), // biome-ignore format: short
        allocated: await db.$count(orderAllocations, eq(orderAllocations.orderId, id)),
        found: await db.$count(orderSearch, eq(orderSearch.orderId, id)),
      };
    });
  };
  expect(await rowsOf(20)).toEqual(await rowsOf(1));
});
