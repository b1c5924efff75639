import ExcelJS from 'exceljs';
import { invalid } from '@/lib/core/errors';

/** As many as a sheet of a spreadsheet can have. */
export const MAX_COLUMNS = 16_384;

/**
 * The rows of a workbook's first sheet as text: numbers with a point, moments as `2010-12-01 08:26:00`, of a formula what
 * it came to. Empty rows and the empty cells at a row's end are left out.
 */
export async function* readWorkbook(path: string): AsyncGenerator<string[]> {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(path, {
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    worksheets: 'emit',
    entries: 'ignore',
  });
  for await (const sheet of reader) {
    for await (const row of sheet) {
      const values = Array.isArray(row.values) ? row.values.slice(1) : [];
      if (values.length > MAX_COLUMNS) throw invalid('exchange.errors.tooManyColumns', { max: MAX_COLUMNS });
      const cells = Array.from(values, cellText);
      while (cells.at(-1) === '') cells.pop();
      if (cells.length > 0) yield cells;
    }
    return;
  }
}

const isoText = (date: Date) => date.toISOString().slice(0, 19).replace('T', ' ');

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : isoText(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value && Array.isArray(value.richText))
    return value.richText.map((part: { text?: unknown }) => String(part.text ?? '')).join('');
  if ('formula' in value || 'sharedFormula' in value) return 'result' in value ? cellText(value.result) : '';
  if ('text' in value) return cellText(value.text);
  if ('error' in value) return String(value.error);
  return '';
}

const SHOWN = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 15, useGrouping: false });

/** A price of 2.55 may be kept as 2.5499999999999998: fifteen digits are what a spreadsheet shows. */
const numberText = (value: number) => (Number.isSafeInteger(value) ? String(value) : SHOWN.format(value));
