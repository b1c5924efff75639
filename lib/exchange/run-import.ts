import { allow } from '@/lib/access/allow';
import { type AnyCtx, type Ctx, read, transact } from '@/lib/core/ctx';
import { DomainError } from '@/lib/core/errors';
import { applyCancellations } from './apply-cancellations';
import { applyRecords } from './apply-records';
import { applySales } from './apply-sales';
import { discardImport } from './discard-import';
import { finishImport } from './finish-import';
import { finishRecords } from './finish-records';
import { advance, type ImportRef } from './import-ref';
import type { ImportStatus, Treatment } from './import-state';
import { judgeImport } from './judge-import';
import { judgeRecords } from './judge-records';
import { type Batch, loadBatch } from './load-batch';
import { makeCustomers } from './make-customers';
import { makeProducts } from './make-products';
import { planImport } from './plan-import';
import { readRows } from './read-rows';
import { stageRecords } from './stage-records';
import { stageRows } from './stage-rows';
import { undoAll } from './undo-import';

export type RunOptions = {
  /** Told after every batch, with how many of how many rows or documents. */
  onProgress?: (status: ImportStatus, done: number, of: number | null) => void;
  stageBatchRows?: number;
  applyBatchRows?: number;
};
type Tell = (ref: ImportRef, done: number) => void;

const STAGE_ROWS = 10_000;
const APPLY_ROWS = 5_000;

const SALES = { treatments: ['sale', 'set_aside', 'known'], apply: applySales, atOnce: 2 } as const;
/** Each takes units that the one before it left. */
const CANCELLATIONS = { treatments: ['cancellation'], apply: applyCancellations, atOnce: 1 } as const;

/**
 * Takes an import from wherever it stands as far as it goes: to its end, to the report that somebody has to agree with, or
 * to the batch in which somebody paused it.
 */
export async function runImport(
  ctx: Ctx,
  from: ImportRef,
  path: string,
  options: RunOptions = {},
): Promise<ImportRef> {
  allow(ctx, 'data.import');
  const tell: Tell = (ref, done) => options.onProgress?.(ref.status, done, null);
  if (from.status === 'undoing') return undoAll(ctx, from, tell);
  const run = from.kind === 'orders' ? runOrders : runRecords;
  return run(ctx, from, path, options, tell);
}

type Run = (ctx: Ctx, from: ImportRef, path: string, options: RunOptions, tell: Tell) => Promise<ImportRef>;

const runOrders: Run = async (ctx, from, path, options, tell) => {
  const rows = options.applyBatchRows ?? APPLY_ROWS;
  let ref = from;
  if (ref.status === 'staging') {
    ref = await stageFile(ctx, ref, path, options.stageBatchRows ?? STAGE_ROWS, tell);
    if (ref.paused) return ref;
    ref = await planImport(ctx, ref);
  }
  if (ref.status === 'planned') {
    if (!ref.confirmed) return judgeImport(ctx, ref);
    tell(ref, 0);
    await Promise.all([makeCustomers(ctx, ref), makeProducts(ctx, ref)]);
    ref = await enter(ctx, ref, 'sales');
  }
  const applied = (done: number) => tell(ref, done);
  if (ref.status === 'sales') {
    ref = await applyAll(ctx, ref, { ...SALES, rows }, applied);
    if (ref.paused) return ref;
    ref = await enter(ctx, ref, 'cancellations');
  }
  if (ref.status !== 'cancellations') return ref;
  ref = await applyAll(ctx, ref, { ...CANCELLATIONS, rows }, applied);
  return ref.paused ? ref : finishImport(ctx, ref);
};

/** Everything that is no order: rows by themselves, each with a key of its own. */
const runRecords: Run = async (ctx, from, path, options, tell) => {
  let ref = from;
  if (ref.status === 'staging') {
    ref = await discarding(ctx, ref, () =>
      stageRecords(ctx, from, path, options.stageBatchRows ?? STAGE_ROWS, tell),
    );
    if (ref.paused) return ref;
    ref = await judgeRecords(ctx, ref);
  }
  if (ref.status === 'planned') {
    if (!ref.confirmed) return ref;
    ref = await enter(ctx, ref, 'applying');
  }
  if (ref.status !== 'applying') return ref;
  ref = await applyRecords(ctx, ref, tell);
  return ref.paused ? ref : finishRecords(ctx, ref);
};

/** What is wrong with the file is found before anything is applied: no trace of it stays. */
async function discarding<T>(ctx: AnyCtx, ref: ImportRef, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'INVALID') await discardImport(ctx, ref, error);
    throw error;
  }
}

/** Reads the file from its beginning, and keeps what an earlier run had not kept yet: one batch is read while one is kept. */
async function stageFile(
  ctx: AnyCtx,
  from: ImportRef,
  path: string,
  size: number,
  tell: Tell,
): Promise<ImportRef> {
  let kept = Promise.resolve(from);
  return discarding(ctx, from, async () => {
    try {
      for await (const batch of readRows(path, from.mapping, from.timeZone, size, from.format)) {
        const ref = await kept;
        if (ref.paused) return ref;
        const fresh = batch.filter((row) => row.row > ref.stagedRows);
        if (fresh.length === 0) continue;
        if (ref !== from) tell(ref, ref.stagedRows);
        kept = stageRows(ctx, ref, fresh);
        kept.catch(() => {}); // awaited before the next batch, or below
      }
      const ref = await kept;
      tell(ref, ref.stagedRows);
      return ref;
    } finally {
      await kept.catch(() => {}); // nothing is left at work when this ends, however it ends
    }
  });
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
      const done = await before;
      tell(done.appliedTo);
      if (done.paused) break;
    }
  } finally {
    await last.catch(() => {}); // nothing is left at work when this ends, however it ends
  }
  return last;
}
