import { spawn } from 'node:child_process';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { skuKey } from '@/lib/catalog/variant-input';
import { read } from '@/lib/core/ctx';
import { idOf, uuidOf } from '@/lib/core/ids';
import type { RuleName } from '@/lib/exchange/document-figures';
import { holds } from '@/lib/exchange/import-report';
import { onlineRetail } from '@/lib/exchange/online-retail';
import { readRows } from '@/lib/exchange/read-rows';
import { recomputeOrderStatus } from '@/lib/orders/settle-order';
import { type CommittedStore, committedStore } from '@/test/committed-store';
import { type ImportedOrders, importOrdersFile as importFile } from '@/test/import-orders';
import { importDigest, tableChecksums } from '@/test/import-snapshot';

const ROOT = path.join(import.meta.dirname, '..', '..');
const DATA = process.env.WAYBILL_DATA_DIR ?? path.join(ROOT, '..', 'shared', 'data');
const FILE = path.join(DATA, 'online-retail', 'online-retail-2009-2010.csv.gz');
const TERMS = { path: FILE, source: 'online-retail', currency: 'GBP', timeZone: 'Europe/London' };

describe('the file', () => {
  it('is what its owner says', async () => {
    const invoices = new Map<string, { amountE4: number; stock: boolean }>();
    const [codes, customers, countries] = [new Set<string>(), new Set<string>(), new Set<string>()];
    const counts = { rows: 0, amountE4: 0, free: 0, negative: 0, nobody: 0, positiveCanceled: 0 };
    for await (const batch of readRows(FILE, onlineRetail, 'Europe/London', 10_000)) {
      for (const row of batch) {
        const amountE4 = row.quantity * row.unitPriceE4;
        counts.rows += 1;
        counts.amountE4 += amountE4;
        counts.free += row.unitPriceE4 === 0 ? 1 : 0;
        counts.negative += row.quantity < 0 ? 1 : 0;
        counts.nobody += row.customerRef === '' ? 1 : 0;
        counts.positiveCanceled += row.document.startsWith('C') && row.quantity > 0 ? 1 : 0;
        codes.add(row.sku);
        countries.add(row.country);
        if (row.customerRef !== '') customers.add(row.customerRef);
        const invoice = invoices.get(row.document) ?? { amountE4: 0, stock: true };
        invoice.amountE4 += amountE4;
        invoice.stock &&= row.unitPriceE4 === 0 && row.quantity < 0;
        invoices.set(row.document, invoice);
      }
    }
    expect(counts).toEqual({
      rows: 525_461, amountE4: 95_394_846_340, free: 3_687, negative: 12_326, nobody: 107_927, positiveCanceled: 1,
    }); // biome-ignore format: figures
    const of = (prefix: string) => [...invoices.keys()].filter((number) => number.startsWith(prefix)).length;
    expect([invoices.size, of('C'), of('A')]).toEqual([28_816, 4_592, 3]);
    // One code is written with a space behind it as well: 4,632 spellings are 4,631 codes.
    expect([codes.size, customers.size, countries.size]).toEqual([4_631, 4_383, 40]);
    expect(codes.size - new Set([...codes].map(skuKey)).size).toBe(151);
    const plain = [...invoices].filter(([number]) => /^\d/.test(number)).map(([, sums]) => sums);
    const stock = plain.filter((sums) => sums.stock).length;
    const nothing = plain.filter((sums) => !sums.stock && sums.amountE4 === 0).length;
    expect([plain.length, stock, nothing]).toEqual([24_221, 2_121, 1_149]);
  });
});

