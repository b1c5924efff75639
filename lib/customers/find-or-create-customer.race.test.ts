import { expect, test } from 'vitest';
import { transact } from '@/lib/core/ctx';
import { committedStore, race } from '@/test/committed-store';
import { findOrCreateCustomer } from './find-or-create-customer';
import { listCustomers } from './list-customers';

test('sixteen first orders of one person at once make one customer', async () => {
  const { ctx } = await committedStore();
  const input = { name: 'Priya Raman', email: 'priya@example.com', externalId: '42' };
  const results = await race(16, () => transact(ctx, (ctx) => findOrCreateCustomer(ctx, input)));
  const found = results.map((result) => (result.status === 'fulfilled' ? result.value : result.reason));
  expect(found.filter((one) => one.created)).toHaveLength(1);
  expect(new Set(found.map((one) => one.customerId)).size).toBe(1);
  expect((await listCustomers(ctx, {})).customers).toHaveLength(1);
});
