import { eq } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { backorders, stockLevels } from '@/db/schema/stock';
import { type Ctx, read, transact } from '@/lib/core/ctx';
import { uuidOf, type VariantId } from '@/lib/core/ids';
import { readOrder } from '@/lib/orders/load-order';
import { placeOrder } from '@/lib/orders/place-order';
import { activateWarehouse } from '@/lib/stock/activate-warehouse';
import { deactivateWarehouse } from '@/lib/stock/deactivate-warehouse';
import { receiveStock } from '@/lib/stock/receive-stock';
import { editOrderRules, editOrderRulesInput } from '@/lib/stores/edit-order-rules';
import { getStoreSettings } from '@/lib/stores/get-store-settings';
import { committedStore } from '@/test/committed-store';
import { eventsOf } from '@/test/events-of';
import { requestFor, shelf } from '@/test/order-up-to';
import { fillBackordersJob } from './fill-backorders';
import { relayOnce } from './relay';
import { SUBSCRIPTIONS } from './subscriptions';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_OWNER_URL, max: 2 });
afterAll(() => pool.end());

const waitingJobs = async (storeId: string) => {
  const { rows } = await pool.query<{ payload: { storeId: string; variantIds: string[] } }>(
    `select payload from graphile_worker._private_jobs where payload->>'storeId' = $1`,
    [storeId],
  );
  return rows.map((row) => row.payload);
};

const mayWait = (ctx: Ctx, variantId: VariantId) =>
  transact(ctx, (ctx) =>
    ctx.db
      .insert(backorders)
      .values({ storeId: ctx.store.id, variantId, cap: 10 })
      .onConflictDoUpdate({ target: [backorders.storeId, backorders.variantId], set: { cap: 10 } }),
  );

// The relay waits for every transaction of the cluster that is older, those of other tests' databases too.
const untilRelayed = (storeId: string, jobs: number) =>
  expect
    .poll(
      async () => {
        await relayOnce(pool);
        return (await waitingJobs(storeId)).length;
      },
      { timeout: 20_000 },
    )
    .toBe(jobs);

test('arrived stock becomes one job, which fills the oldest order first', async () => {
  const { ctx, store } = await committedStore();
  const { sku, variantId, warehouseId } = await shelf(ctx, 0);
  await mayWait(ctx, variantId);
  const first = await placeOrder(ctx, requestFor(sku, 2), 'api');
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 1000) };
  const second = await placeOrder(later, requestFor(sku, 2), 'api');
  await receiveStock(ctx, { warehouseId, variantId, quantity: 3 });
  const storeId = uuidOf(store.id);
  await untilRelayed(storeId, 1);
  await relayOnce(pool);
  const jobs = await waitingJobs(storeId);
  expect(jobs).toEqual([{ storeId, variantIds: [uuidOf(variantId)] }]);
  expect(await fillBackordersJob.run(ctx, jobs[0])).toBe(2);
  expect(await fillBackordersJob.run(ctx, jobs[0])).toBe(0);
  await read(ctx, async (ctx) => {
    const [one, two] = [await readOrder(ctx, first.id), await readOrder(ctx, second.id)];
    expect(one.lines[0]).toMatchObject({ allocated: 2, backordered: 0 });
    expect(two.lines[0]).toMatchObject({ allocated: 1, backordered: 1 });
    const [level] = await ctx.db.select().from(stockLevels).where(eq(stockLevels.variantId, variantId));
    expect(level).toMatchObject({ available: 0, allocated: 3 });
    const [counter] = await ctx.db.select().from(backorders).where(eq(backorders.variantId, variantId));
    expect(counter?.backordered).toBe(1);
  });
});

test('a warehouse opened again fills what waits', async () => {
  const { ctx, store } = await committedStore();
  const storeId = uuidOf(store.id);
  const { sku, variantId, warehouseId } = await shelf(ctx, 5);
  await mayWait(ctx, variantId);
  await deactivateWarehouse(ctx, { warehouseId });
  const { id } = await placeOrder(ctx, requestFor(sku, 2), 'api');
  await activateWarehouse(ctx, { warehouseId });
  await untilRelayed(storeId, 1);
  const [job] = await waitingJobs(storeId);
  expect(job).toEqual({ storeId, variantIds: [uuidOf(variantId)] });
  expect(await fillBackordersJob.run(ctx, job)).toBe(1);
  await read(ctx, async (ctx) => {
    expect((await readOrder(ctx, id)).lines[0]).toMatchObject({ allocated: 2, backordered: 0 });
  });
});

test('allowing a second parcel fills what waits; no other rule does', async () => {
  const { ctx } = await committedStore();
  const rules = editOrderRulesInput.parse(await getStoreSettings(ctx));
  const { version } = await editOrderRules(ctx, { ...rules, splitShipments: !rules.splitShipments });
  await editOrderRules(ctx, {
    ...rules,
    version,
    splitShipments: !rules.splitShipments,
    completionDays: rules.completionDays + 1,
  });
  const changes = (await read(ctx, (ctx) => eventsOf(ctx, ctx.store.id))).filter(
    ([type]) => type === 'settings.changed',
  );
  const subject = ctx.store.id;
  const wanted = changes.map(([type, payload]) => SUBSCRIPTIONS.get(type)?.({ type, subject, payload }));
  expect(wanted).toEqual([{ task: 'fill_backorders', everyWaiting: true }, null]);
});
