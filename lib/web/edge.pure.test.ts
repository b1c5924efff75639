import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clientAddress } from './client-address';
import { contentPolicy, securityHeaders } from './content-policy';
import { isOutage } from './outage';
import { parseInput, pointerOf } from './problems';
import { requestIdFrom } from './request-id';
import { isSameOrigin } from './same-origin';
import { TokenBuckets } from './token-bucket';

describe('isSameOrigin', () => {
  const site = { publicUrl: 'https://orders.example', trustProxy: false };
  const check = (headers: Record<string, string>, over = {}) =>
    isSameOrigin(new Headers(headers), { ...site, ...over });

  it('takes the public address and the host that was asked', () => {
    expect(check({ origin: 'https://orders.example', host: 'internal:3000' })).toBe(true);
    expect(check({ origin: 'http://localhost:4320', host: 'localhost:4320' })).toBe(true);
  });

  it('refuses everything else', () => {
    expect(check({ host: 'orders.example' })).toBe(false);
    expect(check({ origin: 'null', host: 'orders.example' })).toBe(false);
    expect(check({ origin: 'https://evil.example', host: 'orders.example' })).toBe(false);
    expect(check({ origin: 'http://orders.example', host: 'x' })).toBe(false);
  });

  it('believes a forwarded host only behind a trusted proxy', () => {
    const forwarded = { origin: 'https://evil.example', host: 'x', 'x-forwarded-host': 'evil.example' };
    expect(check(forwarded)).toBe(false);
    expect(check(forwarded, { trustProxy: true })).toBe(true);
  });
});

describe('clientAddress', () => {
  const from = (value: string) => clientAddress(new Headers({ 'x-forwarded-for': value }));
  it('is the last hop, without the IPv4-in-IPv6 dress', () => {
    expect(from('6.6.6.6, 203.0.113.7')).toBe('203.0.113.7');
    expect(from('::ffff:127.0.0.1')).toBe('127.0.0.1');
    expect(from('<script>')).toBe('');
    expect(clientAddress(new Headers())).toBe('');
  });
});

describe('requestIdFrom', () => {
  it('keeps a trusted neighbour’s id, and makes one otherwise', () => {
    expect(requestIdFrom('abcdef-123456', true)).toBe('abcdef-123456');
    expect(requestIdFrom('abcdef-123456', false)).toMatch(/^[0-9a-f]{16}$/);
    expect(requestIdFrom('bad id\n', true)).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('texts that can not be kept', () => {
  const schema = z.object({ name: z.string(), tags: z.array(z.string()).default([]) });

  it('are told with their pointers, beside everything else that is wrong', () => {
    const given = { name: 7, tags: ['fine 👍', 'zero\0', 'half \ud83d'], own: { 'a/b': '\udc4d' } };
    expect(parseInput(schema, given)).toEqual({
      ok: false,
      problems: [
        { pointer: '/name', key: 'web.problems.text' },
        { pointer: '/tags/1', key: 'web.problems.characters' },
        { pointer: '/tags/2', key: 'web.problems.characters' },
        { pointer: '/own/a~1b', key: 'web.problems.characters' },
      ],
    });
  });

  it('are looked for in bodies deeper than the stack, and in none that turns in circles', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    expect(parseInput(schema, { name: 'x', deep })).toMatchObject({ ok: true });
    const circle: Record<string, unknown> = { name: 'x' };
    circle.self = circle;
    expect(parseInput(schema, circle)).toMatchObject({ ok: true });
  });
});

describe('parseInput', () => {
  const schema = z.strictObject({
    name: z.string().min(1),
    mail: z.email(),
    way: z.enum(['air', 'sea']),
    own: z
      .string()
      .refine((text) => text === 'x', { error: 'orders.errors.own', params: { max: 3, deep: {} } }),
    either: z.union([z.object({ a: z.string() }), z.object({ b: z.int(), c: z.int() })]),
  });

  it('names every problem by pointer, key and params', () => {
    const bad = { name: '', mail: 'x', way: 'rail', own: 'y', either: { a: 1 }, 'a/b': 1 };
    const parsed = parseInput(schema, bad);
    expect(parsed.ok ? [] : parsed.problems).toEqual(
      expect.arrayContaining([
        { pointer: '/name', key: 'web.problems.missing', params: { limit: 1 } },
        { pointer: '/mail', key: 'web.problems.email' },
        { pointer: '/way', key: 'web.problems.choice', params: { choices: 'air, sea' } },
        { pointer: '/own', key: 'orders.errors.own', params: { max: 3 } },
        { pointer: '/either/a', key: 'web.problems.text' },
        { pointer: '/a~1b', key: 'web.problems.unknownField' },
      ]),
    );
  });

  it('tells what is missing from what is wrong', () => {
    const parsed = parseInput(schema, { mail: 5 });
    const keys = parsed.ok
      ? {}
      : Object.fromEntries(parsed.problems.map(({ pointer, key }) => [pointer, key]));
    expect(keys).toMatchObject({ '/name': 'web.problems.missing', '/way': 'web.problems.missing' });
    expect(pointerOf(['lines', 0, 'a~b'])).toBe('/lines/0/a~0b');
  });
});

describe('isOutage', () => {
  it('knows a database that is away from a statement that failed', () => {
    const coded = (code: string) => Object.assign(new Error(code), { code });
    expect(
      ['CONNECT_TIMEOUT', 'ECONNREFUSED', '57P01', '57P03', '53300', '08006'].every((c) =>
        isOutage(coded(c)),
      ),
    ).toBe(true);
    expect(isOutage(new Error('x', { cause: new AggregateError([coded('ECONNREFUSED')]) }))).toBe(true);
    expect([coded('23505'), coded('22P02'), new Error('x'), null].some(isOutage)).toBe(false);
  });
});

describe('TokenBuckets', () => {
  it('lets a burst pass, then as much as comes in, per key', () => {
    const buckets = new TokenBuckets({ capacity: 3, perSecond: 2 });
    expect([1, 2, 3, 4].map(() => buckets.take('a', 0).allowed)).toEqual([true, true, true, false]);
    expect(buckets.take('a', 0).retryAfterSeconds).toBe(1);
    expect(buckets.take('b', 0).remaining).toBe(2);
    expect(
      [buckets.take('a', 1000), buckets.take('a', 1000), buckets.take('a', 1000)].map((t) => t.allowed),
    ).toEqual([true, true, false]);
    expect(buckets.take('a', 60_000).remaining).toBe(2);
  });
});

describe('headers of pages', () => {
  it('let no inline script run without the nonce, and nobody frame us', () => {
    const policy = contentPolicy('n0nce', false);
    expect(policy).toContain("script-src 'self' 'nonce-n0nce' 'strict-dynamic';");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).toContain("style-src 'self' 'nonce-n0nce';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(securityHeaders(true)['strict-transport-security']).toContain('max-age=63072000');
    expect(securityHeaders(false)['strict-transport-security']).toBeUndefined();
  });
});
