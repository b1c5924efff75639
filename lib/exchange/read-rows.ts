import { parse } from 'csv-parse';
import { DomainError, invalid } from '@/lib/core/errors';
import { openFile, unreadable } from './open-file';
import { type BadRow, type Columns, type FileRow, rowReader } from './read-row';
import { FIELDS, type Field, foldHeader, type SourceMapping } from './source-mapping';

const MAX_RECORD_CHARS = 1_000_000;
const MAX_BAD_ROWS_TOLD = 5;

/** The file's rows in batches, in the file's order. A file that is no such table ends in one clear error. */
export async function* readRows(
  path: string,
  mapping: SourceMapping,
  timeZone: string,
  batchRows: number,
): AsyncGenerator<FileRow[]> {
  const source = await openFile(path);
  const parser = parse({ bom: true, skip_empty_lines: true, max_record_size: MAX_RECORD_CHARS });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let read: ReturnType<typeof rowReader> | undefined;
  let batch: FileRow[] = [];
  const bad: BadRow[] = [];
  let row = 0;
  try {
    const records: AsyncIterable<string[]> = parser;
    for await (const record of records) {
      if (!read) {
        read = rowReader(mapping, columnsOf(mapping, record), timeZone);
        continue;
      }
      row += 1;
      const parsed = read(record, row);
      if ('field' in parsed) {
        bad.push(parsed);
        if (bad.length >= MAX_BAD_ROWS_TOLD) break;
        continue;
      }
      if (bad.length > 0) continue;
      batch.push(parsed);
      if (batch.length >= batchRows) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    throw asDomainError(error, row);
  } finally {
    source.destroy();
  }
  if (bad.length > 0) throw badRows(bad);
  if (row === 0) throw invalid('exchange.errors.noRows');
  if (batch.length > 0) yield batch;
}

/** Finds each field's column by its header. Names every missing column at once. */
export function columnsOf(mapping: SourceMapping, header: readonly string[]): Columns {
  const folded = header.map(foldHeader);
  const twice = folded.find((name, i) => name !== '' && folded.indexOf(name) !== i);
  if (twice !== undefined) throw invalid('exchange.errors.headerTwice', { header: twice });
  const place = (field: Field) => folded.findIndex((name) => mapping.columns[field].includes(name));
  const columns: Columns = {
    document: place('document'),
    sku: place('sku'),
    title: place('title'),
    quantity: place('quantity'),
    at: place('at'),
    unitPrice: place('unitPrice'),
    customerRef: place('customerRef'),
    country: place('country'),
  };
  const missing = FIELDS.filter((field) => columns[field] < 0);
  if (missing.length > 0) {
    const names = missing.map((field) => mapping.columns[field].join(' / ')).join(', ');
    throw invalid('exchange.errors.columns', { columns: names });
  }
  return columns;
}

function badRows(bad: readonly BadRow[]): DomainError {
  const told = bad.map(({ row, field, value }) => `${row}: ${field} = ${JSON.stringify(value)}`).join('; ');
  return invalid('exchange.errors.badRows', { rows: told });
}

function asDomainError(error: unknown, row: number): DomainError {
  if (error instanceof DomainError) return error;
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  return code.startsWith('CSV_')
    ? invalid('exchange.errors.notCsv', { row: row + 1, reason: code })
    : unreadable(error);
}
