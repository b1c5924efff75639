import { afterAll, inject } from 'vitest';
import { TEST_APP_PASSWORD } from './secrets';
import { asUser, inDatabase, runOnce } from './sql-once';

const TEMPLATE = 'waybill_template';

// A copy of the template per worker, made when its first file starts; later files of the worker share it, so a
// test sees rows of its own store only.
const templateUrl = inject('templateUrl');
const database = `waybill_worker_${process.env.VITEST_POOL_ID ?? '1'}`;
const ownerUrl = inDatabase(templateUrl, database);
const serverUrl = inDatabase(templateUrl, 'postgres');

const known = await runOnce(serverUrl, `select 1 from pg_database where datname = '${database}'`);
if (known.length === 0) {
  await runOnce(serverUrl, `create database ${database} template ${TEMPLATE} strategy wal_log`);
}

process.env.DATABASE_OWNER_URL = ownerUrl;
process.env.DATABASE_URL = asUser(ownerUrl, 'waybill_app', TEST_APP_PASSWORD);
process.env.DB_POOL = '8';

afterAll(async () => {
  const { closePool } = await import('@/db/client');
  await closePool();
});
