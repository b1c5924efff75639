import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { uuidOf } from '@/lib/core/ids';
import { committedStore } from '@/test/committed-store';
import { readNew } from './outbox';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_OWNER_URL, max: 1 });
afterAll(() => pool.end());

test('a reader enters the index at its place, however many events it has behind it', async () => {
  const { store } = await committedStore();
  await pool.query(
    `insert into events (store_id, id, type, subject, actor, at, request_id)
     select $1, gen_random_uuid(), 'stock.received', 'x', '{}', now(), 'r' from generate_series(1, 3000)`,
    [uuidOf(store.id)],
  );
  await pool.query('analyze events');
  const explaining = {
    query: <T extends object>(text: string, values: unknown[]) =>
      pool.query<T>({ text: `explain (format text) ${text}`, values }),
  };
  const plan = JSON.stringify(await readNew(explaining, uuidOf(store.id), 'jobs', 500));
  expect(plan).toMatch(/Index Cond: [^"]*ROW\(xid, seq\) > ROW/);
});
