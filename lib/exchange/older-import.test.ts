import path from 'node:path';
import { expect, test } from 'vitest';
import { uuidOf } from '@/lib/core/ids';
import { committedStore } from '@/test/committed-store';
import { importOrdersFile } from '@/test/import-orders';
import { runOnce } from '@/test/sql-once';

test('an import from before mappings were kept is known again', async () => {
  const { ctx, store } = await committedStore();
  const file = path.join(import.meta.dirname, 'fixtures', 'gift-wholesaler.csv');
  const terms = { source: 'online-retail', currency: 'GBP', timeZone: 'Europe/London', path: file };
  const first = await importOrdersFile(ctx, terms);
  const owner = process.env.DATABASE_OWNER_URL ?? '';
  await runOnce(owner, `update imports set mapping = null where store_id = '${uuidOf(store.id)}'`);
  const again = await importOrdersFile(ctx, terms);
  expect(again).toMatchObject({ importId: first.importId, repeated: true, report: first.report });
});
