import { test as base } from 'vitest';
import type { RoleName } from '@/lib/access/permissions';
import type { Actor } from '@/lib/core/actor';
import { rolledBack, type TxCtx } from '@/lib/core/ctx';
import { checkedUuid } from '@/lib/core/ids';
import { actorOf, ctxOf, type FreshStore, freshStore, insertStore, strangerTo } from './fresh-store';

type Fixtures = {
  /** A fresh store and its people; written before the test begins. */
  fresh: FreshStore;
  /** The store's owner, inside a transaction that is rolled back after the test. */
  ctx: TxCtx;
  /** The same transaction, acted in by somebody else. */
  as: (who: RoleName | 'stranger' | Actor) => TxCtx;
  /** The same transaction, at another moment. */
  at: (now: Date) => TxCtx;
  /** Runs `work` as the owner of another store, on the same connection, so that what is uncommitted could be seen. */
  inOtherStore: <T>(work: (other: TxCtx) => Promise<T>) => Promise<T>;
};

/** A test on real Postgres that leaves nothing behind. */
export const test = base.extend<Fixtures>({
  fresh: async ({}, use) => {
    await use(freshStore());
  },
  ctx: async ({ fresh }, use) => {
    await rolledBack(ctxOf(fresh), async (ctx) => {
      await insertStore(ctx, fresh);
      await use(ctx);
    });
  },
  as: async ({ ctx, fresh }, use) => {
    await use((who) => ({ ...ctx, actor: actorFor(who, fresh) }));
  },
  at: async ({ ctx }, use) => {
    await use((now) => ({ ...ctx, now }));
  },
  inOtherStore: async ({ ctx }, use) => {
    const other = freshStore({ name: 'Other Store' });
    const enter = (id: FreshStore['store']['id']) =>
      ctx.connection.simple(`set local app.store_id = '${checkedUuid(id)}'`);
    let made = false;
    await use(async (work) => {
      await enter(other.store.id);
      const inside: TxCtx = { ...ctx, store: other.store, actor: actorOf('owner', other) };
      try {
        if (!made) await insertStore(inside, other);
        made = true;
        return await work(inside);
      } finally {
        await enter(ctx.store.id);
      }
    });
  },
});

function actorFor(who: RoleName | 'stranger' | Actor, fresh: FreshStore): Actor {
  if (typeof who !== 'string') return who;
  return who === 'stranger' ? strangerTo(fresh) : actorOf(who, fresh);
}
