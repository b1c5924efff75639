import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { memberships } from '@/db/schema/access';
import { stores } from '@/db/schema/stores';
import { outside, read, transact } from '@/lib/core/ctx';
import { committedStore, race } from './committed-store';
import { freshStore } from './fresh-store';
import { test } from './rollback-test';

const seen: string[] = [];

describe('a rolled back test', () => {
  for (const round of [1, 2]) {
    test(`begins with a store of its own, round ${round}`, async ({ ctx }) => {
      expect(await ctx.db.select({ role: memberships.role }).from(memberships)).toHaveLength(7);
      seen.push(ctx.store.slug);
    });
  }

  test('leaves nothing behind', async () => {
    const left = await outside(({ db }) => db.select({ slug: stores.slug }).from(stores));
    expect(seen).toHaveLength(2);
    expect(left.filter(({ slug }) => seen.includes(slug))).toEqual([]);
  });

  test('goes on after a verb failed', async ({ ctx }) => {
    const failing = transact(ctx, async (inner) => inner.raw('select 1/0'));
    await expect(failing).rejects.toThrow('division by zero');
    expect(await ctx.db.select({ role: memberships.role }).from(memberships)).toHaveLength(7);
  });

  test('changes who acts', async ({ as }) => {
    expect(as('analyst').actor.permissions.has('order.cancel')).toBe(false);
    expect(as('support').actor.permissions.has('order.cancel')).toBe(true);
    expect(as('stranger').actor.permissions.size).toBe(0);
  });

  test('sees another store from inside, behind the wall', async ({ ctx, inOtherStore }) => {
    const theirs = await inOtherStore((other) => other.db.select({ id: memberships.id }).from(memberships));
    const ours = await ctx.db.select({ id: memberships.id }).from(memberships);
    expect([theirs.length, ours.length]).toEqual([7, 7]);
    expect(ours.filter(({ id }) => theirs.some((their) => their.id === id))).toEqual([]);
  });
});

test('a committed store is seen by several connections at once', async () => {
  const { ctx, store } = await committedStore();
  const results = await race(3, () =>
    read(ctx, (inner) => inner.db.select({ slug: stores.slug }).from(stores).where(eq(stores.id, store.id))),
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  expect(freshStore().store.id).not.toBe(store.id);
});
