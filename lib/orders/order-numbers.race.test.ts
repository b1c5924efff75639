import { expect, test } from 'vitest';
import { type Once, transact } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import { committedStore } from '@/test/committed-store';
import { requestFor, shelf } from '@/test/order-up-to';
import { placeOrder } from './place-order';

/** The connection breaks together with the commit: whether the order was placed is known to nobody. */
const breaking: Once = { keep: (ctx) => ctx.raw('select pg_terminate_backend(pg_backend_pid())') };

test('a number whose order may have been placed is not given to the next', async () => {
  const { ctx } = await committedStore();
  const { sku } = await shelf(ctx, 10);
  const first = await placeOrder(ctx, requestFor(sku, 1), 'api');
  const broken = placeOrder({ ...ctx, once: breaking }, requestFor(sku, 1), 'api');
  await expect(broken).rejects.not.toMatchObject({ name: 'DomainError' });
  const next = await placeOrder(ctx, requestFor(sku, 1), 'api');
  expect(next.number).toBe(first.number + 2);
});

test('a number of an order that was refused is', async () => {
  const { ctx } = await committedStore();
  const { sku } = await shelf(ctx, 1);
  await expect(placeOrder(ctx, requestFor(sku, 5), 'api')).rejects.toMatchObject({ code: 'CONFLICT' });
  const first = await placeOrder(ctx, requestFor(sku, 1), 'api');
  await expect(placeOrder(ctx, requestFor(sku, 1), 'api')).rejects.toMatchObject({ code: 'CONFLICT' });
  const later = await shelf(ctx, 1);
  expect((await placeOrder(ctx, requestFor(later.sku, 1), 'api')).number).toBe(first.number + 1);
});

test('a number that was taken is left behind: the order after it is placed', async () => {
  const { ctx } = await committedStore();
  const { sku } = await shelf(ctx, 10);
  const first = await placeOrder(ctx, requestFor(sku, 1), 'api');
  const back = 'update number_leases set next = $2::bigint where store_id = $1::uuid';
  await transact(ctx, (inner) => inner.raw(back, [uuidOf(ctx.store.id), first.number]));
  const taken = placeOrder({ ...ctx, now: new Date(ctx.now.getTime() + 5000) }, requestFor(sku, 1), 'api');
  await expect(taken).rejects.toMatchObject({ constraint_name: 'orders_number' });
  const next = await placeOrder(
    { ...ctx, now: new Date(ctx.now.getTime() + 9000) },
    requestFor(sku, 1),
    'api',
  );
  expect(next.number).toBe(first.number + 1);
});
