import { describe, expect, it } from 'vitest';
import { EnvError, parseEnv } from './env';

const key = Buffer.alloc(32, 7).toString('base64');
const good = { AUTH_SECRET: 'a'.repeat(32), BLIND_KEY: 'b'.repeat(32), SEAL_KEYS: `1:${key}` };

describe('parseEnv', () => {
  it('fills in what is not given', () => {
    const env = parseEnv(good);
    expect(env).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://localhost:3000',
      WORKER: 'inline',
      SEED_DEMO: true,
      TRUST_PROXY: false,
      LOG_LEVEL: 'info',
    });
    expect(env.DATABASE_URL).toBeUndefined();
  });

  it('treats an empty variable as absent', () => {
    expect(parseEnv({ ...good, PORT: '', PUBLIC_URL: ' ' })).toMatchObject({ PORT: 3000 });
  });

  it('reads switches, numbers and several seal keys', () => {
    const env = parseEnv({ ...good, PORT: '8080', SEED_DEMO: 'off', SEAL_KEYS: `1:${key},2:${key}` });
    expect(env).toMatchObject({ PORT: 8080, SEED_DEMO: false, PUBLIC_URL: 'http://localhost:8080' });
  });

  it('drops the slash at the end of PUBLIC_URL', () => {
    expect(parseEnv({ ...good, PUBLIC_URL: 'https://shop.example/' }).PUBLIC_URL).toBe(
      'https://shop.example',
    );
  });

  it.each([
    [{ PORT: 'eighty' }, /^PORT must be a whole number from 0 to 65535$/],
    [{ PORT: '70000' }, /^PORT must be a whole number/],
    [{ PUBLIC_URL: 'shop.example' }, /^PUBLIC_URL must be the address/],
    [{ PUBLIC_URL: 'https://shop.example/a' }, /^PUBLIC_URL/],
    [{ DATABASE_URL: 'mysql://x@y/z' }, /^DATABASE_URL must look like postgres/],
    [{ DATABASE_OWNER_URL: 'postgres://o@h/d' }, /^DATABASE_OWNER_URL needs DATABASE_URL/],
    [{ AUTH_SECRET: 'short' }, /^AUTH_SECRET must have at least 32 characters$/],
    [{ SEAL_KEYS: key }, /^SEAL_KEYS must be versioned keys/],
    [{ SEAL_KEYS: `1:${key},1:${key}` }, /^SEAL_KEYS/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of fatal, error/],
    [{ WORKER: 'yes' }, /^WORKER must be one of inline, off$/],
    [{ TRUST_PROXY: 'maybe' }, /^TRUST_PROXY must be one of on, off$/],
  ])('refuses %o in one line', (bad, line) => {
    expect(() => parseEnv({ ...good, ...bad })).toThrow(EnvError);
    expect(() => parseEnv({ ...good, ...bad })).toThrow(line);
  });

  it('names every bad variable and never shows a secret', () => {
    const message = (() => {
      try {
        parseEnv({ ...good, PORT: 'x', AUTH_SECRET: 'hunter2' });
      } catch (error) {
        return String(error);
      }
      return '';
    })();
    expect(message).toContain('PORT');
    expect(message).toContain('AUTH_SECRET');
    expect(message).not.toContain('hunter2');
    expect(message).not.toContain('\n');
  });
});
