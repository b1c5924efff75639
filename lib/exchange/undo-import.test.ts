import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from '@/lib/core/ctx';
import { idOf, newId, uuidOf } from '@/lib/core/ids';
import { createCustomer } from '@/lib/customers/create-customer';
import { noteOrder } from '@/lib/orders/annotate-order';
import { type CommittedStore, committedStore } from '@/test/committed-store';
import { importOrdersFile } from '@/test/import-orders';
import { importSnapshot, tableChecksums } from '@/test/import-snapshot';
import { getImport } from './get-import';
import { stageOf } from './import-stage';
import { runUploaded } from './run-uploaded';
import { findBlockers } from './undo-blockers';
import { undoImport } from './undo-import';

const FILE = path.join(import.meta.dirname, 'fixtures', 'gift-wholesaler.csv');
const TERMS = { path: FILE, source: 'online-retail', currency: 'GBP', timeZone: 'Europe/London' };

const folder = mkdtempSync(path.join(tmpdir(), 'undo-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let once: CommittedStore;
beforeAll(async () => {
  once = await committedStore();
  await importOrdersFile(once.ctx, TERMS);
});

/** Everything but the log of what was done: that an import was undone is told there for good. */
async function books({ ctx }: Pick<CommittedStore, 'ctx'>) {
  const { events: _, imports, ...tables } = await importSnapshot(ctx);
  return { ...tables, imports: imports.filter(({ status }) => status !== 'undone') };
}

async function undone({ ctx }: Pick<CommittedStore, 'ctx'>, importId: Parameters<typeof getImport>[1]) {
  await undoImport(ctx, { importId });
  await runUploaded(ctx, importId);
  return getImport(ctx, importId);
}

describe('undoing an import', () => {
  it('takes everything back, and importing again equals importing once', async () => {
    const store = await committedStore();
    const before = await tableChecksums(store.ctx);
    const { importId } = await importOrdersFile(store.ctx, TERMS);
    expect(stageOf(await undone(store, importId))).toBe('undone');
    const after = await tableChecksums(store.ctx);
    const kept = ['events', 'imports', 'number_leases', 'relay_cursors'];
    for (const [table, sum] of Object.entries(before)) {
      if (!kept.includes(table)) expect([table, after[table]]).toEqual([table, sum]);
    }
    await importOrdersFile(store.ctx, TERMS);
    expect(await books(store)).toEqual(await books(once));
  });

  it('leaves what was there before, and gives back what it took from orders of another import', async () => {
    const store = await committedStore();
    await importOrdersFile(store.ctx, TERMS);
    const first = await books(store);
    const rows = [
      'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country',
      'C600001,85048,GLASS BALL LIGHTS,-1,2010-08-01 10:00:00,6.95,13085,United Kingdom',
      '600002,NEW-1,NEW THING,1,2010-08-02 10:00:00,3.25,14459,Germany',
      'C600003,21733,RED HEART HOLDER,-1,2010-08-03 10:00:00,2.95,13085,United Kingdom',
    ];
    const file = path.join(folder, 'second.csv');
    writeFileSync(file, `${rows.join('\n')}\n`);
    const { importId, report } = await importOrdersFile(store.ctx, { ...TERMS, path: file });
    expect(report.imported).toMatchObject({ orders: 1, products: 1 });
    await undone(store, importId);
    expect(await books(store)).toEqual(first);
  });

  it('is refused with a list where something later hangs on it', async () => {
    const store = await committedStore();
    const { importId } = await importOrdersFile(store.ctx, TERMS);
    const [order] = await read(store.ctx, (ctx) =>
      ctx.raw<{ id: string }>(`select id from orders where store_id = $1::uuid and external_id = '500002'`, [
        uuidOf(ctx.store.id),
      ]),
    );
    const orderId = idOf('ord', order?.id ?? '');
    await noteOrder(store.ctx, { orderId, noteId: newId('nte'), body: 'Ask about the box' });
    const before = await tableChecksums(store.ctx);
    expect(await read(store.ctx, (ctx) => findBlockers(ctx, importId))).toEqual([
      { kind: 'order', record: orderId, name: '500002' },
    ]);
    await expect(undoImport(store.ctx, { importId })).rejects.toMatchObject({
      code: 'CONFLICT',
      key: 'exchange.errors.blocked',
      details: { params: { names: '500002' } },
    });
    expect(await tableChecksums(store.ctx)).toEqual(before);
  });

  it('is done once, by somebody who may, and killed runs of it go on', async () => {
    const store = await committedStore();
    const { importId } = await importOrdersFile(store.ctx, TERMS);
    await expect(undoImport(store.as('stock'), { importId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(undoImport(store.as('support'), { importId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await undoImport(store.ctx, { importId });
    await expect(undoImport(store.ctx, { importId })).rejects.toMatchObject({ code: 'CONFLICT' });
    await Promise.all([runUploaded(store.ctx, importId), runUploaded(store.ctx, importId)]);
    await runUploaded(store.ctx, importId);
    expect((await importSnapshot(store.ctx)).orders).toEqual([]);
  });

  it('opens no other way to remove a fact', async () => {
    const store = await committedStore();
    const { importId } = await importOrdersFile(store.ctx, TERMS);
    await createCustomer(store.ctx, { name: 'Ada' });
    const forget = read(store.ctx, (ctx) =>
      ctx.raw(`select waybill_forget_facts($1::uuid, '{}', '{}')`, [uuidOf(importId)]),
    );
    await expect(forget).rejects.toThrow(/being undone/);
  });
});
