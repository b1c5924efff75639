import { and, asc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { events } from '@/db/schema/events';
import { numberLeases, stores } from '@/db/schema/stores';
import { systemCtx } from '@/lib/access/system';
import { type Ctx, read } from '@/lib/core/ctx';
import { newId } from '@/lib/core/ids';
import { TEST_NOW } from '@/test/fresh-store';
import { type CreateStoreInput, createStore } from './create-store';
import { getStoreBySlug } from './get-store-by-slug';
import { getStoreSettings } from './get-store-settings';
import { listShippingMethods } from './list-shipping-methods';
import { listStores } from './list-stores';
import { listTaxRates } from './list-tax-rates';
import { newStoreRef } from './new-store-ref';

const free = () => `s-${newId('sto').slice(-12)}`;

const input = (over: Partial<CreateStoreInput> = {}): CreateStoreInput => ({
  slug: free(),
  name: 'Heath & Harbour',
  currency: 'GBP',
  timeZone: 'Europe/London',
  locale: 'en',
  country: 'GB',
  ...over,
});

const outsideAs = (store: CreateStoreInput): Ctx => systemCtx(newStoreRef(store), 'test', TEST_NOW, 'test');

describe('a new store', () => {
  test('begins with rules, numbers, taxes and a way to ship', async () => {
    const wanted = input();
    const ctx = outsideAs(wanted);
    await expect(createStore(ctx, wanted)).resolves.toEqual({ storeId: ctx.store.id });
    expect(await getStoreSettings(ctx)).toMatchObject({
      version: 1,
      initials: 'HH',
      confirmation: 'automatic',
      cutOff: '17:00',
      workingDays: [1, 2, 3, 4, 5],
    });
    const classes = await listTaxRates(ctx);
    const rates = Object.fromEntries(
      classes.map(({ code, rates }) => [code, rates.map(({ country, ratePpm }) => [country, ratePpm])]),
    );
    expect(rates).toEqual({
      standard: [
        ['GB', 200_000],
        ['*', 0],
      ],
      reduced: [
        ['GB', 50_000],
        ['*', 0],
      ],
      zero: [
        ['GB', 0],
        ['*', 0],
      ],
    });
    expect(await listShippingMethods(ctx)).toMatchObject([
      { name: 'Standard delivery', priceMinor: 0, countries: [], active: true },
    ]);
    const [facts] = await read(ctx, async (ctx) => [
      {
        events: await ctx.db
          .select({
            type: events.type,
            subject: events.subject,
            payload: events.payload,
            actor: events.actor,
          })
          .from(events)
          .where(eq(events.storeId, ctx.store.id))
          .orderBy(asc(events.seq)),
        next: await ctx.db
          .select({ kind: numberLeases.kind, next: numberLeases.next })
          .from(numberLeases)
          .where(eq(numberLeases.storeId, ctx.store.id)),
      },
    ]);
    expect(facts).toEqual({
      events: [
        {
          type: 'store.created',
          subject: ctx.store.id,
          payload: {},
          actor: { kind: 'system', name: 'test' },
        },
      ],
      next: [{ kind: 'order', next: 1001 }],
    });
  });

  test('speaks its own language from the first day', async () => {
    const wanted = input({
      name: '山茶生活',
      locale: 'zh-CN',
      country: 'CN',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
    });
    const ctx = outsideAs(wanted);
    await createStore(ctx, wanted);
    expect((await getStoreSettings(ctx)).initials).toBe('山');
    expect((await listShippingMethods(ctx))[0]?.name).toBe('标准配送');
    expect((await listTaxRates(ctx)).find(({ code }) => code === 'standard')?.name).toBe('标准');
  });

  test('a third rate is a class of its own', async () => {
    const wanted = input({ country: 'SE', currency: 'SEK', timeZone: 'Europe/Stockholm' });
    const ctx = outsideAs(wanted);
    await createStore(ctx, wanted);
    const home = (await listTaxRates(ctx)).map(({ code, rates }) => [code, rates[0]?.ratePpm]);
    expect(Object.fromEntries(home)).toEqual({ standard: 250_000, reduced: 120_000, lower: 60_000, zero: 0 });
  });

  test('is found by its slug and among all stores', async () => {
    const wanted = input();
    const ctx = outsideAs(wanted);
    await createStore(ctx, wanted);
    expect(await getStoreBySlug(wanted.slug)).toEqual({
      ...ctx.store,
      country: 'GB',
      brandColor: '#3145b8',
      initials: 'HH',
      isDemo: false,
    });
    expect(await getStoreBySlug('no-such-store')).toBeNull();
    expect((await listStores()).map(({ id }) => id)).toContain(ctx.store.id);
  });
});

describe('a slug', () => {
  test('taken by another store is a conflict that leaves nothing', async () => {
    const wanted = input();
    await createStore(outsideAs(wanted), wanted);
    const second = outsideAs(wanted);
    await expect(createStore(second, wanted)).rejects.toMatchObject({
      code: 'CONFLICT',
      key: 'settings.errors.slugTaken',
      details: { params: { slug: wanted.slug } },
    });
    await expect(getStoreSettings(second)).rejects.toThrow('a store has its settings');
  });

  test('taken at the same moment is one store', async () => {
    const wanted = input();
    const results = await Promise.allSettled([1, 2, 3].map(() => createStore(outsideAs(wanted), wanted)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test.each([
    'api',
    's',
    'sign-in',
    'account',
    'kit',
    '_next',
    'Upper',
    'a--',
    '-a',
    'ä',
    '',
    'x'.repeat(41),
  ])('%j is refused', async (slug) => {
    const wanted = input({ slug });
    await expect(createStore(outsideAs(wanted), wanted)).rejects.toMatchObject({
      issues: [{ path: ['slug'] }],
    });
  });
});

describe('who may not', () => {
  test('makes no store', async () => {
    const wanted = input();
    const ctx = outsideAs(wanted);
    const nobody: Ctx = { ...ctx, actor: { ...ctx.actor, permissions: new Set() } };
    await expect(createStore(nobody, wanted)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await getStoreBySlug(wanted.slug)).toBeNull();
  });

  test('unknown currency, zone, country, language are all told at once', async () => {
    const wanted = input();
    await expect(
      createStore(outsideAs(wanted), { ...wanted, currency: 'ABC', timeZone: 'Mars/Base', country: 'XX' }),
    ).rejects.toMatchObject({
      issues: [{ path: ['currency'] }, { path: ['timeZone'] }, { path: ['country'] }],
    });
    const rows = await read(outsideAs(wanted), (ctx) =>
      ctx.db
        .select({ id: stores.id })
        .from(stores)
        .where(and(eq(stores.slug, wanted.slug))),
    );
    expect(rows).toEqual([]);
  });
});
