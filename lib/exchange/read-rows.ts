import { type DomainError, invalid } from '@/lib/core/errors';
import { type FileFormat, PLAIN_CSV } from './file-format';
import { foldHeader } from './fold-header';
import { refuseTwice } from './preview-file';
import { readRecords } from './read-records';
import { type BadRow, type Columns, type FileRow, rowReader } from './read-row';
import { FIELDS, type Field, type SourceMapping } from './source-mapping';

const MAX_BAD_ROWS_TOLD = 5;

/** The file's rows in batches, in the file's order. A file that is no such table ends in one clear error. */
export async function* readRows(
  path: string,
  mapping: SourceMapping,
  timeZone: string,
  batchRows: number,
  format: FileFormat = { ...PLAIN_CSV, ...mapping.format },
): AsyncGenerator<FileRow[]> {
  let read: ReturnType<typeof rowReader> | undefined;
  let batch: FileRow[] = [];
  const bad: BadRow[] = [];
  let row = 0;
  for await (const record of readRecords(path, format)) {
    if (!read) {
      read = rowReader(format, mapping, orderColumns(mapping, record), timeZone);
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
  if (bad.length > 0) throw badRows(bad);
  if (row === 0) throw invalid('exchange.errors.noRows');
  if (batch.length > 0) yield batch;
}

function orderColumns(mapping: SourceMapping, header: readonly string[]): Columns {
  const place = columnsOf(mapping, header);
  return {
    document: place('document'),
    sku: place('sku'),
    title: place('title'),
    quantity: place('quantity'),
    at: place('at'),
    unitPrice: place('unitPrice'),
    customerRef: place('customerRef'),
    country: place('country'),
    freight: place('freight'),
    status: place('status'),
    confirmedAt: place('confirmedAt'),
    shippedAt: place('shippedAt'),
    deliveredAt: place('deliveredAt'),
    promisedAt: place('promisedAt'),
    paidBy: place('paidBy'),
    paidAmount: place('paidAmount'),
  };
}

/** Finds each field's column by its header (-1: none). Names every missing one that must be there at once. */
export function columnsOf(mapping: SourceMapping, header: readonly string[]): (field: Field) => number {
  refuseTwice(header);
  const folded = header.map(foldHeader);
  const place = (field: Field) => folded.findIndex((name) => mapping.columns[field]?.includes(name));
  // Without a quantity each row is one unit, but only where the mapping says so by naming no column for it.
  const counted: Field[] = mapping.columns.quantity === undefined ? [] : ['quantity'];
  const needed = new Set<Field>([...FIELDS[mapping.kind].required, ...counted]);
  const missing = [...needed].filter((field) => place(field) < 0);
  if (missing.length > 0) {
    const names = missing.map((field) => mapping.columns[field]?.join(' / ') || field).join(', ');
    throw invalid('exchange.errors.columns', { columns: names });
  }
  return place;
}

function badRows(bad: readonly BadRow[]): DomainError {
  const told = bad.map(({ row, field, value }) => `${row}: ${field} = ${JSON.stringify(value)}`).join('; ');
  return invalid('exchange.errors.badRows', { rows: told });
}
