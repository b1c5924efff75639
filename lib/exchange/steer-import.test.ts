import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ctx, transact } from '@/lib/core/ctx';
import { forgetEnv } from '@/lib/core/env';
import { uuidOf } from '@/lib/core/ids';
import { committedStore } from '@/test/committed-store';
import { importSnapshot, tableChecksums } from '@/test/import-snapshot';
import { checkImport } from './check-import';
import { getImport, offerMapping } from './get-import';
import { importFile } from './import-file';
import { stageOf } from './import-stage';
import { listImports } from './list-imports';
import { onlineRetail } from './online-retail';
import { receiveUpload } from './receive-upload';
import { resumeSilentImports, runUploaded } from './run-uploaded';
import type { ImportKind, SourceMapping } from './source-mapping';
import { confirmImport, dropImport, pauseImport, remapImport, resumeImport } from './steer-import';

const folder = mkdtempSync(`${tmpdir()}/steer-import-`);
const before = process.env.DATA_DIR;
beforeAll(() => {
  process.env.DATA_DIR = folder;
  forgetEnv();
});
afterAll(() => {
  if (before === undefined) delete process.env.DATA_DIR;
  else process.env.DATA_DIR = before;
  forgetEnv();
  rmSync(folder, { recursive: true, force: true });
});

const HEADER = 'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country';
const ORDERS = [
  HEADER,
  '500001,85048,LIGHTS,12,2009-12-01 07:45:00,6.95,13085,United Kingdom',
  '500001,POST,POSTAGE,1,2009-12-01 07:45:00,5,13085,United Kingdom',
  '500002,22000,damaged,-24,2009-12-05 10:00:00,0,,United Kingdom',
  'C500003,85048,LIGHTS,-2,2009-12-06 10:00:00,6.95,13085,United Kingdom',
].join('\n');

function fileOf(text: string): string {
  const file = `${folder}/own.csv`;
  writeFileSync(file, text);
  return file;
}

async function upload(ctx: Ctx, kind: ImportKind, text: string, fileName = 'file.csv') {
  const body = new Blob([text]).stream();
  const { importId } = await receiveUpload(ctx, { kind, fileName, body });
  return importId;
}

async function check(
  ctx: Ctx,
  importId: Awaited<ReturnType<typeof upload>>,
  more: Partial<SourceMapping> = {},
) {
  const found = await getImport(ctx, importId);
  const mapping = { ...(await offerMapping(ctx, found)), ...more };
  const { currency, timeZone, version } = found;
  await checkImport(ctx, { importId, version, mapping, currency, timeZone });
  await runUploaded(ctx, importId);
  return getImport(ctx, importId);
}