describe('its import', () => {
  let store: CommittedStore;
  let imported: ImportedOrders;
  beforeAll(async () => {
    store = await committedStore();
    imported = await importFile(store.ctx, TERMS);
  });

  const sql = (text: string) =>
    read(store.ctx, (ctx) => ctx.raw<Record<string, number>>(text, [uuidOf(ctx.store.id)]));
  const rule = (name: RuleName) => imported.report.rules.find((row) => row.rule === name);

  it('is proven to the penny', () => {
    const { report } = imported;
    expect(holds(report)).toBe(true);
    expect(report.file).toEqual({ rows: 525_461, documents: 28_816, amountE4: 95_394_846_340 });
    expect(report.roundingE4).toBe(140); // fourteen rows at a tenth of a penny
    expect(report.setAside).toEqual({ rows: 3_321, amountE4: -1_365_520_200 });
    const { totalE4, creditsE4, refundsE4, ...counts } = report.imported;
    expect(totalE4 + creditsE4 - refundsE4).toBe(95_394_846_340 + 1_365_520_200 - 140);
    // 24,221 plain invoices less 3,270 that are no sales, and C496350, which adds.
    expect(counts).toMatchObject({ orders: 20_952, customers: 4_383 });
    expect(report.notes).toMatchObject({ two_times: 41, rounded_rows: 14 });
  });

  it('finds the earlier orders of cancelled goods', () => {
    const rows = (...names: RuleName[]) => names.reduce((total, name) => total + (rule(name)?.rows ?? 0), 0);
    const oneOrder = rows('returned', 'returned_other_price');
    expect([oneOrder, rows('returned_other_price'), rows('returned_split')]).toEqual([7_840, 376, 49]);
    expect([rows('returned_in_part'), rows('credit_no_earlier_order'), rows('credit_used_up')]).toEqual([
      78, 1_389, 39,
    ]);
    expect(rows('credit_no_customer')).toBe(187);
    // Every goods row of a cancellation went one way: 9,581, and the one of PADS, which are goods here.
    expect(oneOrder + 49 + 78 + 1_389 + 39 + 187).toBe(9_582);
    expect(rows('set_aside_debt')).toBe(3);
    expect(rule('set_aside_stock')?.documents).toBe(3_270);
  });

  it('leaves books that balance', async () => {
    const payments = await sql(
      `select count(*) as wrong from (select p.id from payments p join money_movements m on m.store_id = p.store_id and m.payment_id = p.id
         where p.store_id = $1::uuid group by p.store_id, p.id
         having p.captured_minor <> sum(m.amount_minor) filter (where m.code = 'capture')
           or p.refunded_minor <> coalesce(sum(m.amount_minor) filter (where m.code = 'refund'), 0)) w`,
    );
    expect(payments).toEqual([{ wrong: 0 }]);
    const orders = await sql(
      `select count(*) filter (where o.total_minor <> o.goods_minor - o.discount_minor + o.shipping_minor + o.fees_minor) as totals,
         count(*) filter (where o.goods_minor <> coalesce(l.goods, 0) or o.units <> coalesce(l.units, 0)) as lines,
         count(*) filter (where o.captured_minor <> coalesce(p.captured, 0) or o.refunded_minor <> coalesce(p.refunded, 0)) as money,
         count(*) filter (where o.kind = 'sale' and o.captured_minor <> o.total_minor) as unpaid,
         count(*) filter (where o.kind = 'sale' and o.captured_minor - o.refunded_minor <> o.due_minor) as due
       from orders o
       left join (select order_id, sum(goods_minor) as goods, sum(quantity) as units from order_lines where store_id = $1::uuid
         group by 1) l on l.order_id = o.id
       left join (select order_id, sum(captured_minor) as captured, sum(refunded_minor) as refunded from payments
         where store_id = $1::uuid group by 1) p on p.order_id = o.id
       where o.store_id = $1::uuid`,
    );
    expect(orders).toEqual([{ totals: 0, lines: 0, money: 0, unpaid: 0, due: 0 }]);
    expect(await sql('select count(*) as n from stock_movements where store_id = $1::uuid')).toEqual([
      { n: 0 },
    ]);
    expect(await sql('select count(*) as n from import_rows where store_id = $1::uuid')).toEqual([{ n: 0 }]);
  });

  it('shows the statuses that follow from the facts', async () => {
    await read(store.ctx, async (ctx) => {
      const rows = await ctx.raw<Record<string, string | number>>(
        `select id, status, payment_status, fulfilment_status, return_status, due_minor, units from orders
         where store_id = $1::uuid and (refunded_minor > 0 or kind = 'credit' or number % 10 = 0)`,
        [uuidOf(ctx.store.id)],
      );
      expect(rows.length).toBeGreaterThan(5_000);
      for (const row of rows) {
        const { facts: _, ...derived } = await recomputeOrderStatus(ctx, idOf('ord', String(row.id)));
        expect(Object.values(derived)).toEqual([
          row.status, row.payment_status, row.fulfilment_status, row.return_status, row.due_minor, row.units,
        ]); // biome-ignore format: as derived
      }
    });
  });

  it('changes nothing the second time', async () => {
    const before = await tableChecksums(store.ctx);
    expect(await importFile(store.ctx, TERMS)).toEqual({ ...imported, repeated: true });
    expect(await tableChecksums(store.ctx)).toEqual(before);
  });

  it('killed in the middle of everything, ends the same', async () => {
    const other = await committedStore();
    for (const until of ['staging 200000', 'sales 9', 'sales 19', 'cancellations '])
      await killedAt(other, until);
    const { report } = await importFile(other.ctx, TERMS);
    expect(holds(report)).toBe(true);
    expect(await importDigest(other.ctx)).toEqual(await importDigest(store.ctx));
  });
});

/** Imports in a process of its own and kills it soon after it said `until`. */
async function killedAt({ store }: CommittedStore, until: string): Promise<void> {
  const run = path.join(ROOT, 'test', 'import-run.ts');
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', run, FILE, JSON.stringify(store), '10000', '5000'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: process.env,
    },
  );
  let said = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes(until)) setTimeout(() => child.kill('SIGKILL'), 150);
  });
  await ended;
  expect(said).toContain(until);
}
