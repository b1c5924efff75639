import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { allow } from '@/lib/access/allow';
import { type Ctx, pgCode } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { findMapping } from './find-mapping';
import { getImportReport } from './get-import-report';
import type { ImportRef } from './import-ref';
import type { ImportReport, RecordCounts } from './import-report';
import { joinFiles } from './join-files';
import { lookAtFile } from './preview-file';
import { columnsOf } from './read-rows';
import { type RunOptions, runImport } from './run-import';
import type { SourceMapping } from './source-mapping';
import { startImport } from './start-import';

export type ImportFileInput = RunOptions & {
  path: string;
  /** Other files of the same source, joined to it by their keys. */
  beside?: readonly string[];
  /** A mapping, or the name of one: saved by the store, or built in. */
  source: string | SourceMapping;
  currency: string;
  timeZone: string;
};
export type ImportedFile = {
  importId: ImportRef['id'];
  /** Of orders; null for everything else. */
  report: ImportReport | null;
  counts: RecordCounts | null;
  repeated: boolean;
};

const UNIQUE_VIOLATION = '23505';

/**
 * Brings a file in, from wherever an earlier run of it stopped. The same file again changes nothing and gives the report it
 * had. Every batch is one transaction with its progress; a kill at any point loses at most the batch at hand.
 */
export async function importFile(ctx: Ctx, input: ImportFileInput): Promise<ImportedFile> {
  allow(ctx, 'data.import');
  const { path: file, beside = [] } = input;
  if (beside.length === 0) return importOne(ctx, input, file);
  const folder = await mkdtemp(path.join(tmpdir(), 'joined-'));
  try {
    const joined = path.join(folder, `${path.basename(file)}+${beside.length}`);
    await joinFiles([file, ...beside], joined);
    return await importOne(ctx, input, joined);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function importOne(ctx: Ctx, input: ImportFileInput, file: string): Promise<ImportedFile> {
  try {
    const { path: _, beside: __, source, currency, timeZone, ...options } = input;
    const mapping = typeof source === 'string' ? await findMapping(ctx, source) : source;
    const seen = await lookAtFile(file, 'month-first', mapping.format);
    columnsOf(mapping, seen.headers);
    const { contentHash, bytes, headers, format } = seen;
    const about = { fileName: path.basename(file), contentHash, bytes, headers };
    const ref = await startImport(ctx, { ...about, mapping, format, currency, timeZone });
    const repeated = ref.status === 'finished';
    if (!repeated) await runImport(ctx, { ...ref, confirmed: true }, file, options);
    return { importId: ref.id, repeated, ...(await getImportReport(ctx, ref.id)) };
  } catch (error) {
    if (pgCode(error) === UNIQUE_VIOLATION) throw conflict('exchange.errors.interfered');
    throw error;
  }
}
