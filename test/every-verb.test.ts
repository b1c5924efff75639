import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect } from 'vitest';
import { PERMISSIONS, type Permission, ROLE_NAMES, ROLE_TABLE } from '@/lib/access/permissions';
import { test } from './rollback-test';

type Verb = { file: string; name: string; permission: Permission };

const LIB = path.resolve('lib');
const ASKS = /\{\s*allow\(ctx, '([a-z.]+)'\)/;

const sources = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(LIB, file), 'utf8') }));

/** Every exported function of lib that begins by asking for one permission by name. */
function verbsOf(): Verb[] {
  return sources.flatMap(({ file, text }) =>
    text.split(/^(?=(?:export )?(?:async )?function\*? |(?:export )?(?:const|type) )/m).flatMap((part) => {
      const name = /^export async function\*? (\w+)/.exec(part)?.[1];
      const permission = PERMISSIONS.find((known) => known === ASKS.exec(part)?.[1]);
      return name && permission ? [{ file, name, permission }] : [];
    }),
  );
}

const verbs = verbsOf();

/** A verb that hands out rows bit by bit begins with its first one. */
const begin = (started: unknown) =>
  started instanceof Object && Symbol.asyncIterator in started ? (started as AsyncGenerator).next() : started;

describe('every verb and query', () => {
  test('is found by this test', () => {
    const asking = sources.filter(({ text }) => ASKS.test(text)).map(({ file }) => file);
    const found = new Set(verbs.map(({ file }) => file));
    expect(asking.filter((file) => !found.has(file))).toEqual([]);
    expect(verbs.length).toBeGreaterThan(40);
  });

  test('refuses every role that lacks its permission, before it looks at anything', async ({ as }) => {
    const wrong: string[] = [];
    for (const { file, name, permission } of verbs) {
      const module: Record<string, unknown> = await import(path.join(LIB, file));
      const verb = module[name];
      if (typeof verb !== 'function') throw new Error(`${file} does not export ${name}`);
      const denied = ROLE_NAMES.filter((role) => !ROLE_TABLE[permission].includes(role));
      for (const who of [...denied, 'stranger' as const]) {
        const outcome = await Promise.resolve()
          .then(() => begin(verb(as(who), {})))
          .then(
            () => 'done',
            (error: { code?: string }) => error.code ?? 'broke',
          );
        if (outcome !== 'FORBIDDEN') wrong.push(`${file} ${name} as ${who}: ${outcome}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
