import { beforeAll, describe, expect, test } from 'vitest';
import { type Ctx, read, type TxCtx } from '@/lib/core/ctx';
import { newId, uuidOf } from '@/lib/core/ids';
import { codeTokens, nameTokens } from '@/lib/core/search-tokens';
import { committedStore } from '@/test/committed-store';
import { runOnce } from '@/test/sql-once';
import { getOrder } from './get-order';
import { listOrders } from './list-orders';
import { writeCursor } from './order-cursor';
import { orderTimeline } from './order-timeline';
import { OPEN_VIEW, ORDER_VIEWS, parseOrderList } from './order-views';

const ORDERS = 20_000;
const DEEP = writeCursor({
  way: 'older',
  atMs: Date.UTC(2025, 11, 1),
  uuid: '00000000-0000-7000-8000-000000000000',
  skipped: 5_000,
});

let ctx: Ctx;

/** Among another store's thrice as many. Orders of every status over half a year, one word all share, one a tenth, and a SKU some have. */
beforeAll(async () => {
  const made = await committedStore();
  ctx = made.ctx;
  const owner = process.env.DATABASE_OWNER_URL ?? '';
  const store = `'${uuidOf(made.store.id)}'::uuid`;
  const other = `'${uuidOf((await committedStore()).store.id)}'::uuid`;
  const insert = (
    into: string,
    count: number,
  ) => `insert into orders (store_id, id, number, channel, status, payment_status, fulfilment_status, currency,
       prices_include_tax, payment_method, total_minor, units, placed_at, created_at, updated_at, ship_by_at)
     select ${into}, gen_random_uuid(), case when n % 50 = 0 then null else n end, 'api',
       case when n % 50 = 0 then 'draft' when n % 40 = 1 then 'pending' when n % 40 = 2 then 'confirmed'
         when n % 40 = 3 then 'processing' when n % 40 = 4 then 'shipped' else 'completed' end,
       case when n % 9 = 0 then 'unpaid' else 'paid' end, 'allocated', 'GBP', true, 'bank_transfer', n, 1,
       case when n % 50 = 0 then null else timestamptz '2026-03-02 10:00Z' - n * interval '13 minutes' end,
       timestamptz '2026-03-02 10:00Z' - n * interval '13 minutes', now(), timestamptz '2026-03-01 10:00Z'
     from generate_series(1, ${count}) n`;
  await runOnce(owner, insert(other, ORDERS * 3));
  await runOnce(owner, insert(store, ORDERS));
  const [everyone] = nameTokens(made.store.id, 'an');
  const [some] = nameTokens(made.store.id, 'le');
  const [sku] = codeTokens(made.store.id, 'HH-MUG');
  for (const [token, every] of [
    [everyone, 1],
    [some, 10],
    [sku, 7],
  ] as const) {
    await runOnce(
      owner,
      `insert into order_search (store_id, token, placed_at, order_id)
       select store_id, ${token}, coalesce(placed_at, created_at), id from orders
       where coalesce(number, 0) % ${every} = 0 and store_id in (${store}, ${other})`,
    );
  }
  await runOnce(owner, 'vacuum analyze orders, order_search');
}, 120_000);

/** The plans of everything a query sends, as the app role sees them. */
async function plansOf(work: (ctx: TxCtx) => Promise<unknown>): Promise<string[]> {
  return read(ctx, async (inner) => {
    const plans: string[] = [];
    const raw: TxCtx['raw'] = async (text, params = []) => {
      const lines = await inner.raw(`explain ${text}`, params);
      plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'));
      return inner.raw(text, params);
    };
    await work({ ...inner, raw });
    return plans;
  });
}

const scansOf = (plans: string[]) => plans.join('\n').match(/Seq Scan on (orders|order_\w+)\b/g) ?? [];

describe('at twenty thousand orders, as the app role', () => {
  for (const view of ORDER_VIEWS) {
    test(`the view ${view} reads indexes only, first page and deep`, async () => {
      const query = { ...OPEN_VIEW, view };
      const plans = await plansOf(async (inner) => {
        await listOrders(inner, { query });
        await listOrders(inner, { query, cursor: DEEP });
      });
      expect(plans).toHaveLength(8);
      expect(scansOf(plans)).toEqual([]);
      expect(plans.join('\n')).not.toContain('Sort Key: o.placed_at');
    });
  }

  test('filters and days read indexes', async () => {
    const query = parseOrderList({ view: 'all', payment: 'paid', from: '2026-01-01', to: '2026-01-31' });
    const plans = await plansOf((inner) => listOrders(inner, { query }));
    expect(scansOf(plans)).toEqual([]);
  });

  for (const filter of [
    'status.is.pending',
    'payment.is.unpaid',
    'fulfilment.not.delivered',
    'return.is.none',
    'placed.last.30',
    'shipBy.next.3',
    'late.yes',
    'held.yes',
    'total.atLeast.GBP:19000',
    'currency.is.EUR',
    'country.is.GB',
    'sku.is.HH-MUG',
    'tag.is.vip',
    'note.yes',
    'paymentMethod.is.cash',
    'channel.is.staff',
    'kind.is.credit',
    `warehouse.is.${newId('whs')}`,
    `customer.is.${newId('cus')}`,
    'any:late.yes;(tag.is.vip;country.is.DE)',
  ]) {
    test(`the filter ${filter.slice(0, 24)} reads indexes`, async () => {
      const plans = await plansOf((inner) =>
        listOrders(inner, { query: parseOrderList({ view: 'all', filter }) }),
      );
      // Lines, notes and promises are empty here: an empty table is read whole.
      expect(plans.join('\n')).not.toMatch(/Seq Scan on (orders|order_search)\b/);
    });
  }

  for (const q of ['an', 'an le', 'HH-MUG an', '4711']) {
    test(`searching “${q}” walks the tokens`, async () => {
      for (const view of ['all', 'open'] as const) {
        const plans = await plansOf((inner) => listOrders(inner, { query: { ...OPEN_VIEW, view, q } }));
        expect(scansOf(plans)).toEqual([]);
      }
    });
  }

  test('the detail and its timeline read indexes', async () => {
    const plans = await plansOf(async (inner) => {
      const { order } = await getOrder(inner, {
        key: '4711',
        within: { ...OPEN_VIEW, view: 'all', q: 'an' },
      });
      await orderTimeline(inner, { orderId: order.id });
    });
    expect(scansOf(plans)).toEqual([]);
  });
});

test('the numbers are right at that size', async () => {
  const { size, views, orders } = await listOrders(ctx, { query: { ...OPEN_VIEW, view: 'all' } });
  expect(size).toMatchObject({ count: 10_001, sums: [] });
  expect(views.to_confirm).toBe(500);
  expect(orders[0]?.number).toBe(1);
  const both = await listOrders(ctx, { query: { ...OPEN_VIEW, view: 'all', q: 'an le' } });
  expect([both.size.count, both.orders[0]?.number]).toEqual([1_001, 10]);
});
