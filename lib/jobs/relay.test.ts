import { eq } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { backorders, stockLevels } from '@/db/schema/stock';
import { read, transact } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import { readOrder } from '@/lib/orders/load-order';
import { placeOrder } from '@/lib/orders/place-order';
import { receiveStock } from '@/lib/stock/receive-stock';
import { committedStore } from '@/test/committed-store';
import { requestFor, shelf } from '@/test/order-up-to';
import { fillBackordersJob } from './fill-backorders';
import { relayOnce } from './relay';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_OWNER_URL, max: 2 });
afterAll(() => pool.end());

const waitingJobs = async (storeId: string) => {
  const { rows } = await pool.query<{ payload: { storeId: string; variantIds: string[] } }>(
    `select payload from graphile_worker._private_jobs where payload->>'storeId' = $1`,
    [storeId],
  );
  return rows.map((row) => row.payload);
};

test('arrived stock becomes one job, which fills the oldest order first', async () => {
  const { ctx, store } = await committedStore();
  const { sku, variantId, warehouseId } = await shelf(ctx, 0);
  await transact(ctx, (ctx) =>
    ctx.db
      .insert(backorders)
      .values({ storeId: store.id, variantId, cap: 10 })
      .onConflictDoUpdate({ target: [backorders.storeId, backorders.variantId], set: { cap: 10 } }),
  );
  const first = await placeOrder(ctx, requestFor(sku, 2), 'api');
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 1000) };
  const second = await placeOrder(later, requestFor(sku, 2), 'api');
  await receiveStock(ctx, { warehouseId, variantId, quantity: 3 });
  const storeId = uuidOf(store.id);
  // The relay waits for every transaction of the cluster that is older, those of other tests' databases too.
  await expect
    .poll(
      async () => {
        await relayOnce(pool);
        return (await waitingJobs(storeId)).length;
      },
      { timeout: 20_000 },
    )
    .toBe(1);
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
