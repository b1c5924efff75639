import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommittedStore, committedStore } from '@/test/committed-store';
import { importOrdersFile as importFile } from '@/test/import-orders';
import { type ImportSnapshot, importSnapshot, tableChecksums } from '@/test/import-snapshot';

const FILE = path.join(import.meta.dirname, 'fixtures', 'gift-wholesaler.csv');
const RUN = path.join(import.meta.dirname, '..', '..', 'test', 'import-run.ts');
const TERMS = { source: 'online-retail', currency: 'GBP', timeZone: 'Europe/London' };
const SMALL = { ...TERMS, path: FILE, stageBatchRows: 7, applyBatchRows: 6 };

const folder = mkdtempSync(path.join(tmpdir(), 'import-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let undisturbed: ImportSnapshot;
let reference: CommittedStore;
beforeAll(async () => {
  reference = await committedStore();
  await importFile(reference.ctx, { ...TERMS, path: FILE });
  undisturbed = await importSnapshot(reference.ctx);
});

describe('the same file again', () => {
  it('changes nothing in any table, packed or plain', async () => {
    const before = await tableChecksums(reference.ctx);
    const packed = path.join(folder, 'packed.csv.gz');
    writeFileSync(packed, gzipSync(readFileSync(FILE)));
    const again = await importFile(reference.ctx, { ...TERMS, path: packed });
    expect(again.repeated).toBe(true);
    expect(again.report).toEqual(undisturbed.imports[0]?.report);
    expect(await tableChecksums(reference.ctx)).toEqual(before);
  });

  it('with another currency is refused', async () => {
    const other = importFile(reference.ctx, { ...TERMS, path: FILE, currency: 'EUR' });
    await expect(other).rejects.toMatchObject({ code: 'CONFLICT', key: 'exchange.errors.otherTerms' });
  });
});

describe('batches', () => {
  it('of any size give the same rows', async () => {
    const { ctx } = await committedStore();
    await importFile(ctx, SMALL);
    expect(await importSnapshot(ctx)).toEqual(undisturbed);
  });

  it('that end one after the other, each in a run of its own, give the same rows', async () => {
    const { ctx } = await committedStore();
    let runs = 0;
    for (let done = false; !done && runs < 100; runs += 1) {
      // Every run gets as far as its second sign of progress, and no further.
      let signs = 0;
      const stop = () => {
        signs += 1;
        if (signs > 1) throw new Error('stopped');
      };
      done = await importFile(ctx, { ...SMALL, onProgress: stop }).then(
        () => true,
        (error: Error) => {
          expect(error.message).toBe('stopped');
          return false;
        },
      );
    }
    expect(runs).toBeGreaterThan(8);
    expect(await importSnapshot(ctx)).toEqual(undisturbed);
  });

  it('of two runs at once never mix', async () => {
    const { ctx } = await committedStore();
    const ends = await Promise.allSettled([importFile(ctx, SMALL), importFile(ctx, SMALL)]);
    for (const end of ends) {
      if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'CONFLICT' });
    }
    await importFile(ctx, SMALL);
    expect(await importSnapshot(ctx)).toEqual(undisturbed);
  });
});

/** Runs the import in a process of its own and kills it some time after its nth sign of progress. */
async function killedRun(store: CommittedStore['store'], sign: number, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', RUN, FILE, JSON.stringify(store)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: process.env,
  });
  const signs: string[] = [];
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.stdout.on('data', (chunk: Buffer) => {
    signs.push(...chunk.toString().trim().split('\n'));
    if (signs.length >= sign)
      sleep(afterMs).then(
        () => child.kill('SIGKILL'),
        () => {},
      );
  });
  await ended;
  return signs;
}

describe('a killed run', () => {
  it('goes on where it stopped, to the same rows', async () => {
    const { ctx, store } = await committedStore();
    const reached = new Set<string>();
    for (const [sign, afterMs] of [
      [1, 0],
      [3, 4],
      [5, 9],
      [1, 2],
      [2, 12],
      [3, 0],
      [2, 6],
    ] as const) {
      const signs = await killedRun(store, sign, afterMs);
      for (const line of signs) reached.add(line.split(' ')[0] ?? '');
    }
    expect(reached.size).toBeGreaterThan(1);
    await importFile(ctx, SMALL);
    expect(await importSnapshot(ctx)).toEqual(undisturbed);
  }, 240_000);
});
