import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { checkAppAddress } from './app-role';
import { prepareDatabase } from './prepare';
import { appUrl, ownerUrl } from './urls';
import { APPEND_ONLY, grantsFor, OUTSIDE_THE_WALLS } from './wall-list';
import { applyWalls, findTables, isTenant, wallStatements } from './walls';

const owner = postgres(ownerUrl(), { max: 1, onnotice: () => {} });
const app = postgres(appUrl(), { max: 1, onnotice: () => {} });
afterAll(() => Promise.all([owner.end(), app.end()]));

const ALPHA = '018f0000-0000-7000-8000-00000000000a';
const BETA = '018f0000-0000-7000-8000-00000000000b';

describe('the walls', () => {
  it('stand around every table that is not outside by name', async () => {
    const tables = await findTables(owner);
    expect(tables.length).toBeGreaterThan(30);
    const inside = tables.filter((table) => !(table.name in OUTSIDE_THE_WALLS));
    expect(inside.filter((table) => !table.hasStoreId).map((table) => table.name)).toEqual([]);
    expect(inside.filter((table) => table.leads !== 'store_id').map((table) => table.name)).toEqual([]);
    expect(inside.filter((table) => !table.walled).map((table) => table.name)).toEqual([]);
    for (const table of inside) {
      expect(
        table.policies.map((policy) => policy.name),
        table.name,
      ).toContain('tenant');
    }
    expect(wallStatements(tables)).toEqual([]);
  });

  it('are listed without a name that is no table', async () => {
    const names = (await findTables(owner)).map((table) => table.name);
    expect(names).toEqual(expect.arrayContaining([...Object.keys(OUTSIDE_THE_WALLS), ...APPEND_ONLY]));
  });

  it('hold every foreign key between tables of stores to one store', async () => {
    const tenants = (await findTables(owner)).filter(isTenant).map((table) => table.name);
    const loose = await owner`
      select c.conname from pg_constraint c
      join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
      where c.contype = 'f' and f.relname = any(${tenants}) and t.relname = any(${tenants})
        and not exists (select from unnest(c.conkey, c.confkey) as k(a, b)
          join pg_attribute x on x.attrelid = f.oid and x.attnum = k.a and x.attname = 'store_id'
          join pg_attribute y on y.attrelid = t.oid and y.attnum = k.b and y.attname = 'store_id')`;
    expect(loose.map((row) => row.conname)).toEqual([]);
  });

  it('let the app append facts, and never change or remove one', async () => {
    for (const table of APPEND_ONLY) {
      expect(grantsFor(table)).toEqual(['SELECT', 'INSERT']);
      await expect(app.unsafe(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
      await expect(app.unsafe(`update ${table} set store_id = store_id`)).rejects.toMatchObject({
        code: '42501',
      });
    }
  });

  it('are put up again where somebody took one down', async () => {
    await owner`alter table customers disable row level security`;
    await owner`drop policy tenant on orders`;
    await owner`alter policy tenant on products using (true)`;
    await owner.unsafe('grant update on events to waybill_app');
    expect(await applyWalls(owner)).toBe(6);
    expect(await applyWalls(owner)).toBe(0);
  });
});

describe('the app’s role', () => {
  it('is neither owner nor superuser', async () => {
    await expect(checkAppAddress(appUrl())).resolves.toBeUndefined();
    await expect(checkAppAddress(ownerUrl())).rejects.toThrow(
      /whom row-level security does not hold|must sign in as/,
    );
  });

  it('sees and writes rows of the store that is set, and of no other', async () => {
    const [alpha, beta] = [ALPHA, BETA];
    const store = (id: string, slug: string) => owner`
      insert into stores (id, slug, name, currency, time_zone, locale, country, initials, created_at)
      values (${id}, ${slug}, ${slug}, 'GBP', 'Europe/London', 'en', 'GB', 'X', now()) on conflict do nothing`;
    await store(alpha, 'walls-alpha');
    await store(beta, 'walls-beta');
    const cursor = (id: string) => app`
      insert into relay_cursors (store_id, reader, xid, seq, updated_at)
      values (${id}, 'walls-test', '3', 0, now()) on conflict do nothing returning store_id`;
    await app.begin(async (tx) => {
      await tx.unsafe(`set local app.store_id = '${alpha}'`);
      await tx`insert into relay_cursors (store_id, reader, xid, seq, updated_at)
        values (${alpha}, 'walls-test', '3', 0, now()) on conflict do nothing`;
      expect(await tx`select store_id from relay_cursors where reader = 'walls-test'`).toHaveLength(1);
      await tx.unsafe(`set local app.store_id = '${beta}'`);
      expect(await tx`select store_id from relay_cursors where reader = 'walls-test'`).toHaveLength(0);
    });
    await expect(cursor(alpha)).rejects.toMatchObject({ code: '42501' });
    expect(await app`select store_id from relay_cursors`).toHaveLength(0);
    await owner`delete from relay_cursors where reader = 'walls-test'`;
    await owner`delete from stores where id in (${alpha}, ${beta})`;
  });

  it('enqueues jobs for the store that is set only', async () => {
    const enqueue = (tx: Pick<typeof app, 'unsafe'>) =>
      tx.unsafe(`select waybill_enqueue('walls-test', '{"storeId": "forged", "n": 1}', now(), 'once')`);
    await expect(enqueue(app)).rejects.toMatchObject({ code: '42501' });
    await app.begin(async (tx) => {
      await tx.unsafe(`set local app.store_id = '${ALPHA}'`);
      await enqueue(tx);
    });
    const jobs = await owner`
      delete from graphile_worker._private_jobs where key like '%/once' returning payload, key`;
    expect(jobs).toEqual([{ payload: { storeId: ALPHA, n: 1 }, key: `${ALPHA}/once` }]);
    await expect(app.unsafe('select * from graphile_worker.jobs')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('prepareDatabase', () => {
  it('does nothing, quickly, the second time, also when four start at once', async () => {
    const url = ownerUrl();
    const all = await Promise.all([1, 2, 3, 4].map(() => prepareDatabase(url, null)));
    expect(all.every((done) => done.migrated === 0 && done.walls === 0)).toBe(true);
  });

  it('refuses a database that is newer than the code', async () => {
    await owner`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`;
    try {
      await expect(prepareDatabase(ownerUrl(), null)).rejects.toThrow('newer than this version');
    } finally {
      await owner`delete from drizzle.__drizzle_migrations where hash = 'later'`;
    }
  });
});
