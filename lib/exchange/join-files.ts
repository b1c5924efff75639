import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { invalid } from '@/lib/core/errors';
import { foldHeader } from './fold-header';
import { lookAtFile } from './preview-file';
import { JOINED } from './read-facts';
import { readRecords } from './read-records';

/** What the files beside the first may come to: they are held in memory, while the first goes by row after row. */
const MAX_HELD_CHARS = 400_000_000;

type Held = {
  /** The column of what is joined so far that names its rows. */
  key: string;
  /** Its other columns, those not known yet. */
  headers: string[];
  rows: Map<string, string[]>;
  /** Whether every key is there once. */
  single: boolean;
  used: Set<string>;
};

/**
 * Joins files of one source into one table: each row of the first, with what the others say of it, found by a column both
 * have. Of several rows with one key the cells stand one behind the other. Rows of a second file that the first knows
 * nothing of, where it shares the first's own key, become rows of their own: nothing is lost silently.
 */
export async function joinFiles(paths: readonly string[], target: string): Promise<void> {
  const [main = '', ...others] = paths;
  const first = await lookAtFile(main, 'day-first');
  const held = await holdAll(first.headers, others);
  await pipeline(Readable.from(lines(main, first, held)), createWriteStream(target));
}

/** Takes in the others in an order in which each finds its key among the columns before it. */
async function holdAll(headers: readonly string[], paths: readonly string[]): Promise<Held[]> {
  const known = new Set(headers.map(foldHeader));
  const looked = await Promise.all(
    paths.map(async (path) => ({ path, ...(await lookAtFile(path, 'day-first')) })),
  );
  const held: Held[] = [];
  let chars = 0;
  while (looked.length > 0) {
    const at = looked.findIndex(({ headers }) => headers.some((header) => known.has(foldHeader(header))));
    const [next] = looked.splice(at, at < 0 ? 0 : 1);
    if (!next) {
      const left = looked.map(({ headers }) => headers.join(', ')).join('; ');
      throw invalid('exchange.errors.notJoined', { columns: left.slice(0, 300) });
    }
    const key = next.headers.find((header) => known.has(foldHeader(header))) ?? '';
    const keyAt = next.headers.indexOf(key);
    const fresh = next.headers.flatMap((header, i) => (known.has(foldHeader(header)) ? [] : [i]));
    const one: Held = {
      key: foldHeader(key),
      headers: fresh.map((i) => next.headers[i] ?? ''),
      rows: new Map(),
      single: true,
      used: new Set(),
    };
    let row = 0;
    for await (const record of readRecords(next.path, next.format)) {
      row += 1;
      if (row === 1) continue;
      const cells = fresh.map((i) => record[i] ?? '');
      const name = record[keyAt] ?? '';
      const before = one.rows.get(name);
      if (before) one.single = false;
      one.rows.set(name, before ? before.map((cell, i) => `${cell}${JOINED}${cells[i]}`) : cells);
      chars += name.length + cells.reduce((sum, cell) => sum + cell.length, 0);
      if (chars > MAX_HELD_CHARS) throw invalid('exchange.errors.joinTooLarge');
    }
    for (const header of one.headers) known.add(foldHeader(header));
    held.push(one);
  }
  return held;
}

const line = (cells: readonly string[]) =>
  `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;

async function* lines(
  path: string,
  { headers, format }: Awaited<ReturnType<typeof lookAtFile>>,
  held: readonly Held[],
): AsyncGenerator<string> {
  const all = [...headers, ...held.flatMap((one) => one.headers)];
  const place = new Map(all.map((header, i) => [foldHeader(header), i]));
  yield line(all);
  let row = 0;
  for await (const record of readRecords(path, format)) {
    row += 1;
    if (row > 1) yield line(joined(record, held, place));
  }
  for (const one of held.filter(({ key, single }) => single && headers.some((h) => foldHeader(h) === key))) {
    // Products that nobody bought are no loss; orders without a line are.
    if (one.key !== foldHeader(headers[0] ?? '')) continue;
    for (const name of one.rows.keys()) {
      if (!one.used.has(name)) yield line(joined([name, ...headers.slice(1).map(() => '')], held, place));
    }
  }
}

function joined(
  record: readonly string[],
  held: readonly Held[],
  place: ReadonlyMap<string, number>,
): string[] {
  const cells = [...record];
  for (const { key, headers, rows, used } of held) {
    const name = cells[place.get(key) ?? -1] ?? '';
    const found = rows.get(name);
    if (found) used.add(name);
    cells.push(...(found ?? headers.map(() => '')));
  }
  return cells;
}
