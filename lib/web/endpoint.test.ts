import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { apiKeys, memberships, securityEvents } from '@/db/schema/access';
import { createApiKey } from '@/lib/access/create-api-key';
import { revokeApiKey } from '@/lib/access/revoke-api-key';
import { type AnyCtx, type Ctx, outside, read, transact, transactOnce } from '@/lib/core/ctx';
import { conflict, DomainError } from '@/lib/core/errors';
import { uuidOf } from '@/lib/core/ids';
import { type CommittedStore, committedStore } from '@/test/committed-store';
import { endpoint } from './endpoint';
import { forgetAnswers } from './forget-answers';
import { fingerprint } from './idempotency';

const afterwards: (() => unknown)[] = [];
vi.mock('next/server', () => ({ after: (work: () => unknown) => afterwards.push(work) }));

let shop: CommittedStore;
let secret: string;
let keyId: Awaited<ReturnType<typeof createApiKey>>['keyId'];

beforeAll(async () => {
  shop = await committedStore();
  const made = await createApiKey(shop.ctx, { name: 'Test', permissions: ['order.place', 'product.read'] });
  ({ secret, keyId } = made);
});

const line = z.strictObject({ sku: z.string().min(1), quantity: z.int().min(1) });
const input = z.strictObject({ note: z.string().max(20), lines: z.array(line).min(1) });

/** Counts how often it ran, in the version of a membership: a write that a rollback takes back. */
const bump = (ctx: AnyCtx) =>
  transactOnce(ctx, async ({ raw }) => {
    await raw('update memberships set version = version + 1 where user_id = $1::uuid', [
      uuidOf(shop.people.stock),
    ]);
    return { done: true };
  });

const runs = (ctx: Ctx) =>
  read(ctx, async (inner) => {
    const [row] = await inner.db
      .select({ version: memberships.version })
      .from(memberships)
      .where(eq(memberships.userId, shop.people.stock));
    return (row?.version ?? 0) - 1;
  });

type Sent = {
  key?: string | null;
  body?: unknown;
  raw?: string;
  headers?: Record<string, string>;
  path?: string;
};

