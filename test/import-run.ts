import { closePool } from '@/db/client';
import { systemCtx } from '@/lib/access/system';
import type { StoreRef } from '@/lib/core/ctx';
import { importFile } from '@/lib/exchange/import-file';

// A process of its own that imports a file in small batches and says how far it is, so that a test can kill it.
const [, , path = '', store = '', stageRows = '7', applyRows = '6'] = process.argv;
const ref: StoreRef = JSON.parse(store);
await importFile(systemCtx(ref, 'import', new Date('2026-03-02T10:00:00.000Z'), 'test'), {
  path,
  source: 'online-retail',
  currency: 'GBP',
  timeZone: 'Europe/London',
  stageBatchRows: Number(stageRows),
  applyBatchRows: Number(applyRows),
  onProgress: (status, done) => process.stdout.write(`${status} ${done}\n`),
});
await closePool();
