import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { securityEvents, users } from '@/db/schema/access';
import { addMember } from '@/lib/access/add-member';
import { allow } from '@/lib/access/allow';
import type { RoleName } from '@/lib/access/permissions';
import { signIn } from '@/lib/access/sign-in';
import { visitorFor } from '@/lib/access/visitor';
import type { Ctx } from '@/lib/core/ctx';
import { outside } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { type CommittedStore, committedStore } from '@/test/committed-store';
import { action } from './action';
import { fieldMessages } from './action-result';
import { writeSessionCookie } from './session-cookie';

const now = { headers: new Headers(), cookie: '', locale: 'en' };
const woken: unknown[] = [];
vi.mock('next/server', () => ({ after: (work: unknown) => woken.push(work) }));
vi.mock('next/headers', () => ({
  headers: async () => now.headers,
  cookies: async () => ({ get: () => (now.cookie ? { value: now.cookie } : undefined) }),
}));
vi.mock('next-intl/server', () => ({ getLocale: async () => now.locale }));

const PASSWORD = 'heather and harbour';
let people = 0;

async function workerIn(shop: CommittedStore, role: RoleName) {
  people += 1;
  const email = `w${people}.${shop.store.slug}@shop.example`;
  const { userId } = await addMember(shop.ctx, { email, name: 'Wei Worker', role, password: PASSWORD });
  const opened = await signIn(visitorFor('test', new Date()), { email, password: PASSWORD });
  now.cookie = await writeSessionCookie(opened);
  return userId;
}

beforeEach(() => {
  now.headers = new Headers({
    origin: 'http://localhost:3000',
    host: 'localhost:3000',
    'x-request-id': `req-${crypto.randomUUID()}`,
    'x-forwarded-for': '203.0.113.9',
  });
  now.cookie = '';
  now.locale = 'en';
});

const input = z.strictObject({ title: z.string().trim().min(1).max(5), count: z.int().max(3) });
const rename = action({
  input,
  run: async (ctx: Ctx, given) => {
    allow(ctx, 'product.write');
    return { ...given, by: ctx.actor.kind };
  },
});
const recorded = () =>
  outside(({ db }) =>
    db
      .select()
      .from(securityEvents)
      .where(eq(securityEvents.requestId, now.headers.get('x-request-id') ?? '')),
  );

describe('action', () => {
  test('runs the verb for a member, and wakes the relay', async () => {
    const shop = await committedStore();
    await workerIn(shop, 'manager');
    woken.length = 0;
    expect(await rename(shop.store.slug, { title: ' mug ', count: 1 })).toEqual({
      ok: true,
      data: { title: 'mug', count: 1, by: 'staff' },
    });
    expect(woken.length).toBeGreaterThan(0);
  });

  test('tells all problems at once, in the reader’s language', async () => {
    const shop = await committedStore();
    await workerIn(shop, 'manager');
    const bad = { title: '', count: 9 };
    const english = await rename(shop.store.slug, bad);
    expect(english).toMatchObject({ ok: false, code: 'INVALID', message: '2 fields need a change.' });
    expect(fieldMessages(english)).toEqual({ title: 'Fill this in.', count: 'This must be at most 3.' });
    now.locale = 'zh-CN';
    expect(fieldMessages(await rename(shop.store.slug, bad))).toEqual({
      title: '请填写此项。',
      count: '不能大于 3。',
    });
  });

  test('refuses a missing permission, and remembers who, where and what', async () => {
    const shop = await committedStore();
    const userId = await workerIn(shop, 'analyst');
    const refused = await rename(shop.store.slug, { title: 'mug', count: 1 });
    expect(refused).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect(await recorded()).toMatchObject([
      {
        kind: 'permission.refused',
        userId,
        storeId: shop.store.id,
        detail: { permission: 'product.write' },
        address: '203.0.113.9',
      },
    ]);
  });

  test('does not find a store the person has no part in, nor one that is not there', async () => {
    const shop = await committedStore();
    const other = await committedStore();
    await workerIn(shop, 'owner');
    for (const slug of [other.store.slug, 'nowhere', '', '../x']) {
      expect(await rename(slug, { title: 'mug', count: 1 })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    }
  });

  test('refuses nobody, a forged cookie and a disabled person as signed out', async () => {
    const shop = await committedStore();
    const call = () => rename(shop.store.slug, { title: 'mug', count: 1 });
    expect(await call()).toMatchObject({ ok: false, code: 'SIGNED_OUT' });
    const userId = await workerIn(shop, 'owner');
    const real = now.cookie;
    now.cookie = `${real.slice(0, -4)}AAAA`;
    expect(await call()).toMatchObject({ ok: false, code: 'SIGNED_OUT' });
    now.cookie = real;
    expect(await call()).toMatchObject({ ok: true });
    await outside(({ db }) => db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, userId)));
    expect(await call()).toMatchObject({ ok: false, code: 'SIGNED_OUT' });
  });

  test('refuses a foreign, a null and a missing Origin before anything runs', async () => {
    const shop = await committedStore();
    await workerIn(shop, 'owner');
    for (const origin of ['https://evil.example', 'null', null, 'http://localhost:3000.evil.example']) {
      if (origin === null) now.headers.delete('origin');
      else now.headers.set('origin', origin);
      expect(await rename(shop.store.slug, { title: 'mug', count: 1 })).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await recorded()).toHaveLength(4);
  });

  test('puts a verb’s refusal into words, and hides what broke behind one sentence', async () => {
    const shop = await committedStore();
    await workerIn(shop, 'owner');
    const failing = (error: unknown) =>
      action({
        input: z.object({}),
        run: async () => {
          throw error;
        },
      })(shop.store.slug, {});
    expect(await failing(conflict('access.errors.lastOwner'))).toMatchObject({
      code: 'CONFLICT',
      message: 'This is the store’s last owner. Make somebody else an owner first.',
    });
    const bug = await failing(new Error('select secret from users'));
    expect(bug).toMatchObject({ code: 'BUG', requestId: now.headers.get('x-request-id') });
    expect(JSON.stringify(bug)).not.toContain('secret');
    const away = Object.assign(new Error('write CONNECTION_CLOSED'), { code: 'CONNECTION_CLOSED' });
    expect(await failing(away)).toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('reads a form outside stores, without React’s own fields', async () => {
    const greet = action({
      who: 'anybody',
      input: z.strictObject({ name: z.string() }),
      run: async (_request, { name }) => `hello ${name}`,
    });
    const form = new FormData();
    form.set('name', 'Wei');
    form.set('$ACTION_KEY', 'k');
    expect(await greet(null, form)).toEqual({ ok: true, data: 'hello Wei' });
  });
});
