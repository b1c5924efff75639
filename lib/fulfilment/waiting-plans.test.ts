import { beforeAll, describe, expect, test } from 'vitest';
import { type Ctx, read, type TxCtx } from '@/lib/core/ctx';
import { idOf, uuidOf, type WarehouseId } from '@/lib/core/ids';
import { committedStore } from '@/test/committed-store';
import { someWarehouse } from '@/test/some-warehouse';
import { runOnce } from '@/test/sql-once';
import { countWaiting } from './count-waiting';
import { listWaiting } from './list-waiting';
import { QUEUES } from './waiting-view';

const ORDERS = 20_000;

let ctx: Ctx;
let warehouseId: WarehouseId = idOf('whs', '00000000-0000-7000-8000-000000000000');

/** History with a little that is open: of twenty orders one waits to be picked, and one parcel to be packed. */
beforeAll(async () => {
  const made = await committedStore();
  ctx = made.ctx;
  warehouseId = await someWarehouse(ctx);
  const owner = process.env.DATABASE_OWNER_URL ?? '';
  const store = `'${uuidOf(made.store.id)}'::uuid`;
  const house = `'${uuidOf(warehouseId)}'::uuid`;
  await runOnce(
    owner,
    `insert into orders (store_id, id, number, channel, status, payment_status, fulfilment_status, currency,
       prices_include_tax, payment_method, placed_at, created_at, updated_at, ship_by_at)
     select ${store}, gen_random_uuid(), n, 'api', case when n % 20 = 0 then 'confirmed' when n % 20 = 1 then 'processing' else 'completed' end,
       'paid', 'allocated', 'GBP', true, 'bank_transfer', timestamptz '2026-03-01 10:00Z' - n * interval '1 minute', now(), now(),
       timestamptz '2026-03-04 17:00Z' - (n % 90) * interval '1 day'
     from generate_series(1, ${ORDERS}) n`,
  );
  await runOnce(
    owner,
    `insert into order_lines (store_id, id, order_id, position, sku, title, unit_price_e4, quantity, allocated, picked, shipped, goods_minor, total_minor)
     select store_id, gen_random_uuid(), id, 0, 'A', 'A', 0, 2, case when status = 'confirmed' then 2 else 0 end,
       case when status = 'processing' then 2 else 0 end, case when status = 'completed' then 2 else 0 end, 0, 0
     from orders where store_id = ${store}`,
  );
  await runOnce(
    owner,
    `insert into order_allocations (store_id, line_id, warehouse_id, order_id, quantity)
     select store_id, id, ${house}, order_id, allocated from order_lines where store_id = ${store} and allocated > 0`,
  );
  await runOnce(
    owner,
    `insert into shipments (store_id, id, order_id, sequence, warehouse_id, status, picked_at)
     select store_id, gen_random_uuid(), id, 1, ${house}, case when status = 'processing' then 'picking' else 'delivered' end, now()
     from orders where store_id = ${store} and status <> 'confirmed'`,
  );
  await runOnce(
    owner,
    `insert into shipment_lines (store_id, shipment_id, line_id, quantity)
     select s.store_id, s.id, l.id, 2 from shipments s join order_lines l on l.store_id = s.store_id and l.order_id = s.order_id
     where s.store_id = ${store}`,
  );
  await runOnce(owner, 'vacuum analyze orders, order_lines, order_allocations, shipments, shipment_lines');
}, 120_000);

/** The plans of everything a query sends, as the app role sees them. */
async function plansOf(work: (ctx: TxCtx) => Promise<unknown>): Promise<string> {
  return read(ctx, async (inner) => {
    const plans: string[] = [];
    const raw: TxCtx['raw'] = async (text, params = []) => {
      const lines = await inner.raw(`explain ${text}`, params);
      plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'));
      return inner.raw(text, params);
    };
    await work({ ...inner, raw });
    return plans.join('\n');
  });
}

const WHOLE = /Seq Scan on (orders|order_lines|shipments|shipment_lines)\b/;

describe('at twenty thousand orders, as the app role', () => {
  for (const queue of QUEUES) {
    test(`the queue ${queue} reads what is open, not what has left`, async () => {
      const plans = await plansOf(async (inner) => {
        const first = await listWaiting(inner, { queue });
        await listWaiting(inner, { queue, warehouseId, cursor: first.after });
      });
      expect(plans).not.toMatch(WHOLE);
      expect(plans).toContain(queue === 'pick' ? 'orders_due' : 'shipments_waiting');
    });
  }

  test('a page holds its rows, and the counts end at the cap', async () => {
    const { rows, desk } = await listWaiting(ctx, { queue: 'pick' });
    expect(rows).toHaveLength(25);
    expect(desk.counts).toEqual({ pick: 1000, pack: 1000, ship: 0 });
    expect(desk.cutOff.due).toBe(1001);
  });

  test('the sidebar’s count reads the same index', async () => {
    expect(await plansOf((inner) => countWaiting(inner))).not.toMatch(WHOLE);
  });
});
