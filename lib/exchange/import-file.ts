import path from 'node:path';
import { allow } from '@/lib/access/allow';
import { type Ctx, pgCode } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { findMapping } from './find-mapping';
import { getImportReport } from './get-import-report';
import type { ImportRef } from './import-ref';
import type { ImportReport, RecordCounts } from './import-report';
import { lookAtFile } from './preview-file';
import { columnsOf } from './read-rows';
import { type RunOptions, runImport } from './run-import';
import type { SourceMapping } from './source-mapping';
import { startImport } from './start-import';

export type ImportFileInput = RunOptions & {
  path: string;
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
  try {
    const { path: file, source, currency, timeZone, ...options } = input;
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
