import { parseDecimal, parsePrice } from '@/lib/core/money';
import type { FileFormat } from './file-format';
import { localMoments } from './local-moment';
import type { OrderFacts } from './order-facts';
import { factsReader } from './read-facts';
import { plainNumber } from './read-number';
import type { OrderField, SourceMapping } from './source-mapping';

/** One row of a file, parsed and not yet judged. */
export type FileRow = {
  /** 1 is the first row after the header. */
  row: number;
  document: string;
  sku: string;
  title: string;
  quantity: number;
  unitPriceE4: number;
  at: Date;
  customerRef: string;
  country: string;
  freightE4: number;
  facts: OrderFacts | null;
};

/** What a row is worth in the file: its goods and their carriage. */
export const amountOf = (row: Pick<FileRow, 'quantity' | 'unitPriceE4' | 'freightE4'>): number =>
  row.quantity * row.unitPriceE4 + row.freightE4;

/** What of a row can not be read: which column says what. */
export type BadRow = { row: number; field: OrderField; value: string };

/** Where each field stands in a record; -1 where no column says it. */
export type Columns = Record<OrderField, number>;

const MAX_SKU_CHARS = 100;
const MAX_TITLE_CHARS = 300;
const MAX_UNITS = 1_000_000_000;

/** Remembers what a text meant: files repeat their prices and quantities. */
function remembering(parse: (text: string) => number | null): (text: string) => number | null {
  const known = new Map<string, number | null>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = parse(text);
    if (known.size < 50_000) known.set(text, value);
    return value;
  };
}

/** Turns records of text into rows, or says what is wrong with one. */
export function rowReader(
  format: Pick<FileFormat, 'decimal' | 'dates'>,
  mapping: SourceMapping,
  columns: Columns,
  timeZone: string,
) {
  const moment = localMoments(format.dates, timeZone);
  const price = remembering((text) => parsePrice(plainNumber(text, format.decimal)));
  const units = remembering((text) => parseDecimal(plainNumber(text, format.decimal), 0));
  const facts = factsReader(mapping, columns, moment, price);
  return (record: readonly string[], row: number): FileRow | BadRow => {
    const text = (field: OrderField) => record[columns[field]] ?? '';
    const bad = (field: OrderField): BadRow => ({ row, field, value: text(field).slice(0, 60) });
    const document = text('document').trim();
    const sku = text('sku').trim();
    const at = moment(text('at'));
    if (document === '' || document.length > MAX_SKU_CHARS) return bad('document');
    if (at === null) return bad('at');
    const said = facts(record);
    if ('field' in said) return bad(said.field);
    // A joined order without a line: there is nothing of it but its head.
    const headOnly = sku === '' && text('unitPrice') === '' && columns.quantity < 0;
    const quantity = headOnly ? 0 : columns.quantity < 0 ? 1 : units(text('quantity'));
    const unitPriceE4 = headOnly ? 0 : price(text('unitPrice'));
    if ((sku === '' && !headOnly) || sku.length > MAX_SKU_CHARS) return bad('sku');
    if (quantity === null || Math.abs(quantity) > MAX_UNITS) return bad('quantity');
    if (unitPriceE4 === null || !Number.isSafeInteger(unitPriceE4 * quantity)) return bad('unitPrice');
    return {
      row,
      document,
      sku,
      title: text('title').trim().slice(0, MAX_TITLE_CHARS),
      quantity,
      unitPriceE4,
      at,
      customerRef: text('customerRef').trim().replace(/\.0$/, '').slice(0, MAX_SKU_CHARS),
      country: mapping.country ?? text('country').trim().slice(0, MAX_SKU_CHARS),
      ...said,
    };
  };
}
