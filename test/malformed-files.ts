import { gzipSync } from 'node:zlib';
import { sheetRows, workbookOf, zipFile } from './zip-file';

const HEADER = [
  'Invoice',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'Price',
  'Customer ID',
  'Country',
];
const REQUIRED = ['Invoice', 'StockCode', 'Quantity', 'InvoiceDate', 'Price'];
const ROW = ['500001', '85048', 'LIGHTS', '12', '2009-12-01 07:45:00', '6.95', '13085', 'United Kingdom'];
const SEPARATORS = [',', ';', '\t', '|'];
const rowOf = (n: number) => [String(500_000 + n), ...ROW.slice(1)];
const ROWS = Array.from({ length: 40 }, (_, i) => rowOf(i));

export type MalformedFile = { name: string; content: Buffer; keys: readonly string[] };

const textOf = (records: readonly (readonly string[])[], separator = ',') =>
  `${records.map((record) => record.join(separator)).join('\n')}\n`;
const GOOD = Buffer.from(textOf([HEADER, ...ROWS]));
const WORKBOOK = workbookOf(sheetRows([HEADER, ...ROWS]));
const changed = (row: readonly string[], column: string, value: string) =>
  row.map((cell, i) => (HEADER[i] === column ? value : cell));

function packing(): MalformedFile[] {
  const packed = gzipSync(GOOD);
  const cut = [
    3,
    9,
    12,
    18,
    30,
    60,
    90,
    120,
    packed.length - 9,
    packed.length - 8,
    packed.length - 4,
    packed.length - 1,
  ];
  const hurt = [10, 16, 24, 40, 70, 100, 130, packed.length - 8, packed.length - 4];
  const book = [
    30,
    100,
    300,
    500,
    700,
    900,
    1100,
    WORKBOOK.length - 40,
    WORKBOOK.length - 22,
    WORKBOOK.length - 5,
    WORKBOOK.length - 1,
  ];
  return [
    ...cut.map((at) => file(`gzip cut at ${at}`, packed.subarray(0, at), ['truncated', 'brokenGzip', 'empty'])),
    ...hurt.map((at) => file(`gzip hurt at ${at}`, overwritten(packed, at), ['brokenGzip', 'truncated', 'binary', 'notCsv', 'columns', 'ragged'])),
    ...book.map((at) => file(`workbook cut at ${at}`, WORKBOOK.subarray(0, at), ['truncatedWorkbook', 'brokenWorkbook'])),
    ...[60, 300, 520, 700, 860, 1000, 1150].map((at) => file(`workbook hurt at ${at}`, overwritten(WORKBOOK, at), ['brokenWorkbook', 'notWorkbook', 'truncatedWorkbook', 'lockedWorkbook'])),
    file('gzip bomb', gzipSync(Buffer.alloc(40 * 1024 ** 2, 'a,b\n')), ['unpacksTooLarge']),
    file('gzip bomb of rows', gzipSync(Buffer.concat([GOOD, Buffer.alloc(40 * 1024 ** 2, textOf([ROW]))])), ['unpacksTooLarge']),
    file('workbook bomb', workbookOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'a'.repeat(40 * 1024 ** 2)}</t></is></c></row>`), ['unpacksTooLarge']),
    file('bomb beside the sheet', workbookOf(sheetRows([HEADER, ROW]), [{ name: 'xl/media/a.png', content: Buffer.alloc(40 * 1024 ** 2) }]), ['unpacksTooLarge']),
    file('gzipped workbook', gzipSync(WORKBOOK), ['packedWorkbook']),
    file('gzip in gzip', gzipSync(gzipSync(GOOD)), ['binary']),
    file('larger than may be stored', Buffer.alloc(3 * 1024 ** 2, 'a,b\n'), ['tooLarge']),
  ]; // biome-ignore format: a table
}

function workbooks(): MalformedFile[] {
  const parts = (rows: string) => workbookOf(rows);
  return [
    file('archive that is no workbook', zipFile([{ name: 'readme.txt', content: 'hello' }]), ['notWorkbook']),
    file('empty archive', zipFile([]), ['truncatedWorkbook', 'notWorkbook', 'binary']),
    file('workbook with a password', zipFile([{ name: 'xl/workbook.xml', content: '<a/>', flags: 1 }]), ['lockedWorkbook']),
    file('workbook without a sheet', zipFile([{ name: 'xl/workbook.xml', content: '<workbook/>' }]), ['empty', 'brokenWorkbook']),
    file('workbook without rows', parts(''), ['empty']),
    file('workbook with a header only', parts(sheetRows([HEADER])), ['noRows']),
    file('sheet of unclosed XML', parts('<row r="1"><c r="A1"'), ['brokenWorkbook', 'empty']),
    file('sheet of crossed tags', parts('<row r="1"></c></row>'), ['brokenWorkbook', 'empty']),
    file('sheet with a cell out of bounds', parts('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'), ['brokenWorkbook']),
    file('sheet with a name twice', parts(sheetRows([[...HEADER, 'Price'], [...ROW, '1']])), ['headerTwice']),
    file('sheet wider than its header', parts(sheetRows([HEADER, [...ROW, '1']])), ['ragged']),
    file('sheet with words for numbers', parts(sheetRows([HEADER, changed(ROW, 'Price', 'free')])), ['badRows']),
    file('sheet with a formula that failed', parts(sheetRows([HEADER, changed(ROW, 'Price', '#REF!')])), ['badRows']),
    ...REQUIRED.map((name) => file(`sheet without ${name}`, parts(sheetRows([HEADER.map((h) => (h === name ? 'Other' : h)), ROW])), ['columns'])),
  ]; // biome-ignore format: a table
}

/** The first bytes of what people upload by mistake. */
const STRANGERS: Record<string, number[]> = {
  png: [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0], jpeg: [0xff, 0xd8, 0xff, 0xe0, 0, 16], gif: [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0],
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x34, 10, 0x25, 0xc3, 0xa4, 0, 1], elf: [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0],
  sqlite: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0], bzip2: [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26, 1], mp3: [0x49, 0x44, 0x33, 3, 0],
  parquet: [0x50, 0x41, 0x52, 0x31, 0x15, 4], exe: [0x4d, 0x5a, 0x90, 0, 3], xz: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], sevenzip: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0],
}; // biome-ignore format: a table

function strangers(): MalformedFile[] {
  return Object.entries(STRANGERS).flatMap(([name, head]) => {
    const content = Buffer.concat([
      Buffer.from(head),
      Buffer.from([...Array(300).keys()].map((i) => (i * 7) % 256)),
    ]);
    return [
      file(`a ${name}`, content, ['binary', 'encoding']),
      file(`a gzipped ${name}`, gzipSync(content), ['binary', 'encoding']),
      file(`a ${name} behind rows`, Buffer.concat([GOOD, content]), ['binary', 'encoding']),
    ];
  });
}

function encodings(): MalformedFile[] {
  const wide = Buffer.from(`\ufeff${GOOD.toString()}`, 'utf16le');
  const lone = Buffer.concat([wide, Buffer.from([0x00, 0xd8, 0x41, 0x00])]);
  return [
    file('UTF-16 cut in a character', wide.subarray(0, wide.length - 1), ['encoding']),
    file('UTF-16 with half a pair', lone, ['encoding']),
    file(
      'UTF-16 of the other order cut',
      Buffer.from(wide)
        .swap16()
        .subarray(0, wide.length - 3),
      ['encoding'],
    ),
    file('a zero byte in a row', Buffer.concat([GOOD, Buffer.from('5,\0,1\n')]), ['binary']),
    file('an escape byte in a row', Buffer.concat([GOOD, Buffer.from('5,\u001b[1m,1\n')]), ['binary']),
    file('an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), ['oldWorkbook']),
  ];
}

function headers(): MalformedFile[] {
  const empties = ['', '\n', '\r\n\r\n', '\ufeff', '\ufeff\n', '\n\n\n'];
  return [
    ...empties.map((content, i) => file(`nothing ${i}`, Buffer.from(content), ['empty', 'noHeader', 'noRows'])),
    ...SEPARATORS.flatMap((separator, i) => [
      file(`header only, ${i}`, Buffer.from(textOf([HEADER], separator)), ['noRows']),
      ...REQUIRED.map((name) => file(`no ${name}, ${i}`, Buffer.from(textOf([HEADER.map((h) => (h === name ? 'Other' : h)), ROW], separator)), ['columns'])),
      file(`a name twice, ${i}`, Buffer.from(textOf([[...HEADER, 'invoice '], [...ROW, 'x']], separator)), ['headerTwice']),
      file(`a million columns, ${i}`, Buffer.from(`${HEADER.join(separator)}${separator.repeat(1_000_000)}\n`), ['tooManyColumns', 'tooLarge', 'notCsv']),
      file(`a row of a million columns, ${i}`, Buffer.from(`${textOf([HEADER, ROW], separator)}${separator.repeat(900_000)}\n`), ['tooManyColumns', 'ragged', 'notCsv']),
    ]),
    file('names of spaces', Buffer.from(' , , \n1,2,3\n'), ['noHeader']),
    file('no names at all', Buffer.from(textOf(ROWS)), ['headerTwice', 'columns']),
  ]; // biome-ignore format: a table
}

function rows(): MalformedFile[] {
  const wrong: [string, string][] = [
    ['Quantity', 'twelve'], ['Quantity', '1.5'], ['Quantity', ''], ['Quantity', '1e3'], ['Quantity', '9999999999999'], ['Quantity', '#DIV/0!'],
    ['Price', 'free'], ['Price', ''], ['Price', '1.23456'], ['Price', '12,34,56'], ['Price', 'NaN'], ['Price', '=1+1'],
    ['InvoiceDate', ''], ['InvoiceDate', 'soon'], ['InvoiceDate', '2009-02-30'], ['InvoiceDate', '2009-13-01'], ['InvoiceDate', '13/13/10'], ['InvoiceDate', '2009-12-01 25:00'],
    ['Invoice', ' '], ['Invoice', 'x'.repeat(101)], ['StockCode', ''], ['StockCode', 'x'.repeat(101)],
  ]; // biome-ignore format: a table
  return [
    ...wrong.flatMap(([column, value]) =>
      [0, 39].map((at) => file(`${column} ${value.slice(0, 20)} in row ${at + 1}`, Buffer.from(textOf([HEADER, ...ROWS.map((row, i) => (i === at ? changed(row, column, value.includes(',') ? `"${value}"` : value) : row))])), ['badRows'])),
    ),
    ...SEPARATORS.flatMap((separator, i) => [
      file(`short row, ${i}`, Buffer.from(textOf([HEADER, ...ROWS, ['1', '2']], separator)), ['ragged']),
      file(`long row, ${i}`, Buffer.from(textOf([HEADER, ...ROWS, [...ROW, 'x']], separator)), ['ragged']),
      file(`open quote, ${i}`, Buffer.from(textOf([HEADER, ...ROWS, changed(ROW, 'Description', '"LIGHTS')], separator)), ['notCsv']),
      file(`text behind a quote, ${i}`, Buffer.from(textOf([HEADER, ...ROWS, changed(ROW, 'Description', '"LIGHTS"x')], separator)), ['notCsv']),
      file(`open quote at once, ${i}`, Buffer.from(`"${textOf([HEADER, ...ROWS], separator)}`), ['notCsv', 'columns', 'noRows']),
      file(`a cell of a million characters, ${i}`, Buffer.from(textOf([HEADER, changed(ROW, 'Description', 'x'.repeat(1_100_000))], separator)), ['notCsv', 'tooLarge']),
      file(`cut in a row, ${i}`, Buffer.from(textOf([HEADER, ...ROWS], separator)).subarray(0, -30), ['ragged', 'badRows']),
    ]),
  ]; // biome-ignore format: a table
}

function overwritten(content: Buffer, at: number): Buffer {
  const copy = Buffer.from(content);
  copy.writeUInt8((copy.readUInt8(at) ^ 0x5a) % 256, at);
  return copy;
}

const file = (name: string, content: Buffer, keys: readonly string[]): MalformedFile => ({
  name,
  content,
  keys,
});

/** Files that are no file of orders, each with the errors it may end in. */
export const malformedFiles = (): MalformedFile[] => [
  ...packing(),
  ...workbooks(),
  ...strangers(),
  ...encodings(),
  ...headers(),
  ...rows(),
];
