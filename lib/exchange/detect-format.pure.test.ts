import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetEnv } from '@/lib/core/env';
import { sheetRows, workbookOf } from '@/test/zip-file';
import { csvLine } from './csv-line';
import { detectFormat } from './detect-format';
import { guessMapping } from './guess-mapping';
import { localMoments } from './local-moment';
import { lookAtFile } from './preview-file';
import { plainNumber } from './read-number';
import { readRecords } from './read-records';

const key = `1:${Buffer.alloc(32, 7).toString('base64')}`;
const SECRETS = { AUTH_SECRET: 'a'.repeat(32), BLIND_KEY: 'b'.repeat(32), SEAL_KEYS: key };
const folder = mkdtempSync(path.join(tmpdir(), 'detect-format-'));
beforeAll(() => {
  for (const [name, value] of Object.entries(SECRETS)) process.env[name] ??= value;
  forgetEnv();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function look(content: Buffer) {
  const file = path.join(folder, 'file');
  writeFileSync(file, content);
  return lookAtFile(file, 'day-first');
}

const CHINESE = '订单号,商品名称,数量\nA1,红色圣诞灯饰,3\nA2,"木制相框，大号",1\n';
/** 订单,灯 as a Chinese spreadsheet writes it. */
const GB = Buffer.from([
  0xb6, 0xa9, 0xb5, 0xa5, 0x2c, 0xb5, 0xc6, 0x0a, 0x41, 0x2c, 0xba, 0xec, 0xb5, 0xc6, 0x0a,
]);

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(CHINESE), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${CHINESE}`), 'utf-8'],
    ['UTF-16 LE', Buffer.from(`\ufeff${CHINESE}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE', Buffer.from(`\ufeff${CHINESE}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 LE, gzipped', gzipSync(Buffer.from(`\ufeff${CHINESE}`, 'utf16le')), 'utf-16le'],
  ])('%s', async (_, content, encoding) => {
    const { format, headers, rows } = await look(content);
    expect(format.encoding).toBe(encoding);
    expect(headers).toEqual(['订单号', '商品名称', '数量']);
    expect(rows[1]).toEqual(['A2', '木制相框，大号', '1']);
  });

  it('GB18030 is told by its pairs, Windows-1252 by its lone letters', async () => {
    expect(await look(GB)).toMatchObject({ format: { encoding: 'gb18030' }, headers: ['订单', '灯'] });
    const western = Buffer.from('Name;Price\nCaf\xe9 Zo\xeb;\x80 5\nM\xfcller;\xa3 6\n', 'latin1');
    const { format, rows } = await look(western);
    expect(format).toMatchObject({ encoding: 'windows-1252', separator: ';' });
    expect(rows).toEqual([
      ['Café Zoë', '€ 5'],
      ['Müller', '£ 6'],
    ]);
  });
});

describe('styles', () => {
  const styleOf = (text: string) => detectFormat(text, 'utf-8', 'day-first');
  it.each([
    ['a,b,c\n1,2,3\n', { separator: ',' }],
    ['a;b;c\n1,5;2,25;3\n', { separator: ';', decimal: ',' }],
    ['a\tb\n1.50\t2\n', { separator: '\t', decimal: '.' }],
    ['a|b\n"x,y,z"|2\n', { separator: '|' }],
    ["'a','b'\n'1,2','3'\n", { quote: "'" }],
    ['a;b\n1.234,50;2\n', { decimal: ',' }],
    ['a,b\n"1,234.50",2\n', { decimal: '.' }],
    ['a,b\n2010-12-01 08:26,2\n', { dates: ['iso'] }],
    ['a,b\n12/31/10 8:26,2\n', { dates: ['month-first'] }],
    ['a,b\n31.12.2010,2\n', { dates: ['day-first'] }],
    ['a,b\n1/2/10,2\n', { dates: ['day-first'] }],
    ['a,b\n40513.35,x\n', { dates: ['serial'] }],
    ['Report of May,,\n,,\nSKU,Title,Price\nA,B,1\n', { skip: 2 }],
    ['SKU,Title\nA,"two\nlines"\n', { skip: 0, separator: ',' }],
  ])('%j', (text, format) => expect(styleOf(text)).toMatchObject(format));
});

describe('numbers', () => {
  it.each([
    ['1,234.56', '.', '1234.56'],
    ['1.234,56', ',', '1234.56'],
    ['12,5', ',', '12.5'],
    ['-1,000', '.', '-1000'],
    ['(12.50)', '.', '-12.50'],
    ['12.50-', '.', '-12.50'],
    ['£12.50', '.', '12.50'],
    ['12,50 €', ',', '12.50'],
    ['1 234,5', ',', '1234.5'],
    ['1.5', ',', ''],
    ['1,5', '.', '1,5'],
    ['soon', '.', 'soon'],
  ] as const)('%s with %j is %s', (text, decimal, plain) => {
    expect(plainNumber(text, decimal)).toBe(plain);
  });

  it('reads day numbers of a spreadsheet', () => {
    expect(localMoments(['serial'], 'Europe/London')('40513.351388889')?.toISOString()).toBe(
      '2010-12-01T08:26:00.000Z',
    );
  });
});

describe('a workbook', () => {
  it('is read as text, row by row, whatever its cells are', async () => {
    const rows = `${sheetRows([['SKU', 'Price', 'Sum', 'Note']])}<row r="2"><c r="A2" t="inlineStr"><is><t>A-1</t></is></c><c r="B2"><v>2.5499999999999998</v></c><c r="C2"><f>B2*2</f><v>5.1</v></c></row><row r="4"><c r="A4"><v>85048</v></c><c r="D4" t="b"><v>1</v></c></row>`;
    const { format, headers, rows: read } = await look(workbookOf(rows));
    expect(format.container).toBe('workbook');
    expect(headers).toEqual(['SKU', 'Price', 'Sum', 'Note']);
    expect(read).toEqual([
      ['A-1', '2.55', '5.1', ''],
      ['85048', '', '', 'true'],
    ]);
  });
});

describe('reading', () => {
  it('keeps quoted newlines, and takes UTF-16 as it takes UTF-8', async () => {
    const file = path.join(folder, 'quoted');
    writeFileSync(file, Buffer.from('\ufeffa\tb\r\n"one\ntwo"\t"say ""x"""\r\n', 'utf16le'));
    const { format } = await lookAtFile(file, 'day-first');
    const records: string[][] = [];
    for await (const record of readRecords(file, format)) records.push(record);
    expect(records).toEqual([
      ['a', 'b'],
      ['one\ntwo', 'say "x"'],
    ]);
  });

  it('guesses what columns mean, each of them once', () => {
    expect(guessMapping('products', 'x', ['货号', '名称', 'Price', 'Price note']).columns).toEqual({
      sku: ['货号'],
      title: ['名称'],
      price: ['price'],
    });
  });

  it('writes no cell that a spreadsheet would run', () => {
    expect(csvLine(['=1+1', '-x', 'a"b', -5, { plain: '-1.00' }])).toBe(`'=1+1,'-x,"a""b",-5,-1.00\r\n`);
  });
});