describe('an uploaded file of orders', () => {
  it('is judged without being applied, then applied as if a command had brought it in', async () => {
    const { ctx } = await committedStore();
    const importId = await upload(ctx, 'orders', ORDERS);
    expect(stageOf(await getImport(ctx, importId))).toBe('map');
    const judged = await check(ctx, importId);
    expect(stageOf(judged)).toBe('report');
    expect(judged.source).toBe(onlineRetail.source);
    expect(judged.judged?.map(({ rule, rows, amountE4 }) => [rule, rows, amountE4])).toEqual([
      ['cancellation', 1, -139_000],
      ['sold', 1, 834_000],
      ['shipping', 1, 50_000],
      ['set_aside_stock', 1, 0],
    ]);
    expect(judged.judged?.[1]?.samples).toMatchObject([{ row: 1, sku: '85048', quantity: 12 }]);
    expect((await importSnapshot(ctx)).orders).toEqual([]);

    await confirmImport(ctx, { importId });
    await runUploaded(ctx, importId);
    const done = await getImport(ctx, importId);
    expect(stageOf(done)).toBe('result');
    expect(done.report).toMatchObject({ differenceE4: 0, missingRows: 0 });

    const other = await committedStore();
    const mapping = { ...onlineRetail, currency: 'GBP', timeZone: 'Europe/London' };
    await importFile(other.ctx, {
      path: fileOf(ORDERS),
      source: mapping,
      currency: 'GBP',
      timeZone: 'Europe/London',
    });
    expect(await importSnapshot(ctx)).toEqual(await importSnapshot(other.ctx));
  });

  it('goes back to its mapping and leaves nothing behind, and rules can be switched off', async () => {
    const { ctx } = await committedStore();
    const importId = await upload(ctx, 'orders', ORDERS);
    await check(ctx, importId);
    await remapImport(ctx, { importId });
    const back = await getImport(ctx, importId);
    expect([stageOf(back), back.stagedRows, back.documents, back.judged]).toEqual(['map', 0, 0, null]);
    expect(await tableChecksums(ctx)).toMatchObject({ import_rows: '0 0', import_documents: '0 0' });
    const judged = await check(ctx, importId, { off: ['charges', 'stock_corrections'] });
    expect(judged.judged?.map(({ rule, rows }) => [rule, rows])).toEqual([
      ['cancellation', 1],
      ['sold', 2],
      ['set_aside_stock', 1],
    ]);
  });

  it('pauses after a batch and goes on to the same end', async () => {
    const { ctx } = await committedStore();
    const importId = await upload(ctx, 'orders', ORDERS);
    await check(ctx, importId);
    await confirmImport(ctx, { importId });
    await pauseImport(ctx, { importId });
    await runUploaded(ctx, importId);
    expect(stageOf(await getImport(ctx, importId))).toBe('paused');
    await resumeImport(ctx, { importId });
    await Promise.all([runUploaded(ctx, importId), runUploaded(ctx, importId)]);
    await runUploaded(ctx, importId);
    expect((await getImport(ctx, importId)).report).toMatchObject({ differenceE4: 0 });
  });

  it('is taken over when its run has fallen silent, and left alone while it speaks', async () => {
    const { ctx } = await committedStore();
    const importId = await upload(ctx, 'orders', ORDERS);
    await check(ctx, importId);
    await confirmImport(ctx, { importId });
    await resumeSilentImports(ctx);
    expect(stageOf(await getImport(ctx, importId))).toBe('writing');
    await transact(ctx, (ctx) =>
      ctx.raw(
        `update imports set beat_at = clock_timestamp() - interval '3 minutes' where store_id = $1::uuid and id = $2::uuid`,
        [uuidOf(ctx.store.id), uuidOf(importId)],
      ),
    );
    await resumeSilentImports(ctx);
    expect(stageOf(await getImport(ctx, importId))).toBe('result');
  });

  it('comes back with what is wrong with it', async () => {
    const { ctx } = await committedStore();
    const importId = await upload(ctx, 'orders', `${ORDERS}\n500004,1,LIGHTS,many,2009-12-07,1,,France\n`);
    const back = await check(ctx, importId);
    expect(stageOf(back)).toBe('map');
    expect(back.failure).toMatchObject({
      key: 'exchange.errors.badRows',
      params: { rows: '5: quantity = "many"' },
    });
    await dropImport(ctx, { importId });
    await expect(getImport(ctx, importId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is known when it was brought in before with the same mapping', async () => {
    const { ctx } = await committedStore();
    const first = await upload(ctx, 'orders', ORDERS);
    await check(ctx, first);
    const again = await upload(ctx, 'orders', ORDERS);
    await expect(check(ctx, again)).rejects.toMatchObject({ code: 'CONFLICT', key: 'exchange.errors.known' });
  });
});

describe('a list', () => {
  it('creates and changes products, and refuses what is wrong, row by row', async () => {
    const { ctx } = await committedStore();
    const list = 'SKU;Title;Price;Brand\nA-1;Apron;12,50;Harbour\nA-2;;1,00;\nA-3;Hat;much;\nA-4;Scarf;;\n';
    const importId = await upload(ctx, 'products', list, 'list.csv');
    const judged = await check(ctx, importId);
    expect(judged.counts).toEqual({ create: 2, refused: 2 });
    expect(judged.refused.map(({ row, reason }) => [row, reason?.key])).toEqual([
      [2, 'catalog.errors.title'],
      [3, 'exchange.errors.price'],
    ]);
    await confirmImport(ctx, { importId });
    await runUploaded(ctx, importId);
    expect((await getImport(ctx, importId)).counts).toEqual({ created: 2, refused: 2 });

    const second = await upload(
      ctx,
      'products',
      'SKU;Title;Price;Brand\na-1;Apron;13,00;Harbour\nA-4;Scarf;;\n',
      'list.csv',
    );
    expect((await check(ctx, second)).counts).toEqual({ change: 1, same: 1 });
    const prices = await upload(ctx, 'prices', 'sku,price\nA-1,14\nA-9,1\n', 'prices.csv');
    expect((await check(ctx, prices)).counts).toEqual({ change: 1, refused: 1 });
  });

  it('creates and changes customers by number or e-mail', async () => {
    const { ctx } = await committedStore();
    const list =
      'Name,Email,Country,Phone\nAda,ada@example.com,Ireland,\nBob,not an address,,\nCy,,France,\n';
    const importId = await upload(ctx, 'customers', list);
    expect((await check(ctx, importId)).counts).toEqual({ create: 1, refused: 2 });
    await confirmImport(ctx, { importId });
    await runUploaded(ctx, importId);
    const next = await upload(ctx, 'customers', 'Name,Email\nAda L.,ADA@example.com\n');
    expect((await check(ctx, next)).counts).toEqual({ change: 1 });
  });

  it('is for those who may do the same by hand', async () => {
    const { ctx, as } = await committedStore();
    await expect(upload(as('stock'), 'orders', ORDERS)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const importId = await upload(ctx, 'orders', ORDERS);
    await expect(getImport(as('stock'), importId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await listImports(as('stock'))).toEqual([]);
    for (const verb of [confirmImport, pauseImport, resumeImport, remapImport, dropImport]) {
      await expect(verb(as('stock'), { importId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(verb(as('support'), { importId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await expect(confirmImport(ctx, { importId })).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
