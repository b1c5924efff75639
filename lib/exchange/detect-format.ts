import {
  type DateStyle, type Decimal, type Encoding, type FileFormat, QUOTES, SEPARATORS, type Separator,
} from './file-format'; // biome-ignore format: short
import { foldHeader } from './fold-header';

const RECORDS = 50;
const MAX_SKIP = 10;

/** How a text is written, told from its beginning. Ambiguous days (1/2/10) are read as `ambiguous` says. */
export function detectFormat(
  head: string,
  encoding: Encoding,
  ambiguous: 'day-first' | 'month-first',
): FileFormat {
  const text = head.replace(/^\ufeff/, '');
  const quote = quoteOf(text);
  const separator = separatorOf(text, quote);
  const records = splitRecords(text, separator, quote);
  return { container: 'text', encoding, separator, quote, ...styleOf(records, ambiguous) };
}

/** What text and workbook have in common. */
export function styleOf(
  records: readonly (readonly string[])[],
  ambiguous: 'day-first' | 'month-first',
): Pick<FileFormat, 'decimal' | 'dates' | 'skip'> {
  const skip = headerAt(records);
  const cells = records.slice(skip + 1).flatMap((record) => record.map((cell) => cell.trim()));
  return { decimal: decimalOf(cells), dates: datesOf(cells, ambiguous), skip };
}

/** The first records of a text, leniently: what is wrong with them is said by the reader, not here. */
export function splitRecords(text: string, separator: string, quote: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let quoted = false;
  const endRecord = () => {
    record.push(cell);
    if (record.length > 1 || cell !== '') records.push(record);
    record = [];
    cell = '';
  };
  for (let i = 0; i < text.length && records.length < RECORDS; i += 1) {
    const char = text[i] ?? '';
    if (quoted) {
      if (char !== quote) cell += char;
      else if (text[i + 1] === quote) {
        cell += quote;
        i += 1;
      } else quoted = false;
    } else if (char === quote && cell === '') quoted = true;
    else if (char === separator) {
      record.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[i + 1] === '\n') i += 1;
      endRecord();
    } else cell += char;
  }
  if (records.length < RECORDS && (cell !== '' || record.length > 0)) endRecord();
  return records;
}

function quoteOf(text: string): FileFormat['quote'] {
  const [double, single] = QUOTES;
  const count = (quote: string) => text.match(new RegExp(`(^|[,;\\t|\\n\\r])${quote}`, 'g'))?.length ?? 0;
  return count(double) === 0 && count(single) > 1 ? single : double;
}

/** The separator that cuts most records into the same number of cells; of equals the one that cuts into more. */
function separatorOf(text: string, quote: string): Separator {
  const scores = SEPARATORS.map((separator) => {
    const widths = splitRecords(text, separator, quote).map((record) => record.length);
    const width = mostOften(widths);
    const share = widths.filter((one) => one === width).length / Math.max(1, widths.length);
    return { separator, score: width > 1 ? share + Math.min(width, 100) / 1000 : 0 };
  });
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}

function mostOften(values: readonly number[]): number {
  const times = new Map<number, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** Titles above a table are narrower than it, and a header names its columns: no numbers, nothing twice. */
function headerAt(records: readonly (readonly string[])[]): number {
  const width = mostOften(records.map((record) => record.filter((cell) => cell.trim() !== '').length));
  const at = records.slice(0, MAX_SKIP).findIndex((record) => {
    const named = record.filter((cell) => cell.trim() !== '');
    return (
      named.length >= Math.max(1, width / 2) && named.every((cell) => !/^[\d.,/: -]+$/.test(cell.trim()))
    );
  });
  const first = records[0] ?? [];
  return at > 0 && first.filter((cell) => foldHeader(cell) !== '').length < width / 2 ? at : 0;
}

function decimalOf(cells: readonly string[]): Decimal {
  const comma = cells.filter((cell) =>
    /^-?\d{1,3}(\.\d{3})+,\d+$|^-?\d+,(\d{1,2}|\d{4,})$/.test(cell),
  ).length;
  const point = cells.filter((cell) =>
    /^-?\d{1,3}(,\d{3})+\.\d+$|^-?\d+\.(\d{1,2}|\d{4,})$/.test(cell),
  ).length;
  return comma > point ? ',' : '.';
}

function datesOf(cells: readonly string[], ambiguous: 'day-first' | 'month-first'): DateStyle[] {
  const styles: DateStyle[] = [];
  if (cells.some((cell) => /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(cell))) styles.push('iso');
  const slashed = cells.flatMap((cell) => {
    const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[ T]|$)/.exec(cell);
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  if (slashed.length > 0) {
    const dayFirst = slashed.some(([first]) => first > 12);
    const monthFirst = slashed.some(([, second]) => second > 12);
    styles.push(dayFirst === monthFirst ? ambiguous : dayFirst ? 'day-first' : 'month-first');
  }
  if (styles.length === 0)
    styles.push(cells.some((cell) => /^[3-5]\d{4}(\.\d+)?$/.test(cell)) ? 'serial' : 'iso');
  return styles;
}
