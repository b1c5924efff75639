import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { expect } from 'vitest';
import type { AnyCtx } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import { translator } from '@/lib/i18n/translator';
import type { OrderColumn } from '@/lib/orders/order-columns';
import { parseOrderList } from '@/lib/orders/order-views';
import { insertOrderRow } from '@/test/order-rows';
import { test } from '@/test/rollback-test';
import { exportColumns, harmless } from './export-cells';
import { exportFile } from './export-file';
import { beginExport, exportOrders } from './export-orders';

const say = translator('en');
const columns: OrderColumn[] = exportColumns(['order', 'placed', 'customer', 'items', 'total', 'payment']);
const sheetOf = (ctx: AnyCtx, search: Record<string, string>) => ({
  header: columns.map((key) => say(`orders.columns.${key}`)),
  rows: exportOrders(ctx, { query: parseOrderList({ view: 'all', ...search }), columns, say }),
  timeZone: 'Europe/London',
  name: 'Orders',
});

test('an export is the view: its rows, its columns, its order, and formulas are only text', async ({
  ctx,
}) => {
  const at = (hour: number) => new Date(`2026-07-01T0${hour}:30:00Z`);
  await insertOrderRow(ctx, {
    number: 1,
    customerName: '=HYPERLINK("http://x")',
    placedAt: at(1),
    totalMinor: -0,
  });
  await insertOrderRow(ctx, {
    number: 2,
    customerName: '李明, "小"\nZ',
    placedAt: at(2),
    totalMinor: 12_34,
    paymentStatus: 'paid',
  });
  await insertOrderRow(ctx, {
    number: 3,
    customerName: 'Zed',
    placedAt: at(3),
    currency: 'JPY',
    totalMinor: 1200,
  });
  const csv = await text(exportFile('csv', sheetOf(ctx, {})));
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(parse(csv, { bom: true })).toEqual([
    ['Order', 'Placed', 'Customer', 'Items', 'Total', 'Currency', 'Payment'],
    ['#3', '2026-07-01 04:30:00', 'Zed', '2', '1200', 'JPY', 'Unpaid'],
    ['#2', '2026-07-01 03:30:00', '李明, "小"\nZ', '2', '12.34', 'GBP', 'Paid'],
    ['#1', '2026-07-01 02:30:00', `'=HYPERLINK("http://x")`, '2', '0.00', 'GBP', 'Unpaid'],
  ]);
  const paid = await text(exportFile('csv', sheetOf(ctx, { filter: 'payment.is.paid' })));
  expect(parse(paid, { bom: true })).toHaveLength(2);
  const found = await text(exportFile('csv', sheetOf(ctx, { q: 'zed' })));
  expect(parse(found, { bom: true })).toHaveLength(2);
});

test('a workbook holds the same, with numbers and moments as such', async ({ ctx }) => {
  await insertOrderRow(ctx, { number: 7, totalMinor: 12_34, placedAt: new Date('2026-07-01T02:30:00Z') });
  const chunks: Buffer[] = [];
  for await (const chunk of exportFile('xlsx', sheetOf(ctx, {}))) chunks.push(Buffer.from(chunk));
  const book = new ExcelJS.Workbook();
  const bytes = Buffer.concat(chunks);
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  const row = book.getWorksheet('Orders')?.getRow(2);
  expect(row?.getCell(1).value).toBe('#7');
  expect(row?.getCell(2).value).toEqual(new Date('2026-07-01T03:30:00Z'));
  expect(row?.getCell(5).value).toBe(12.34);
});

test('more rows than one batch come whole and once', async ({ ctx }) => {
  await ctx.raw(
    `insert into orders (store_id, id, number, channel, status, payment_status, fulfilment_status, currency, prices_include_tax,
       payment_method, total_minor, units, placed_at, created_at, updated_at)
     select $1::uuid, gen_random_uuid(), n, 'api', 'completed', 'paid', 'delivered', 'GBP', true, 'cash', n, 1,
       $2::timestamptz - (n / 7) * interval '1 minute', now(), now() from generate_series(1, 2345) n`,
    [uuidOf(ctx.store.id), ctx.now.toISOString()],
  );
  const csv = parse(await text(exportFile('csv', sheetOf(ctx, {}))), { bom: true });
  expect(csv).toHaveLength(2346);
  expect(new Set(csv.map((row) => String(row[0]))).size).toBe(2346);
});

test('text that begins like a formula is quoted, other text is not', () => {
  for (const bad of ['=1', '+1', '-1', '@x', '\tx', '\rx']) expect(harmless(bad)).toBe(`'${bad}`);
  for (const good of ['1', 'a=b', '', '#1', '李']) expect(harmless(good)).toBe(good);
});

test('taking a list out is for those who may, and told without what was searched for', async ({
  ctx,
  as,
}) => {
  const view = { query: parseOrderList({ q: 'Wei Zhang' }), columns, format: 'csv' } as const;
  await expect(beginExport(as('support'), view)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await beginExport(as('analyst'), view);
  const [event] = await ctx.raw(
    `select payload from events where store_id = $1::uuid and type = 'list.exported'`,
    [uuidOf(ctx.store.id)],
  );
  expect(event?.payload).toMatchObject({ list: 'orders', view: 'open', format: 'csv', narrowed: true });
  expect(JSON.stringify(event)).not.toContain('Wei');
});
