import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { read } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import { holds } from '@/lib/exchange/import-report';
import { committedStore } from '@/test/committed-store';
import { importOrdersFile } from '@/test/import-orders';

const ROOT = path.join(import.meta.dirname, '..', '..');
const DATA = process.env.WAYBILL_DATA_DIR ?? path.join(ROOT, '..', 'shared', 'data');
const fileOf = (name: string) => path.join(DATA, 'olist-sample', `olist_${name}_dataset.csv`);

describe('the marketplace’s files', () => {
  it('are joined to orders with their moments, freight and payments, and prove to the penny', async () => {
    const { ctx } = await committedStore({ currency: 'BRL', timeZone: 'America/Sao_Paulo' });
    const { report } = await importOrdersFile(ctx, {
      path: fileOf('order_items'),
      beside: ['orders', 'order_payments', 'customers', 'products'].map(fileOf),
      source: 'olist',
      currency: 'BRL',
      timeZone: 'America/Sao_Paulo',
    });
    expect(holds(report)).toBe(true);
    // 4,519 items, and 23 orders that have none.
    expect(report.file).toEqual({ rows: 4_542, documents: 4_000, amountE4: 6_392_547_700 });
    expect(report.imported.orders).toBe(3_898);
    const [row] = await read(ctx, (ctx) =>
      ctx.raw<Record<string, number>>(
        `select round(extract(epoch from percentile_cont(0.5) within group (order by delivered_at - placed_at))::numeric / 3600, 2)::text as median,
           round(extract(epoch from percentile_cont(0.9) within group (order by delivered_at - first_shipped_at))::numeric / 3600, 2)::text as p90
         from orders where store_id = $1::uuid`,
        [uuidOf(ctx.store.id)],
      ),
    );
    expect(row).toMatchObject({ median: '241.96', p90: '461.26' });
    const methods = await read(ctx, (ctx) =>
      ctx.raw<{ method: string; n: number }>(
        'select method, count(*)::int as n from payments where store_id = $1::uuid group by method order by method',
        [uuidOf(ctx.store.id)],
      ),
    );
    expect(methods.map(({ method }) => method)).toEqual([
      'bank_transfer',
      'credit_card',
      'debit_card',
      'settled_outside',
      'store_credit',
    ]);
  });
});
