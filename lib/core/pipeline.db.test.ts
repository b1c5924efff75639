import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { memberships } from '@/db/schema/access';
import { isOutage } from '@/lib/web/outage';
import { committedStore } from '@/test/committed-store';
import { glance, type Once, outside, read, transact, transactOnce } from './ctx';
import { newId, uuidOf } from './ids';

const MEMBERS = 'select count(*)::int as n from memberships where store_id = $1::uuid';

describe('glance', () => {
  test('stands behind the right wall, also when many pass at once', async () => {
    const stores = await Promise.all([committedStore(), committedStore(), committedStore()]);
    const asked = Array.from({ length: 90 }, (_, i) => ({ mine: stores[i % 3], asks: stores[(i >> 2) % 3] }));
    const seen = await Promise.all(
      asked.map(async ({ mine, asks }) => {
        if (!mine || !asks) throw new Error('no store');
        const [row] = await glance({ store: mine.store.id }, MEMBERS, [uuidOf(asks.store.id)]);
        return { own: mine === asks, n: row?.n };
      }),
    );
    expect(seen.every(({ own, n }) => n === (own ? 7 : 0))).toBe(true);
  });

  test('shows a person their own memberships only, and nobody any', async () => {
    const { store, people } = await committedStore();
    const text = 'select role from memberships where store_id = $1::uuid';
    expect(await glance({ user: people.support }, text, [uuidOf(store.id)])).toEqual([{ role: 'support' }]);
    expect(await glance('outside', text, [uuidOf(store.id)])).toEqual([]);
  });

  test('gives the connection back clean after a failure', async () => {
    await expect(glance('outside', 'select 1 / $1::int as n', [0])).rejects.toThrow('division by zero');
    expect(await glance('outside', 'select $1::int as n', [1])).toEqual([{ n: 1 }]);
  });

  test('changes nothing', async () => {
    const wipe = glance('outside', 'delete from rate_limits where key = $1::text', ['x']);
    await expect(wipe).rejects.toThrow('read-only');
  });
});

describe('a statement sent with the commit', () => {
  const wrong = 'select 1 / $1::int as n';

  test('undoes everything when it fails, and is the failure that is told', async () => {
    const { ctx, people } = await committedStore();
    const work = transact(ctx, async (inner) => {
      inner.withCommit(
        inner.raw('update memberships set version = 9 where user_id = $1::uuid', [uuidOf(people.stock)]),
      );
      inner.withCommit(inner.raw(wrong, [0]));
      inner.withCommit(inner.raw('select 1 as n'));
    });
    await expect(work).rejects.toThrow('division by zero');
    const [row] = await read(ctx, (inner) =>
      inner.raw('select version from memberships where user_id = $1::uuid', [uuidOf(people.stock)]),
    );
    expect(row?.version).toBe(1);
  });

  test('of a savepoint goes with its release, and undoes no more than that', async () => {
    const { ctx, people } = await committedStore();
    const set = (version: number) =>
      [
        `update memberships set version = ${version} where user_id = $1::uuid`,
        [uuidOf(people.stock)],
      ] as const;
    await transact(ctx, async (inner) => {
      await inner.raw(...set(7));
      const part = transact(inner, async (deeper) => {
        deeper.withCommit(deeper.raw(...set(9)));
        deeper.withCommit(deeper.raw(wrong, [0]));
      });
      await expect(part).rejects.toThrow('division by zero');
    });
    const [row] = await read(ctx, (inner) =>
      inner.raw('select version from memberships where user_id = $1::uuid', [uuidOf(people.stock)]),
    );
    expect(row?.version).toBe(7);
  });
});

describe('transactOnce', () => {
  const count = (key: string) =>
    outside(({ raw }) => raw('select hits from rate_limits where key = $1::text', [key]));

  const keeping = (key: string): Once => ({
    keep: (ctx) =>
      ctx.raw('insert into rate_limits (key, window_start, hits) values ($1::text, now(), 1)', [key]),
  });

  test('keeps the answer in the same transaction', async () => {
    const { ctx, people } = await committedStore();
    const key = newId('evt');
    const result = await transactOnce({ ...ctx, once: keeping(key) }, async (inner) => {
      expect(inner.once).toBeUndefined();
      await inner.db.update(memberships).set({ version: 9 }).where(eq(memberships.userId, people.stock));
      return 'done';
    });
    expect(result).toBe('done');
    expect(await count(key)).toEqual([{ hits: 1 }]);
  });

  test('does nothing when the answer can not be kept', async () => {
    const { ctx, people } = await committedStore();
    const key = newId('evt');
    const failing: Once = {
      keep: (inner) =>
        inner.raw('insert into rate_limits (key, window_start, hits) values ($1::text, null, 1)', [key]),
    };
    const attempt = transactOnce({ ...ctx, once: failing }, async (inner) => {
      await inner.db.update(memberships).set({ version: 9 }).where(eq(memberships.userId, people.stock));
    });
    await expect(attempt).rejects.toMatchObject({ code: '23502' });
    const rows = await read(ctx, (inner) =>
      inner.db
        .select({ version: memberships.version })
        .from(memberships)
        .where(eq(memberships.userId, people.stock)),
    );
    expect(rows).toEqual([{ version: 1 }]);
    expect(await count(key)).toEqual([]);
  });

  test('keeps nothing when the work fails', async () => {
    const { ctx } = await committedStore();
    const key = newId('evt');
    const attempt = transactOnce({ ...ctx, once: keeping(key) }, async () => {
      throw new Error('no');
    });
    await expect(attempt).rejects.toThrow('no');
    expect(await count(key)).toEqual([]);
  });
});

describe('transact', () => {
  test('lets nothing through after it has ended, not even from work nobody waits for any more', async () => {
    const { ctx, store } = await committedStore();
    let late: Promise<unknown> = Promise.resolve();
    let goOn = () => {};
    const ended = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const failing = transact(ctx, (inner) => {
      late = inner.raw('select 1').then(async () => {
        await ended;
        return inner.raw('update stores set name = $2::text where id = $1::uuid', [uuidOf(store.id), 'late']);
      });
      late.catch(() => {});
      return Promise.reject(new Error('refused'));
    });
    await expect(failing).rejects.toThrow('refused');
    goOn();
    await expect(late).rejects.toThrow('after its transaction');
    expect(
      await outside(({ raw }) => raw('select name from stores where id = $1::uuid', [uuidOf(store.id)])),
    ).toEqual([{ name: store.name }]);
  });

  test('fails alone when its connection is lost, at once and by name; the next ones get new connections', async () => {
    const { ctx } = await committedStore();
    const die = 'select pg_terminate_backend(pg_backend_pid())';
    const breakOff = (thinkMs: number) =>
      transact(ctx, async (inner) => {
        await inner.raw(die).catch(() => {});
        await sleep(thinkMs);
        return inner.raw('select 1');
      });
    for (const thinkMs of [0, 30]) {
      const broken = await Promise.allSettled(Array.from({ length: 12 }, () => breakOff(thinkMs)));
      expect(broken.every((one) => one.status === 'rejected' && isOutage(one.reason))).toBe(true);
      const after = Array.from({ length: 30 }, (_, n) =>
        transact(ctx, (inner) => inner.raw('select $1::int as n', [n])),
      );
      expect(await Promise.all(after)).toEqual(Array.from({ length: 30 }, (_, n) => [{ n }]));
    }
  });
});
