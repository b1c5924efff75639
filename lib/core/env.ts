import { z } from 'zod';

/** A variable's value can not be used: the message is one line for the person who set it. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

const whole = (fallback: number, from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: `must be a whole number from ${from} to ${to}` })
    .transform(Number)
    .refine((n) => n >= from && n <= to, { error: `must be a whole number from ${from} to ${to}` })
    .default(fallback);

const oneOf = <const T extends readonly [string, ...string[]]>(values: T, fallback: T[number]) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` }).default(fallback as never);

const onOff = (fallback: 'on' | 'off') => oneOf(['on', 'off'], fallback).transform((v) => v === 'on');

const postgresUrl = z.string().refine(isPostgresUrl, {
  error: 'must look like postgres://user:password@host:5432/database',
});

const secret = z.string({ error: 'is missing' }).min(32, { error: 'must have at least 32 characters' });

const shape = z.object({
  NODE_ENV: oneOf(['production', 'development', 'test'], 'development'),
  HOST: z
    .string()
    .regex(/^[0-9A-Za-z.:-]+$/, { error: 'must be an address or a host name, such as 127.0.0.1 or 0.0.0.0' })
    .default('127.0.0.1'),
  PORT: whole(3000, 0, 65535),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, {
      error: 'must be the address people type, such as https://orders.example.com, without a path',
    })
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUST_PROXY: onOff('off'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DB_POOL: whole(10, 1, 500),
  AUTH_SECRET: secret,
  SEAL_KEYS: z.string({ error: 'is missing' }).refine(areSealKeys, {
    error: 'must be versioned keys of 32 bytes, such as 1:<44 characters of base64>,2:…',
  }),
  BLIND_KEY: secret,
  DATA_DIR: z.string().default('.data'),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
  WORKER: oneOf(['inline', 'off'], 'inline'),
  SEED_DEMO: onOff('on'),
  IMPORT_MAX_MB: whole(512, 1, 100_000),
  IMPORT_MAX_UNPACKED_MB: whole(4096, 1, 1_000_000),
});

export type Env = Omit<z.output<typeof shape>, 'PUBLIC_URL'> & { PUBLIC_URL: string };

/** Parses a set of variables (an empty one counts as absent). Throws an EnvError naming every bad variable. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new EnvError([...new Set(lines)].join('; '));
  }
  if (parsed.data.DATABASE_OWNER_URL && !parsed.data.DATABASE_URL) {
    throw new EnvError('DATABASE_OWNER_URL needs DATABASE_URL too: the address the app itself connects with');
  }
  return { ...parsed.data, PUBLIC_URL: parsed.data.PUBLIC_URL ?? `http://localhost:${parsed.data.PORT}` };
}

let cached: Env | undefined;

/** This process's environment, parsed at first use, so that a build needs none of it. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** Reads process.env again at the next use: for scripts that fill it in, and tests. */
export function forgetEnv(): void {
  cached = undefined;
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '' && url.pathname.length > 1;
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.username === '';
}

function areSealKeys(text: string): boolean {
  const parts = text.split(',').map((part) => /^(\d{1,3}):([A-Za-z0-9+/]{43}=)$/.exec(part));
  const versions = parts.map((part) => Number(part?.[1]));
  return versions.every((v) => v >= 1 && v <= 255) && new Set(versions).size === versions.length;
}
