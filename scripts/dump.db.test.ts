import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkKeys } from '@/db/facts';
import { prepareDatabase } from '@/db/prepare';
import { ownerUrl } from '@/db/urls';
import { dumpDatabase } from './dump-database';
import { restoreDatabase } from './restore-database';

const folder = fs.mkdtempSync(path.join(tmpdir(), 'waybill-dump-'));
const file = path.join(folder, 'all.dump.gz');
const NAMES = ['waybill_dump_from', 'waybill_dump_to'] as const;
const keys = { BLIND_KEY: 'b'.repeat(32), SEAL_KEYS: `1:${Buffer.alloc(32, 1).toString('base64')}` };
const STORE = '018f0000-0000-7000-8000-0000000000d1';
const awkward = 'tab\t newline\n backslash \\. \\N "quote" 王 🙂';

const server = postgres(ownerUrl(), { max: 1, onnotice: () => {} });
const urlOf = (name: string) => ownerUrl().replace(/\/[^/?]+(\?|$)/, `/${name}$1`);
const [from, to] = NAMES.map((name) => postgres(urlOf(name), { max: 1, onnotice: () => {} })) as [
  postgres.Sql,
  postgres.Sql,
];

async function addData(sql: postgres.Sql): Promise<void> {
  await sql`insert into stores (id, slug, name, currency, time_zone, locale, country, initials, created_at)
    values (${STORE}, 'dump', ${awkward}, 'GBP', 'Europe/London', 'en', 'GB', 'D', now())`;
  await sql`insert into events (store_id, id, type, subject, actor, payload, at, request_id)
    select ${STORE}, gen_random_uuid(), 'test.made', ${awkward} || n, '{}', jsonb_build_object('n', n), now(), 'r'
    from generate_series(1, 5000) n`;
  await sql`select graphile_worker.add_job('later', '{"storeId": 1}', run_at => now() + interval '1 day')`;
}

beforeAll(async () => {
  for (const name of NAMES) {
    await server.unsafe(`drop database if exists ${name}`);
    await server.unsafe(`create database ${name}`);
    await prepareDatabase(urlOf(name), null);
  }
  await checkKeys(from, keys);
  await checkKeys(to, keys);
  await addData(from);
});

afterAll(async () => {
  await Promise.all([from.end(), to.end()]);
  for (const name of NAMES) await server.unsafe(`drop database if exists ${name} with (force)`);
  await server.end();
  fs.rmSync(folder, { recursive: true, force: true });
});

describe('a dump', () => {
  it('brings every row back, byte for byte', async () => {
    const dumped = await dumpDatabase(urlOf(NAMES[0]), file);
    expect(dumped).toMatchObject({
      'public.stores': 1,
      'public.events': 5000,
      'graphile_worker._private_jobs': 1,
    });
    expect(await restoreDatabase(urlOf(NAMES[1]), file)).toEqual(dumped);
    const digest = (sql: postgres.Sql) =>
      sql`select md5(string_agg(e::text, ',' order by seq)) as sum, max(s.name) as name from events e join stores s on s.id = e.store_id`;
    expect(await digest(to)).toEqual(await digest(from));
  });

  it('goes on counting where it stopped, and keeps its keys between tables', async () => {
    const [row] = await to`insert into events (store_id, id, type, subject, actor, at, request_id)
      values (${STORE}, gen_random_uuid(), 'test.made', 's', '{}', now(), 'r') returning seq, xid::text as xid`;
    const [old] = await from`select max(seq)::text as seq, max(xid)::text as xid from events`;
    expect(Number(row?.seq)).toBeGreaterThan(Number(old?.seq));
    expect(BigInt(row?.xid)).toBeGreaterThanOrEqual(BigInt(old?.xid));
    const count = (sql: postgres.Sql) =>
      sql`select count(*)::int as n from pg_constraint where contype = 'f'`;
    expect(await count(to)).toEqual(await count(from));
    await to`delete from events where seq = ${row?.seq}`;
  });

  it('is not restored over anything', async () => {
    await expect(restoreDatabase(urlOf(NAMES[1]), file)).rejects.toThrow('the database is not empty');
  });

  describe('into an empty database again', () => {
    beforeAll(async () => {
      await to`delete from events`;
      await to`delete from stores`;
    });
    const stores = () => to`select * from stores`;

    it('is refused when it is cut short, and leaves nothing', async () => {
      const short = path.join(folder, 'short.gz');
      const text = gunzipSync(fs.readFileSync(file));
      fs.writeFileSync(short, gzipSync(text.subarray(0, text.length - 200)));
      await expect(restoreDatabase(urlOf(NAMES[1]), short)).rejects.toThrow();
      expect(await stores()).toEqual([]);
    });

    it('is refused when a count is not what it says', async () => {
      const wrong = path.join(folder, 'wrong.gz');
      const text = gunzipSync(fs.readFileSync(file))
        .toString()
        .replace('"public.stores":1', '"public.stores":2');
      fs.writeFileSync(wrong, gzipSync(text));
      await expect(restoreDatabase(urlOf(NAMES[1]), wrong)).rejects.toThrow('public.stores has 1 rows');
      expect(await stores()).toEqual([]);
    });

    it('is refused when it is something else', async () => {
      const other = path.join(folder, 'other.gz');
      fs.writeFileSync(other, gzipSync('{"hello":1}\n'));
      await expect(restoreDatabase(urlOf(NAMES[1]), other)).rejects.toThrow('not a dump of Waybill');
    });

    it('is refused under other keys, unless asked for', async () => {
      await to`update waybill_ops.facts set value = 'another' where name = 'BLIND_KEY'`;
      await expect(restoreDatabase(urlOf(NAMES[1]), file)).rejects.toThrow('sealed with another BLIND_KEY');
      await expect(restoreDatabase(urlOf(NAMES[1]), file, { otherKeys: true })).resolves.toBeTruthy();
    });
  });
});
