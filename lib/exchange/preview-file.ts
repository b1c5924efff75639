import { invalid } from '@/lib/core/errors';
import { detectFormat, styleOf } from './detect-format';
import { type FileFormat, PLAIN_CSV } from './file-format';
import { foldHeader } from './fold-header';
import { type InspectedFile, inspectFile } from './inspect-file';
import { openFile } from './open-file';
import { rawRecords, readRecords, recoding } from './read-records';

const HEAD_CHARS = 256 * 1024;
const PREVIEW_ROWS = 50;
const MAX_CELL_CHARS = 200;

export type FilePreview = { format: FileFormat; headers: string[]; rows: string[][] };

/** What a file says of itself, and its first rows read so. `given` is what somebody knows better. */
export async function previewFile(
  path: string,
  inspected: Pick<InspectedFile, 'container' | 'encoding'>,
  ambiguous: 'day-first' | 'month-first',
  given: Partial<FileFormat> = {},
): Promise<FilePreview> {
  // Bytes are read as UTF-8 unchecked when they are known to be that; anything else is decoded strictly.
  if (given.encoding === 'utf-8' && inspected.encoding !== 'utf-8') throw invalid('exchange.errors.encoding');
  const detected = await formatOf(path, { ...inspected, ...given }, ambiguous);
  const format = { ...detected, ...given };
  const first = await firstRecords(readRecords(path, format), PREVIEW_ROWS + 1);
  const [headers, ...rows] = first.map((record) => record.map((cell) => cell.slice(0, MAX_CELL_CHARS)));
  if (!headers) throw invalid('exchange.errors.empty');
  return { format, headers, rows };
}

/** Everything about a file before it is mapped: it is sound, what it is written in, and its first rows. */
export async function lookAtFile(
  path: string,
  ambiguous: 'day-first' | 'month-first',
  given: Partial<FileFormat> = {},
) {
  const inspected = await inspectFile(path);
  const preview = await previewFile(path, inspected, ambiguous, given);
  refuseTwice(preview.headers);
  if (preview.rows.length === 0) throw invalid('exchange.errors.noRows');
  return { ...inspected, ...preview };
}

export function refuseTwice(headers: readonly string[]): void {
  const folded = headers.map(foldHeader);
  const twice = folded.find((name, i) => name !== '' && folded.indexOf(name) !== i);
  if (twice !== undefined) throw invalid('exchange.errors.headerTwice', { header: twice });
  if (folded.every((name) => name === '')) throw invalid('exchange.errors.noHeader');
}

async function formatOf(
  path: string,
  { container, encoding }: Pick<InspectedFile, 'container' | 'encoding'>,
  ambiguous: 'day-first' | 'month-first',
): Promise<FileFormat> {
  if (container === 'text') return detectFormat(await headText(path, encoding), encoding, ambiguous);
  const plain: FileFormat = { ...PLAIN_CSV, container: 'workbook' };
  const records = await firstRecords(rawRecords(path, plain), PREVIEW_ROWS);
  return { ...plain, ...styleOf(records, ambiguous), decimal: '.' };
}

async function firstRecords(from: AsyncIterable<string[]>, limit: number): Promise<string[][]> {
  const records: string[][] = [];
  for await (const record of from) {
    records.push(record);
    if (records.length >= limit) break;
  }
  return records;
}

async function headText(path: string, encoding: FileFormat['encoding']): Promise<string> {
  const source = await openFile(path);
  const stream = encoding === 'utf-8' ? source : source.pipe(recoding(encoding));
  const pieces: string[] = [];
  let chars = 0;
  const chunks: AsyncIterable<Buffer> = stream;
  for await (const chunk of chunks) {
    pieces.push(chunk.toString('utf8'));
    chars += chunk.length;
    if (chars >= HEAD_CHARS) break;
  }
  source.destroy();
  return pieces.join('').slice(0, HEAD_CHARS);
}
