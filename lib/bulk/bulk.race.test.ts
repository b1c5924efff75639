import { expect, test } from 'vitest';
import { type Ctx, read, transact } from '@/lib/core/ctx';
import { newId, type OrderId, uuidOf } from '@/lib/core/ids';
import { committedStore, race } from '@/test/committed-store';
import { insertOrderRow } from '@/test/order-rows';
import { manualPort } from '@/test/order-up-to';
import { getBulk } from './get-bulk';
import { runBulk } from './run-bulk';
import { startBulk } from './start-bulk';

const ORDERS = 24;

async function count(ctx: Ctx, type: string): Promise<number> {
  return read(ctx, async (inner) => {
    const [row] = await inner.raw(
      'select count(*) as n from events where store_id = $1::uuid and type = $2::text',
      [uuidOf(ctx.store.id), type],
    );
    return Number(row?.n);
  });
}

test('a run started twice is one, and workers that meet in it do each order once', async () => {
  const { ctx } = await committedStore();
  const ids = await transact(ctx, async (inner) => {
    const made: OrderId[] = [];
    for (let n = 0; n < ORDERS; n++) made.push(await insertOrderRow(inner, { number: 1 + n }));
    return made;
  });
  const input = {
    runId: newId('blk'),
    act: { action: 'tag' as const, options: { tag: 'vip' } },
    orders: { ids },
  };
  await race(4, () => startBulk(ctx, input));
  expect(await count(ctx, 'bulk.started')).toBe(1);
  const ended = await race(4, () => runBulk(ctx, input.runId, manualPort));
  expect(ended.map(({ status }) => status)).toEqual(Array(4).fill('fulfilled'));
  const { run } = await getBulk(ctx, { runId: input.runId });
  expect(run).toMatchObject({ status: 'finished', total: ORDERS, counts: { done: ORDERS, waiting: 0 } });
  expect([await count(ctx, 'order.tagged'), await count(ctx, 'bulk.ended')]).toEqual([ORDERS, 1]);
});

test('killed in the middle, it goes on where it was and does nothing twice', async () => {
  const { ctx } = await committedStore();
  const ids = await transact(ctx, (inner) =>
    Promise.all([1, 2, 3, 4].map((number) => insertOrderRow(inner, { number }))),
  );
  const runId = newId('blk');
  await startBulk(ctx, { runId, act: { action: 'markPaid', options: {} }, orders: { ids } });
  let asked = 0;
  const dying = () => {
    if (++asked > 2) throw new Error('the process died');
    return manualPort();
  };
  await expect(runBulk(ctx, runId, dying)).rejects.toThrow('the process died');
  const half = await getBulk(ctx, { runId });
  expect(half.run).toMatchObject({ status: 'running', counts: { done: 2, waiting: 2 } });
  await runBulk(ctx, runId, manualPort);
  expect((await getBulk(ctx, { runId })).run).toMatchObject({ status: 'finished', counts: { done: 4 } });
  expect(await count(ctx, 'payment.recorded')).toBe(4);
});