function request(method: string, { key, body, raw, headers = {}, path = '/api/v1/things' }: Sent = {}) {
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  return new Request(`http://localhost:3000${path}`, {
    method,
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key ?? secret}` }),
      ...(text !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(text !== undefined && { body: text }),
  });
}

const noParams = { params: Promise.resolve(undefined) };
const good = { note: 'x', lines: [{ sku: 'A', quantity: 1 }] };
const refusalsOf = async (requestId: string | null) =>
  outside(({ db }) =>
    db
      .select({ kind: securityEvents.kind, detail: securityEvents.detail, storeId: securityEvents.storeId })
      .from(securityEvents)
      .where(eq(securityEvents.requestId, requestId ?? '')),
  );

const place = endpoint({
  permission: 'order.place',
  input,
  idempotent: true,
  run: (ctx) => bump(ctx),
  answer: (result) => ({
    status: 201,
    body: { ...result, at: 'z' },
    headers: { location: '/api/v1/things/1' },
  }),
});
const readThings = endpoint({
  permission: 'product.read',
  input: z.strictObject({ limit: z.coerce.number().int().max(100).default(25) }),
  run: async (_ctx, query, params) => ({ ...query, ...params }),
});

describe('endpoint', () => {
  test('answers JSON, with request id and rate limit headers', async () => {
    const response = await readThings(request('GET', { path: '/api/v1/things?limit=5' }), {
      params: Promise.resolve({ thing: 'a' }),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ limit: 5, thing: 'a' });
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f]{16}$/);
    expect(response.headers.get('ratelimit-policy')).toBe('"key";q=30000;w=60');
    expect(response.headers.get('ratelimit')).toMatch(/^"key";r=\d+;t=\d+$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('401 without a key, with a wrong and with a revoked one; a wrong one is remembered', async () => {
    const without = await readThings(request('GET', { key: null }), noParams);
    expect([without.status, without.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="waybill"',
    ]);
    const wrong = await readThings(request('GET', { key: secret.replace(/.{4}$/, '0000') }), noParams);
    expect(await wrong.json()).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(await refusalsOf(wrong.headers.get('x-request-id'))).toMatchObject([{ kind: 'key.refused' }]);

    const other = await createApiKey(shop.ctx, { name: 'Old', permissions: ['product.read'] });
    expect((await readThings(request('GET', { key: other.secret }), noParams)).status).toBe(200);
    await revokeApiKey(shop.ctx, { keyId: other.keyId });
    expect((await readThings(request('GET', { key: other.secret }), noParams)).status).toBe(401);
  });

  test('a key of one store opens no other', async () => {
    const other = await committedStore();
    const foreign = secret.replace(`wb_${shop.store.slug}_`, `wb_${other.store.slug}_`);
    expect((await readThings(request('GET', { key: foreign }), noParams)).status).toBe(401);
  });

  test('403 without the permission, remembered with store, key and permission', async () => {
    const narrow = await createApiKey(shop.ctx, { name: 'Narrow', permissions: ['product.read'] });
    const response = await place(
      request('POST', { key: narrow.secret, body: good, headers: { 'idempotency-key': 'n1' } }),
      noParams,
    );
    expect(await response.json()).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(await refusalsOf(response.headers.get('x-request-id'))).toEqual([
      {
        kind: 'permission.refused',
        storeId: shop.store.id,
        detail: { permission: 'order.place', keyId: narrow.keyId },
      },
    ]);
  });

  test('422 with all problems at once, each with its pointer', async () => {
    const body = {
      lines: [
        { sku: 'A', quantity: 0 },
        { sku: '', quantity: 1.5 },
      ],
      extra: true,
    };
    const response = await place(request('POST', { body, headers: { 'idempotency-key': 'p1' } }), noParams);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = await response.json();
    expect(problem).toMatchObject({ status: 422, code: 'INVALID', detail: '5 fields need a change.' });
    expect(problem.requestId).toBe(response.headers.get('x-request-id'));
    const errors = problem.errors as { pointer: string; code: string; detail: string }[];
    expect(errors.map(({ pointer, detail }) => [pointer, detail]).sort()).toEqual([
      ['/extra', 'There is no such field.'],
      ['/lines/0/quantity', 'This must be at least 1.'],
      ['/lines/1/quantity', 'This must be a whole number.'],
      ['/lines/1/sku', 'Fill this in.'],
      ['/note', 'Fill this in.'],
    ]);
  });

  test('400 for broken JSON, 415 for other types, 413 for more than a megabyte, 405 with Allow', async () => {
    const headers = { 'idempotency-key': 'b1' };
    const post = async (sent: Sent) => (await place(request('POST', { headers, ...sent }), noParams)).status;
    expect(await post({ raw: '{"a":' })).toBe(400);
    expect(await post({ raw: 'a=1', headers: { ...headers, 'content-type': 'text/plain' } })).toBe(415);
    expect(await post({ body: { note: 'x'.repeat(1024 * 1024) } })).toBe(413);
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024).fill(32)),
    });
    const endless = new Request(request('POST', { headers }), {
      body: stream,
      duplex: 'half',
      headers: { ...headers, authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    } as RequestInit);
    expect((await place(endless, noParams)).status).toBe(413);
    const closed = await endpoint({ methods: ['GET', 'POST'] })(request('PUT', { key: null }), noParams);
    expect([closed.status, closed.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  test('maps what a verb refuses, and hides what broke', async () => {
    const failing = (error: unknown) =>
      endpoint({
        permission: 'product.read',
        input: z.object({}),
        run: async () => {
          throw error;
        },
      })(request('GET'), noParams);
    const clash = await failing(conflict('access.errors.lastOwner'));
    expect([clash.status, (await clash.json()).reason]).toEqual([409, 'access.errors.lastOwner']);
    const problems = [{ pointer: '/sku', key: 'web.problems.missing' }];
    const invalid = await failing(new DomainError('INVALID', 'web.codes.INVALID', { problems }));
    expect([invalid.status, (await invalid.json()).errors?.[0]?.pointer]).toEqual([422, '/sku']);
    expect((await failing(new DomainError('NOT_FOUND', 'access.errors.noKey'))).status).toBe(404);
    const away = await failing(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }));
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
    const bug = await failing(new Error('secret detail'));
    expect(bug.status).toBe(500);
    expect(await bug.text()).not.toContain('secret detail');
  });

  test('notes the use of a key once a minute', async () => {
    afterwards.length = 0;
    await readThings(request('GET'), noParams);
    for (const work of afterwards.splice(0)) await work();
    await readThings(request('GET'), noParams);
    expect(afterwards).toHaveLength(0);
    const [row] = await transact(shop.ctx, (inner) =>
      inner.db.select({ at: apiKeys.lastUsedAt }).from(apiKeys).where(eq(apiKeys.id, keyId)),
    );
    expect(row?.at).not.toBeNull();
  });
});

describe('Idempotency-Key', () => {
  const send = (idempotencyKey: string | null, body: unknown = good) =>
    place(
      request('POST', { body, headers: idempotencyKey ? { 'idempotency-key': idempotencyKey } : {} }),
      noParams,
    );

  test('is wanted, and must be a short visible text', async () => {
    expect(await (await send(null)).json()).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_MISSING' });
    expect((await send('x'.repeat(256))).status).toBe(400);
  });

  test('the same again: done once, answered the same to the byte', async () => {
    const before = await runs(shop.ctx);
    const first = await send('same-1');
    const again = await send('same-1');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(again.headers.get('location')).toBe('/api/v1/things/1');
    expect(await again.text()).toBe(await first.text());
    expect((await send('"same-1"')).headers.get('idempotency-replayed')).toBe('true');
    expect((await runs(shop.ctx)) - before).toBe(1);
  });

  test('with another body it is refused', async () => {
    await send('other-1');
    const response = await send('other-1', { ...good, note: 'y' });
    expect(await response.json()).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  test('a failed request keeps nothing: it may be sent again', async () => {
    expect((await send('again-1', { ...good, lines: [] })).status).toBe(422);
    expect((await send('again-1')).status).toBe(201);
  });

  test('two at once: one is done, the other waits its turn', async () => {
    // Both need an open connection, or the second comes when the first is done.
    await Promise.all([send('warm-1'), send('warm-2')]);
    const before = await runs(shop.ctx);
    const both = await Promise.all([send('twice-1'), send('twice-1')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const [waiting] = both.filter(({ status }) => status === 409);
    expect(waiting?.headers.get('retry-after')).toBe('1');
    expect(await waiting?.json()).toMatchObject({ code: 'IDEMPOTENCY_KEY_IN_USE' });
    expect((await runs(shop.ctx)) - before).toBe(1);
  });

  test('another process was faster: nothing is done here, and its answer is given', async () => {
    const before = await runs(shop.ctx);
    const slower = endpoint({
      permission: 'order.place',
      input,
      idempotent: true,
      run: async (ctx) => {
        const hash = fingerprint('POST', '/api/v1/things', JSON.stringify(good));
        await transact(ctx, ({ raw }) =>
          raw(
            `insert into idempotency_keys (store_id, key_id, key, request_hash, status, headers, body, created_at)
              values ($1::uuid, $2::uuid, 'race-1', $3::bytea, 201, '{}', '{"from":"the other"}', now())`,
            [uuidOf(ctx.store.id), uuidOf(keyId), hash],
          ),
        );
        return bump(ctx);
      },
    });
    const sent = request('POST', { body: good, headers: { 'idempotency-key': 'race-1' } });
    const response = await slower(sent, noParams);
    expect(await response.json()).toEqual({ from: 'the other' });
    expect(response.headers.get('idempotency-replayed')).toBe('true');
    expect(await runs(shop.ctx)).toBe(before);
  });

  test('an answer is forgotten after two days', async () => {
    await send('old-1');
    const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);
    expect(await forgetAnswers({ ...shop.ctx, now: later(47) })).toBe(0);
    expect((await send('old-1')).headers.get('idempotency-replayed')).toBe('true');
    expect(await forgetAnswers({ ...shop.ctx, now: later(49) })).toBeGreaterThan(0);
    expect((await send('old-1')).headers.get('idempotency-replayed')).toBeNull();
  });

  test('a verb that opens its transaction without it is kept afterwards', async () => {
    const plain = endpoint({
      permission: 'order.place',
      input,
      idempotent: true,
      run: async (ctx) => transact(ctx, async () => ({ n: Math.random() })),
    });
    const call = () =>
      plain(request('POST', { body: good, headers: { 'idempotency-key': 'plain-1' } }), noParams);
    const first = await (await call()).text();
    expect(await (await call()).text()).toBe(first);
  });
});
