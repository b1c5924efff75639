import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetEnv } from '@/lib/core/env';
import { type CommittedStore, committedStore } from '@/test/committed-store';
import { tableChecksums } from '@/test/import-snapshot';
import { malformedFiles } from '@/test/malformed-files';
import { importFile } from './import-file';

const TERMS = { source: 'online-retail', currency: 'GBP', timeZone: 'Europe/London', stageBatchRows: 7 };
const LIMITS = { IMPORT_MAX_MB: '2', IMPORT_MAX_UNPACKED_MB: '16' };
const folder = mkdtempSync(path.join(tmpdir(), 'malformed-'));

let store: CommittedStore;
let before: Record<string, string>;

async function everything(): Promise<Record<string, string>> {
  const { events: _, ...tables } = await tableChecksums(store.ctx);
  return tables;
}

beforeAll(async () => {
  Object.assign(process.env, LIMITS);
  forgetEnv();
  store = await committedStore();
  before = await everything();
});
afterAll(() => {
  for (const name of Object.keys(LIMITS)) delete process.env[name];
  forgetEnv();
  rmSync(folder, { recursive: true, force: true });
});

const files = malformedFiles();

describe('a file that can not be brought in', () => {
  it('comes in more than two hundred shapes', () => expect(files.length).toBeGreaterThan(200));

  it.each(files)('$name', async ({ content, keys }) => {
    const file = path.join(folder, 'file');
    writeFileSync(file, content);
    const error: unknown = await importFile(store.ctx, { ...TERMS, path: file }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'INVALID' });
    expect(keys.map((key) => `exchange.errors.${key}`)).toContain((error as { key?: string }).key);
  });

  it('of a gigabyte is refused by its size', async () => {
    const file = path.join(folder, 'gigabyte.csv');
    writeFileSync(file, '');
    truncateSync(file, 1024 ** 3);
    await expect(importFile(store.ctx, { ...TERMS, path: file })).rejects.toMatchObject({
      key: 'exchange.errors.tooLarge',
    });
  });

  it('leaves nothing behind in any table', async () => expect(await everything()).toEqual(before));
});
