import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { redact } from './redact';

describe('redact', () => {
  it.each([
    'name',
    'firstName',
    'last_name',
    'email',
    'customerEmail',
    'phone',
    'phoneNumber',
    'address',
    'shippingAddress',
    'addressLine1',
    'street',
    'postcode',
    'password',
    'newPassword',
    'token',
    'accessToken',
    'cookie',
    'set-cookie',
    'authorization',
    'AUTH_SECRET',
    'apiKey',
    'ip',
  ])('hides %s', (key) => {
    expect(redact({ [key]: 'Mei Wang' })).toEqual({ [key]: '[redacted]' });
    expect(redact({ deep: [{ [key]: { inner: 1 } }] })).toEqual({ deep: [{ [key]: '[redacted]' }] });
  });

  it.each([
    'orderId',
    'requestId',
    'sku',
    'status',
    'country',
    'path',
    'route',
    'durationMs',
    'slug',
    'task',
  ])('keeps %s', (key) => {
    expect(redact({ [key]: 'ord_1' })).toEqual({ [key]: 'ord_1' });
  });

  it('hides what slipped into a text', () => {
    expect(redact('mail to mei.wang+x@shop.example failed')).toBe('mail to [redacted] failed');
    expect(redact('postgres://waybill:geheim@127.0.0.1:5432/waybill')).toBe(
      'postgres://waybill:[redacted]@127.0.0.1:5432/waybill',
    );
    expect(redact('authorization: Bearer abcdefgh12345')).toBe('authorization: Bearer [redacted]');
    expect(redact('key wb_demo_8sdf7g8sd7fg')).toBe('key [redacted]');
  });

  it('keeps an error’s code and drops its parameters', () => {
    const cause = Object.assign(new Error('duplicate key\nKey (email)=(mei@shop.example) already exists.'), {
      code: '23505',
      constraint_name: 'users_email_key',
      parameters: ['mei'],
    });
    const error = new Error('Failed query: insert into users\nparams: Mei Wang,0171 555', { cause });
    const line = redact({ err: error });
    expect(JSON.stringify(line)).not.toMatch(/Mei|0171|mei@/);
    expect(line).toMatchObject({
      err: {
        type: 'Error',
        message: 'Failed query: insert into users',
        cause: { code: '23505', constraint: 'users_email_key' },
      },
    });
  });

  it('survives cycles, bytes, big numbers and headers', () => {
    const cycle: Record<string, unknown> = { n: 1n, bytes: new Uint8Array(4), at: new Date(0) };
    cycle.self = cycle;
    expect(redact(cycle)).toMatchObject({ n: '1', bytes: '[4 bytes]' });
    expect(redact({ headers: new Headers({ cookie: 'a=b', accept: 'x' }) })).toEqual({
      headers: { cookie: '[redacted]', accept: 'x' },
    });
  });

  it('is what the log writes through', async () => {
    const { logTo } = await import('./log');
    const lines: string[] = [];
    const sink = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const logger = logTo(sink, 'info').child({ requestId: 'req-1' });
    logger.warn({ email: 'a@b.example', orderId: 'ord_1' }, 'sent to a@b.example');
    logger.error(new Error('no a@b.example'));
    expect(lines.join('')).not.toContain('a@b.example');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'warn',
      requestId: 'req-1',
      orderId: 'ord_1',
      email: '[redacted]',
      msg: 'sent to [redacted]',
    });
  });
});
