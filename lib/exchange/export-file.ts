import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import ExcelJS from 'exceljs';
import { log } from '@/lib/core/log';
import { type Amount, amountText, type Cell, harmless, localDate } from './export-cells';
import type { ExportFormat } from './export-orders';

type Rows = AsyncIterable<Cell[][]>;
export type Sheet = { header: readonly string[]; rows: Rows; timeZone: string; name: string };

export const EXPORT_TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The file as it is made: nothing of it is kept. */
export const exportFile = (format: ExportFormat, sheet: Sheet): Readable =>
  format === 'csv' ? Readable.from(csvParts(sheet)) : workbook(sheet);

const isAmount = (cell: Cell): cell is Amount => typeof cell === 'object' && cell !== null && 'minor' in cell;
const MARK = '\uFEFF';

async function* csvParts({ header, rows, timeZone }: Sheet): AsyncGenerator<string> {
  const plain = (cell: Cell) => {
    if (typeof cell === 'string') return harmless(cell);
    if (isAmount(cell)) return amountText(cell);
    if (cell instanceof Date) return localDate(cell, timeZone).toISOString().slice(0, 19).replace('T', ' ');
    return cell;
  };
  // The mark tells spreadsheets that the text is UTF-8.
  yield MARK + stringify([header.map(harmless)]);
  for await (const batch of rows) yield stringify(batch.map((row) => row.map(plain)));
}

/** A sheet holds 1,048,576 rows: more go on the next. */
const ROWS_PER_SHEET = 1_000_000;
const MOMENT = 'yyyy-mm-dd hh:mm';

function workbook(sheet: Sheet): Readable {
  const out = new PassThrough();
  fillWorkbook(sheet, out).catch((error: unknown) => {
    // Whoever asked has gone, or a batch could not be read: a cut file does not open, which is right.
    if (!out.destroyed) log().warn({ err: error }, 'an export was cut short');
    out.destroy(error instanceof Error ? error : undefined);
  });
  return out;
}

async function fillWorkbook({ header, rows, timeZone, name }: Sheet, out: PassThrough): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: out,
    useSharedStrings: false,
    useStyles: true,
  });
  const begin = (number: number) => {
    const made = book.addWorksheet(number === 1 ? name : `${name} ${number}`);
    made.addRow([...header]).commit();
    return made;
  };
  const plain = (cell: Cell) => {
    if (isAmount(cell)) return Number(amountText(cell));
    return cell instanceof Date ? localDate(cell, timeZone) : cell;
  };
  let sheets = 1;
  let written = 0;
  let current = begin(sheets);
  for await (const batch of rows) {
    if (written + batch.length > ROWS_PER_SHEET) {
      current.commit();
      current = begin(++sheets);
      written = 0;
    }
    for (const cells of batch) {
      const row = current.addRow(cells.map(plain));
      cells.forEach((cell, place) => {
        if (cell instanceof Date) row.getCell(place + 1).numFmt = MOMENT;
      });
      row.commit();
    }
    written += batch.length;
    if (out.destroyed) return;
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
  }
  current.commit();
  await book.commit();
}

/** The file as an answer's body: read as fast as it is taken, ended when nobody takes it any more. */
export function asBody(file: Readable): ReadableStream<Uint8Array> {
  const parts = file[Symbol.asyncIterator]();
  const text = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === 'string' ? text.encode(value) : value);
    },
    cancel: () => {
      file.destroy();
    },
  });
}
