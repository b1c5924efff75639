import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, read } from '@/lib/core/ctx';
import { idOf, uuidOf } from '@/lib/core/ids';
import { recomputeOrderStatus } from '@/lib/orders/settle-order';
import { type CommittedStore, committedStore } from '@/test/committed-store';
import { type ImportedOrders, importOrdersFile as importFile } from '@/test/import-orders';
import { type ImportSnapshot, importSnapshot, tableChecksums } from '@/test/import-snapshot';
import { holds } from './import-report';
import { readSetAside } from './read-set-aside';

// An import commits batch by batch: each of these tests has a store of its own instead of a rollback.
const FILE = path.join(import.meta.dirname, 'fixtures', 'gift-wholesaler.csv');
const TERMS = { source: 'online-retail', currency: 'GBP', timeZone: 'Europe/London' };
const HEADER = 'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country';

const folder = mkdtempSync(path.join(tmpdir(), 'import-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
function fileOf(content: string | Buffer): string {
  const file = path.join(folder, `${++made}.csv`);
  writeFileSync(file, content);
  return file;
}

let store: CommittedStore;
let imported: ImportedOrders;
let snapshot: ImportSnapshot;
beforeAll(async () => {
  store = await committedStore();
  imported = await importFile(store.ctx, { ...TERMS, path: FILE });
  snapshot = await importSnapshot(store.ctx);
});

const order = (externalId: string) => snapshot.orders.find((row) => row.external_id === externalId);
const linesOf = (externalId: string) =>
  snapshot.lines.filter((row) => row.external_id === externalId).map(({ external_id: _, ...line }) => line);
const chargesOf = (externalId: string) =>
  snapshot.charges
    .filter((row) => row.external_id === externalId)
    .map((row) => [row.kind, row.label, row.amount_minor]);

describe('a sale', () => {
  it('is a completed order, delivered and paid at its own time', () => {
    expect(order('500002')).toEqual({
      external_id: '500002', kind: 'sale', channel: 'import', nth: 3, status: 'completed',
      payment_status: 'partially_refunded', fulfilment_status: 'delivered', return_status: 'partially_returned',
      currency: 'GBP', prices_include_tax: true, payment_method: 'settled_outside', ship_country: 'GB', customer: '13085',
      goods_minor: 11265, discount_minor: 0, shipping_minor: 0, fees_minor: 0, tax_minor: 0, total_minor: 11265,
      due_minor: 450, credits_minor: 10815, captured_minor: 11265, refunded_minor: 10815, units: 19, tokens: 9,
      placed_at: new Date('2009-12-02T08:00:00Z'), confirmed_at: new Date('2009-12-02T08:00:00Z'),
      first_shipped_at: new Date('2009-12-02T08:00:00Z'), delivered_at: new Date('2009-12-02T08:00:00Z'),
      completed_at: new Date('2009-12-02T08:00:00Z'),
    }); // biome-ignore format: one order
  });

  it('keeps the rows of the file as lines, wherever in the file they stand', () => {
    const line = { shipped: 0, delivered: 0, returned: 0, discount_minor: 0 };
    expect(linesOf('500001')).toEqual([
      {
        ...line, position: 1, sku: '85048', sku_key: '85048', title: 'GLASS BALL LIGHTS', unit_price_e4: 69500, quantity: 12,
        shipped: 12, delivered: 12, returned: 12, goods_minor: 8340, total_minor: 8340,
      },
      {
        ...line, position: 2, sku: '79323W', sku_key: '79323w', title: 'WHITE LIGHTS', unit_price_e4: 67500, quantity: 2,
        shipped: 2, delivered: 2, goods_minor: 1350, total_minor: 1350,
      },
      {
        ...line, position: 3, sku: '21733', sku_key: '21733', title: 'red heart holder', unit_price_e4: 29500, quantity: 1,
        shipped: 1, delivered: 1, goods_minor: 295, total_minor: 295,
      },
    ]); // biome-ignore format: lines
  });

  it('has one manual payment settled outside, and its capture', () => {
    const at = new Date('2009-12-03T09:00:00Z');
    expect(snapshot.payments.filter((row) => row.external_id === '500003')).toEqual([
      {
        external_id: '500003', provider: 'manual', method: 'settled_outside', status: 'captured', amount_minor: 2613,
        captured_minor: 2613, refund_held_minor: 0, refunded_minor: 0, reference: 'online-retail:500003', created_at: at,
      },
    ]); // biome-ignore format: a row
    expect(snapshot.movements.filter((row) => row.provider_ref === 'online-retail:500003')).toEqual([
      {
        provider_ref: 'online-retail:500003', code: 'capture', from_account: 'shopper', to_account: 'merchant', amount_minor: 2613,
        at,
      },
    ]); // biome-ignore format: a row
  });

  it('moves no stock and tells nobody', () => {
    expect(snapshot.stock).toEqual([{ count: 0 }]);
    expect(snapshot.events).toEqual([
      { type: 'import.finished', count: 1 },
      { type: 'import.started', count: 1 },
      { type: 'order.imported', count: 17 },
      { type: 'order.return_imported', count: 6 },
    ]);
  });

  it('takes summer time off, and names no country where the file names none', () => {
    expect(order('500021')).toMatchObject({
      placed_at: new Date('2010-07-18T09:00:00Z'),
      ship_country: null,
    });
    expect(order('500003')).toMatchObject({ ship_country: 'IE', customer: null });
    expect(order('500017')).toMatchObject({ ship_country: null });
    expect(order('500018')).toMatchObject({ ship_country: 'ZA' });
  });

  it('books what is no goods as charges, by the table', () => {
    expect(chargesOf('500001')).toEqual([
      ['credit', 'C500009', -5560],
      ['credit', 'C500010', -2780],
      ['shipping', 'POSTAGE', 500],
    ]);
    expect(chargesOf('500020')).toEqual([
      ['fee', 'Gift Voucher £20.00', 1739],
      ['fee', 'This is a test product.', 2250],
      ['shipping', 'CARRIAGE', 5000],
    ]);
    expect(chargesOf('500019')).toEqual([['fee', 'Manual', 2000]]);
    expect(chargesOf('500023')).toEqual([['fee', 'Discount', 5763]]);
  });

  it('takes goods given back within it as a discount, spread over its lines', () => {
    expect(order('500017')).toMatchObject({
      goods_minor: 2200,
      discount_minor: 369,
      total_minor: 1831,
      captured_minor: 1831,
    });
    expect(chargesOf('500017')).toEqual([
      ['discount', 'BIRD ORNAMENT', -169],
      ['discount', 'Manual', -200],
    ]);
    expect(
      linesOf('500017').map((line) => [line.sku, line.sku_key, line.goods_minor, line.discount_minor]),
    ).toEqual([
      ['21733', '21733', 1475, 247],
      ['79323w', '79323w', 725, 122],
    ]);
  });

  it('keeps a price of a tenth of a penny, and rounds the line', () => {
    expect(linesOf('500004')[0]).toMatchObject({
      sku: 'PADS',
      unit_price_e4: 10,
      goods_minor: 0,
      returned: 1,
    });
    expect(imported.report).toMatchObject({ roundingE4: 10, notes: { rounded_rows: 1 } });
  });
});

describe('a cancellation', () => {
  it('gives units back to the newest earlier order, and to several when it must', () => {
    const returns = snapshot.returns.map((row) => [
      row.row,
      row.external_id,
      row.position,
      row.quantity,
      row.amount_minor,
    ]);
    expect(returns).toEqual([
      [16, '500002', 2, 3, 2085], // C500008: of two lines that hold 3, the later
      [17, '500001', 1, 8, 5560], // C500009: 20 units on three lines of two orders
      [17, '500002', 1, 10, 6950],
      [17, '500002', 2, 2, 1390],
      [18, '500001', 1, 4, 2780], // C500010: 4 of 10 are left
      [26, '500002', 3, 2, 390], // C500014: at another price, refunded at the file's
      [27, '500004', 1, 1, 3660], // C500015: more than the order had paid
    ]);
  });

  it('refunds the file’s own amount, once an order', () => {
    expect(
      snapshot.refunds.map((row) => [row.reason, row.external_id, row.amount_minor, row.cause, row.status]),
    ).toEqual([
      ['C500008', '500002', 2085, 'return', 'succeeded'],
      ['C500009', '500001', 5560, 'return', 'succeeded'],
      ['C500009', '500002', 8340, 'return', 'succeeded'],
      ['C500010', '500001', 2780, 'return', 'succeeded'],
      ['C500014', '500002', 390, 'return', 'succeeded'],
      ['C500015', '500004', 885, 'return', 'succeeded'],
    ]);
    expect(order('500004')).toMatchObject({
      payment_status: 'refunded', return_status: 'partially_returned', captured_minor: 885, refunded_minor: 885, due_minor: 0,
    }); // biome-ignore format: short
  });

  it('leaves its rest as one credit order with positive quantities and a negative total', () => {
    expect(order('C500012')).toMatchObject({
      kind: 'credit', status: 'completed', payment_status: 'refunded', units: 1, goods_minor: -150, discount_minor: 533,
      shipping_minor: -500, fees_minor: -96, total_minor: -1279, captured_minor: 0, first_shipped_at: null,
    }); // biome-ignore format: short
    expect(linesOf('C500012')).toMatchObject([
      { sku: '99999', quantity: 1, unit_price_e4: -15000, goods_minor: -150 },
    ]);
    expect(linesOf('C500010')).toMatchObject([{ sku: '85048', quantity: 6, goods_minor: -4170 }]);
    expect(linesOf('C500013')).toMatchObject([{ sku: '22041', quantity: 1, goods_minor: -210 }]);
    expect(linesOf('C500022')).toMatchObject([{ quantity: 1, goods_minor: -695 }]);
    expect(chargesOf('C500015')).toEqual([['fee', 'Given back beyond what was paid on 500004', -2775]]);
    expect(snapshot.orders.map((row) => row.external_id)).not.toContain('C500008');
  });

  it('that adds money is a sale', () => {
    expect(order('C500016')).toMatchObject({
      kind: 'sale',
      fees_minor: 37357,
      total_minor: 37357,
      captured_minor: 37357,
    });
  });
});

describe('what is no sale', () => {
  it('is set aside with its rule', () => {
    expect(snapshot.setAside.map((row) => [row.row, row.rule, row.document, row.amount_e4])).toEqual([
      [13, 'set_aside_stock', '500005', 0],
      [14, 'set_aside_stock', '500006', 0],
      [15, 'set_aside_debt', 'A500007', -5_359_400],
      [32, 'set_aside_stock', '500017', 0],
      [41, 'set_aside_empty', '500021', 0],
    ]);
  });

  it('is given back as a file', async () => {
    let text = '';
    for await (const part of readSetAside(store.ctx, imported.importId)) text += part;
    expect(text.split('\r\n').slice(0, 4)).toEqual([
      'row,rule,invoice,code,description,quantity,price,amount,at,customer,country',
      '13,set_aside_stock,500005,22000,damaged,-24,0.00,0.00,2009-12-05T10:00:00.000Z,,United Kingdom',
      '14,set_aside_stock,500006,22001,,10,0.00,0.00,2009-12-05T11:00:00.000Z,,United Kingdom',
      '15,set_aside_debt,A500007,B,Adjust bad debt,1,-535.94,-535.94,2009-12-06T13:36:00.000Z,,United Kingdom',
    ]);
  });

  it('a plain invoice below zero is a credit order', () => {
    expect(order('500018')).toMatchObject({
      kind: 'credit',
      goods_minor: -338,
      fees_minor: 100,
      total_minor: -238,
    });
  });
});

describe('people and goods', () => {
  it('customers are known by their number', () => {
    expect(snapshot.customers).toEqual([
      { external_id: '13085', country: 'GB', created_at: new Date('2009-11-30T16:00:00Z'), tokens: 11 },
      { external_id: '14459', country: 'DE', created_at: new Date('2009-12-04T10:00:00Z'), tokens: 11 },
      { external_id: '17000', country: 'GB', created_at: new Date('2009-12-14T10:00:00Z'), tokens: 11 },
    ]);
  });

  it('one variant per code, whatever its case; without a price a draft', () => {
    const products = snapshot.products.map((row) => [
      row.sku,
      row.sku_key,
      row.title,
      row.status,
      row.price_e4,
    ]);
    expect(products).toEqual([
      ['21733', '21733', 'RED HEART HOLDER', 'active', 32500],
      ['22000', '22000', 'SMALL CAT', 'draft', 0],
      ['22001', '22001', '22001', 'draft', 0],
      ['22041', '22041', 'RECORD FRAME 7" SINGLE SIZE', 'active', 21000],
      ['79323W', '79323w', 'WHITE LIGHTS', 'active', 72500],
      ['84879', '84879', 'BIRD ORNAMENT', 'draft', 0],
      ['84880', '84880', '84880', 'draft', 0],
      ['84946', '84946', 'CANDLE\nHOLDER', 'draft', 0],
      ['85048', '85048', 'GLASS BALL LIGHTS', 'active', 69500],
      ['99999', '99999', 'NEVER BOUGHT', 'draft', 0],
      ['DCGS0076', 'dcgs0076', 'SUNJAR NIGHT LIGHT', 'active', 161300],
      ['PADS', 'pads', 'PADS TO MATCH ALL CUSHIONS', 'active', 10],
    ]);
  });
});

describe('the books', () => {
  it('prove the file to the penny', () => {
    const { report } = imported;
    expect(holds(report)).toBe(true);
    expect(report.file).toEqual({ rows: 43, documents: 23, amountE4: -185_790 });
    expect(report.setAside).toEqual({ rows: 5, amountE4: -5_359_400 });
    const { totalE4, creditsE4, refundsE4 } = report.imported;
    expect(totalE4 + creditsE4 - refundsE4 - 5_359_400 + 10).toBe(-185_790);
    expect(snapshot.staged).toEqual([{ count: 0 }]);
  });

  it('show the derived statuses of every order, recomputed', async () => {
    await read(store.ctx, async (ctx) => {
      const rows = await ctx.raw<Record<string, string | number>>(
        `select id, status, payment_status, fulfilment_status, return_status, due_minor, units, captured_minor, refunded_minor,
           credits_minor from orders where store_id = $1::uuid`,
        [uuidOf(ctx.store.id)],
      );
      for (const row of rows) {
        const { facts, ...derived } = await recomputeOrderStatus(ctx, idOf('ord', String(row.id)));
        expect(derived).toEqual({
          status: row.status,
          paymentStatus: row.payment_status,
          fulfilmentStatus: row.fulfilment_status,
          returnStatus: row.return_status,
          dueMinor: row.due_minor,
          units: row.units,
        });
        expect([facts.captured, facts.refunded, facts.credits]).toEqual([
          row.captured_minor,
          row.refunded_minor,
          row.credits_minor,
        ]);
      }
      expect(rows).toHaveLength(17);
    });
  });

  it('balance: what every payment holds is the sum of its movements', async () => {
    const wrong = await read(store.ctx, (ctx) =>
      ctx.raw(
        `select p.id from payments p left join money_movements m on m.store_id = p.store_id and m.payment_id = p.id
         where p.store_id = $1::uuid group by p.store_id, p.id
         having p.captured_minor <> coalesce(sum(m.amount_minor) filter (where m.code = 'capture'), 0)
           or p.refunded_minor <> coalesce(sum(m.amount_minor) filter (where m.code = 'refund'), 0)
           or p.refund_held_minor <> coalesce(sum(case m.code when 'refund_hold' then m.amount_minor
             when 'refund' then -m.amount_minor when 'refund_release' then -m.amount_minor end), 0)`,
        [uuidOf(ctx.store.id)],
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a second file', () => {
  const rows = (text: string) => fileOf(`${HEADER}\n${text}\n`);

  it('knows what came before, sets aside what changed, and returns goods of the first file’s orders', async () => {
    const { ctx } = await committedStore();
    await importFile(ctx, { ...TERMS, path: FILE });
    const { report } = await importFile(ctx, {
      ...TERMS,
      path: rows(
        [
          '500023,D,Discount,1,2010-07-19 10:00:00,57.63,17000,United Kingdom',
          '500019,M,Manual,3,2009-12-16 10:00:00,10,14459,Germany',
          'C600001,21733,RED HEART HOLDER,-2,2010-08-01 10:00:00,2.95,14459,Germany',
          '600002,21733,RED HEART HOLDER,1,2010-08-02 10:00:00,3.25,14459,Germany',
        ].join('\n'),
      ),
    });
    expect(holds(report)).toBe(true);
    expect(report.known).toEqual({ documents: 1, rows: 1, amountE4: 576_300 });
    expect(report.setAside).toEqual({ rows: 1, amountE4: 300_000 });
    expect(report.imported).toMatchObject({ orders: 1, credits: 1, refunds: 0, customers: 0, products: 0 });
    const after = await importSnapshot(ctx);
    // That order's money had all been given back before: the units return, the amount is a credit.
    expect(report.rules.map((rule) => [rule.rule, rule.rows])).toEqual([
      ['sold', 1], ['returned', 1], ['credit_beyond_paid', 0], ['set_aside_changed', 1], ['known', 1],
    ]); // biome-ignore format: pairs
    expect(after.lines.find((line) => line.external_id === '500004' && line.sku === '21733')).toMatchObject({
      returned: 2,
    });
  });

  it('with other column names and dates needs no code', async () => {
    const { ctx } = await committedStore();
    const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
    const row = '536365,85123A,WHITE HANGING HEART,6,12/1/10 8:26,2.55,17850,United Kingdom';
    const { report } = await importFile(ctx, { ...TERMS, path: fileOf(`\ufeff${header}\r\n${row}\r\n`) });
    expect(report.file).toEqual({ rows: 1, documents: 1, amountE4: 153_000 });
    expect((await importSnapshot(ctx)).orders[0]).toMatchObject({
      external_id: '536365',
      placed_at: new Date('2010-12-01T08:26:00Z'),
    });
  });
});

describe('who may not', () => {
  it('leaves everything untouched', async () => {
    const { ctx, as } = await committedStore();
    const before = await tableChecksums(ctx);
    await expect(importFile(as('support'), { ...TERMS, path: FILE })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await tableChecksums(ctx)).toEqual(before);
  });

  it('another store’s import touches nothing here', async () => {
    const before = await tableChecksums(store.ctx);
    const { ctx } = await committedStore();
    await importFile(ctx, { ...TERMS, path: FILE });
    expect(await tableChecksums(store.ctx)).toEqual(before);
  });
});

describe('a file that can not be read', () => {
  const row = '500001,85048,LIGHTS,12,2009-12-01 07:45:00,6.95,13085,United Kingdom';
  const many = Array.from({ length: 40 }, (_, i) => row.replace('500001', String(500_001 + i))).join('\n');
  const cases: [string, () => string, string][] = [
    ['is not there', () => path.join(folder, 'missing.csv'), 'noFile'],
    ['is a folder', () => folder, 'unreadable'],
    ['is empty', () => fileOf(''), 'empty'],
    ['is an empty gzip', () => fileOf(gzipSync('')), 'empty'],
    ['has a header only', () => fileOf(`${HEADER}\n`), 'noRows'],
    ['is a truncated gzip', () => fileOf(gzipSync(readFileSync(FILE)).subarray(0, 700)), 'truncated'],
    ['is a damaged gzip', () => fileOf(damaged()), 'brokenGzip'],
    ['is binary', () => fileOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])), 'binary'],
    ['is an archive', () => fileOf(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1])), 'truncatedWorkbook'],
    ['lacks columns', () => fileOf(`Invoice,StockCode,Price\n1,2,3\n`), 'columns'],
    ['has a column twice', () => fileOf(`${HEADER},country\n${row},x\n`), 'headerTwice'],
    ['has a ragged row', () => fileOf(`${HEADER}\n${many}\n1,2\n`), 'ragged'],
    ['never closes a quote', () => fileOf(`${HEADER}\n${many}\n500001,1,"LIGHTS\n`), 'notCsv'],
    [
      'has a quantity in words',
      () => fileOf(`${HEADER}\n${many}\n${row.replace('12', 'twelve')}\n`),
      'badRows',
    ],
    ['has half units', () => fileOf(`${HEADER}\n${row.replace(',12,', ',1.5,')}\n`), 'badRows'],
    ['has a price in words', () => fileOf(`${HEADER}\n${row.replace('6.95', 'free')}\n`), 'badRows'],
    [
      'has a day that is none',
      () => fileOf(`${HEADER}\n${row.replace('2009-12-01', '2009-02-30')}\n`),
      'badRows',
    ],
    ['has a row without invoice', () => fileOf(`${HEADER}\n${row.replace('500001', ' ')}\n`), 'badRows'],
  ];

  it.each(cases)('%s: one clear error, and nothing of it stays', async (_, make, key) => {
    const { ctx } = await committedStore();
    const { events: __, ...before } = await tableChecksums(ctx);
    const failed = importFile(ctx, { ...TERMS, path: make(), stageBatchRows: 7 });
    await expect(failed).rejects.toMatchObject({ code: 'INVALID', key: `exchange.errors.${key}` });
    const { events: ___, ...after } = await tableChecksums(ctx);
    expect(after).toEqual(before);
  });

  it('names the first rows that are wrong', async () => {
    const { ctx }: { ctx: Ctx } = await committedStore();
    const wrong = fileOf(`${HEADER}\n${row}\n${row.replace('12,', 'x,')}\n${row.replace('6.95', 'y')}\n`);
    const failed = importFile(ctx, { ...TERMS, path: wrong });
    await expect(failed).rejects.toMatchObject({
      details: { params: { rows: '2: quantity = "x"; 3: unitPrice = "y"' } },
    });
  });

  it('of an unknown kind, or in a zone that is none, is refused', async () => {
    const { ctx } = await committedStore();
    const unknown = importFile(ctx, { ...TERMS, path: FILE, source: 'constructor' });
    await expect(unknown).rejects.toMatchObject({ key: 'exchange.errors.source' });
    await expect(importFile(ctx, { ...TERMS, path: FILE, timeZone: 'Mars/Olympus' })).rejects.toThrow(
      'exchange.errors.zone',
    );
  });
});

/** A gzip whose middle was overwritten. */
function damaged(): Buffer {
  const packed = gzipSync(readFileSync(FILE));
  packed.fill(0xff, 200, 260);
  return packed;
}
