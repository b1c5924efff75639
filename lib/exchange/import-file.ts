import path from 'node:path';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type Ctx, pgCode, read, transact } from '@/lib/core/ctx';
import { conflict, DomainError } from '@/lib/core/errors';
import { applyCancellations } from './apply-cancellations';
import { applySales } from './apply-sales';
import { discardImport } from './discard-import';
import { finishImport } from './finish-import';
import { getImportReport } from './get-import-report';
import { advance, type ImportRef, mappingOf } from './import-ref';
import type { ImportReport } from './import-report';
import type { ImportStatus, Treatment } from './import-state';
import { inspectFile } from './inspect-file';
import { type Batch, loadBatch } from './load-batch';
import { makeCustomers } from './make-customers';
import { makeProducts } from './make-products';
import { planImport } from './plan-import';
import { readRows } from './read-rows';
import { stageRows } from './stage-rows';
import { startImport } from './start-import';

export type ImportFileInput = {
  path: string;
  source: string;
  currency: string;
  timeZone: string;
  /** Told after every batch, with how many of how many rows or documents. */
  onProgress?: (status: ImportStatus, done: number, of: number | null) => void;
  stageBatchRows?: number;
  applyBatchRows?: number;
};
export type ImportedFile = { importId: ImportRef['id']; report: ImportReport; repeated: boolean };

const UNIQUE_VIOLATION = '23505';
const STAGE_ROWS = 10_000;
const APPLY_ROWS = 5_000;

const SALES = { treatments: ['sale', 'set_aside', 'known'], apply: applySales, atOnce: 2 } as const;
/** Each takes units that the one before it left. */
const CANCELLATIONS = { treatments: ['cancellation'], apply: applyCancellations, atOnce: 1 } as const;

/**
 * Brings a file of orders in, from wherever an earlier run of it stopped. The same file again changes nothing and gives the
 * report it had. Every batch is one transaction with its progress; a kill at any point loses at most the batch at hand.
 */
export async function importFile(ctx: Ctx, input: ImportFileInput): Promise<ImportedFile> {
  allow(ctx, 'data.import');
  try {
    return await runImport(ctx, input);
  } catch (error) {
    if (pgCode(error) === UNIQUE_VIOLATION) throw conflict('exchange.errors.interfered');
    throw error;
  }
}

async function runImport(ctx: Ctx, input: ImportFileInput): Promise<ImportedFile> {
  const { contentHash } = await inspectFile(input.path);
  const { source, currency, timeZone } = input;
  const fileName = path.basename(input.path);
  let ref = await startImport(ctx, { source, currency, timeZone, fileName, contentHash });
  if (ref.status === 'finished') {
    return { importId: ref.id, report: await getImportReport(ctx, ref.id), repeated: true };
  }
  const rows = input.applyBatchRows ?? APPLY_ROWS;
  if (ref.status === 'staging') ref = await planImport(ctx, await stageFile(ctx, ref, input));
  const tell = (done: number) => input.onProgress?.(ref.status, done, null);
  if (ref.status === 'planned') {
    tell(0);
    await Promise.all([makeCustomers(ctx, ref), makeProducts(ctx, ref)]);
    ref = await enter(ctx, ref, 'sales');
  }
  if (ref.status === 'sales') {
    ref = await applyAll(ctx, ref, { ...SALES, rows }, tell);
    ref = await enter(ctx, ref, 'cancellations');
  }
  ref = await applyAll(ctx, ref, { ...CANCELLATIONS, rows }, tell);
  return { importId: ref.id, report: await finishImport(ctx, ref), repeated: false };
}

/** Reads the file from its beginning, and keeps what an earlier run had not kept yet: one batch is read while one is kept. */
async function stageFile(ctx: AnyCtx, from: ImportRef, input: ImportFileInput): Promise<ImportRef> {
  let kept = Promise.resolve(from);
  try {
    const size = input.stageBatchRows ?? STAGE_ROWS;
    for await (const batch of readRows(input.path, mappingOf(from.source), from.timeZone, size)) {
      const ref = await kept;
      const fresh = batch.filter((row) => row.row > ref.stagedRows);
      if (fresh.length === 0) continue;
      if (ref !== from) input.onProgress?.('staging', ref.stagedRows, null);
      kept = stageRows(ctx, ref, fresh);
      kept.catch(() => {}); // awaited before the next batch, or below
    }
    const ref = await kept;
    input.onProgress?.('staging', ref.stagedRows, null);
    return ref;
  } catch (error) {
    // What is wrong with the file is found before anything is applied: no trace of it stays.
    const ref = await kept.catch(() => from);
    if (error instanceof DomainError && error.code === 'INVALID') await discardImport(ctx, ref);
    throw error;
  }
}

async function enter(ctx: AnyCtx, ref: ImportRef, status: ImportStatus): Promise<ImportRef> {
  return transact(ctx, (ctx) => advance(ctx, ref, { status, appliedTo: 0 }));
}

type Apply = (ctx: AnyCtx, ref: ImportRef, batch: Batch, before: Promise<ImportRef>) => Promise<ImportRef>;
type Phase = { treatments: readonly Treatment[]; apply: Apply; rows: number; atOnce: 1 | 2 };

/** Applies batch after batch. Two may be at work at once where they do not depend on each other; they commit in order. */
async function applyAll(
  ctx: AnyCtx,
  from: ImportRef,
  { treatments, apply, rows, atOnce }: Phase,
  tell: (done: number) => void,
): Promise<ImportRef> {
  const load = (after: number) => read(ctx, (ctx) => loadBatch(ctx, from, treatments, after, rows));
  let before = Promise.resolve(from);
  let last = before;
  try {
    for (let batch = await load(from.appliedTo); batch; ) {
      if (atOnce === 1) await last;
      before = last;
      last = apply(ctx, from, batch, before);
      last.catch(() => {}); // awaited below, and by the batch after it
      batch = await load(batch.lastPosition);
      tell((await before).appliedTo);
    }
  } finally {
    await last.catch(() => {}); // nothing is left at work when this ends, however it ends
  }
  return last;
}
