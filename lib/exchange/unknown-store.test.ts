import { expect, test } from 'vitest';
import { transact } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import { committedStore } from '@/test/committed-store';
import { runOnce } from '@/test/sql-once';
import { findOpenGoods } from './find-open-lines';
import { planAnew } from './write-outcomes';

const ORDERS = 200;
const LINES = 10;

/** Completed orders of one customer for one variant, as an import leaves them. */
const filled = (store: string, customer: string, variant: string) => `
  set session_replication_role = replica;
  with made as (
    insert into orders (store_id, id, number, channel, external_id, status, payment_status, fulfilment_status, currency,
      prices_include_tax, payment_method, customer_id, placed_at, created_at, updated_at)
    select '${store}', gen_random_uuid(), n, 'import', n::text, 'completed', 'paid', 'delivered', 'GBP', true,
      'settled_outside', '${customer}', now(), now(), now()
    from generate_series(1, ${ORDERS}) n returning id)
  insert into order_lines (store_id, id, order_id, position, variant_id, sku, title, quantity, shipped, unit_price_e4, goods_minor, total_minor)
  select '${store}', gen_random_uuid(), made.id, n, '${variant}', 'SKU', 'A mug', 1, 1, 10000, 100, 100
  from made, generate_series(1, ${LINES}) n`;

test('a store that statistics do not know yet is read by its orders, not whole for each', async () => {
  const owner = process.env.DATABASE_OWNER_URL ?? '';
  const [customerId, variantId] = [crypto.randomUUID(), crypto.randomUUID()];
  const [known, fresh] = [await committedStore(), await committedStore()];
  await runOnce(owner, filled(uuidOf(known.store.id), customerId, variantId));
  await runOnce(owner, 'analyze orders; analyze order_lines');
  await runOnce(owner, filled(uuidOf(fresh.store.id), customerId, variantId));

  const read = await transact(fresh.ctx, async (ctx) => {
    await planAnew(ctx);
    const { lines } = await findOpenGoods(ctx, [{ customerId, variantId }]);
    expect([...lines.values()].flat()).toHaveLength(ORDERS * LINES);
    const [row] = await ctx.raw<{ rows: number }>(
      `select (idx_tup_fetch + seq_tup_read)::int as rows from pg_stat_xact_user_tables where relname = 'order_lines'`,
    );
    return row?.rows;
  });
  // Every line once; all lines for each order would be a hundred times that.
  expect(read).toBeLessThan(ORDERS * LINES * 2);
});
