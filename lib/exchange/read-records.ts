import { Transform } from 'node:stream';
import { parse } from 'csv-parse';
import { DomainError, invalid } from '@/lib/core/errors';
import type { Encoding, FileFormat } from './file-format';
import { openFile, unreadable } from './open-file';
import { MAX_COLUMNS, readWorkbook } from './read-workbook';

const MAX_RECORD_CHARS = 1_000_000;

/**
 * A file's records as text, the header first, in the file's order: one is read at a time, whatever the file's size. What is
 * no table ends in one clear error that names the row.
 */
export async function* readRecords(path: string, format: FileFormat): AsyncGenerator<string[]> {
  const records = rawRecords(path, format);
  let skip = format.skip;
  let header: string[] | undefined;
  let row = 0;
  try {
    for await (const record of records) {
      if (skip > 0) {
        skip -= 1;
        continue;
      }
      if (record.length > MAX_COLUMNS) throw invalid('exchange.errors.tooManyColumns', { max: MAX_COLUMNS });
      if (!header) header = record;
      else {
        row += 1;
        while (format.container === 'workbook' && record.length < header.length) record.push('');
        if (record.length !== header.length) {
          throw invalid('exchange.errors.ragged', { row, cells: record.length, columns: header.length });
        }
      }
      yield record;
    }
  } catch (error) {
    throw asDomainError(error, row);
  }
}

/** The records as they come, of any width. */
export function rawRecords(path: string, format: FileFormat): AsyncGenerator<string[]> {
  return format.container === 'workbook' ? workbook(path) : delimited(path, format);
}

async function* workbook(path: string): AsyncGenerator<string[]> {
  try {
    yield* readWorkbook(path);
  } catch (error) {
    throw error instanceof DomainError ? error : invalid('exchange.errors.brokenWorkbook');
  }
}

async function* delimited(path: string, format: FileFormat): AsyncGenerator<string[]> {
  const source = await openFile(path);
  const parser = parse({
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    delimiter: format.separator,
    quote: format.quote,
    max_record_size: MAX_RECORD_CHARS,
  });
  source.on('error', (error) => parser.destroy(error));
  if (format.encoding === 'utf-8') source.pipe(parser);
  else source.pipe(recoding(format.encoding).on('error', (error) => parser.destroy(error))).pipe(parser);
  try {
    const records: AsyncIterable<string[]> = parser;
    yield* records;
  } finally {
    source.destroy();
  }
}

/** Bytes in one encoding as bytes in UTF-8. */
export function recoding(encoding: Encoding): Transform {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const text = (chunk?: Buffer) => Buffer.from(decoder.decode(chunk, { stream: chunk !== undefined }));
  const attempt = (work: () => Buffer, done: (error: Error | null, data?: Buffer) => void) => {
    try {
      done(null, work());
    } catch {
      done(invalid('exchange.errors.encoding'));
    }
  };
  return new Transform({
    transform: (chunk: Buffer, _, done) => attempt(() => text(chunk), done),
    flush: (done) => attempt(() => text(), done),
  });
}

function asDomainError(error: unknown, row: number): DomainError {
  if (error instanceof DomainError) return error;
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  return code.startsWith('CSV_')
    ? invalid('exchange.errors.notCsv', { row: row + 1, reason: code })
    : unreadable(error);
}
