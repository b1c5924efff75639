import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { imports } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { deleteImportedProducts } from '@/lib/catalog/delete-imported';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict, invariant } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { uuidOf } from '@/lib/core/ids';
import { deleteImportedCustomers } from '@/lib/customers/delete-imported';
import { record } from '@/lib/events/record';
import { deleteImportedOrders, undoReturns } from '@/lib/orders/undo-imports';
import { deleteImportedPayments, deleteImportedRefunds } from '@/lib/payments/undo-imports';
import { enqueueRun } from './enqueue-run';
import { advance, type ImportRef } from './import-ref';
import { readMade } from './note-made';
import { findBlockers } from './undo-blockers';
import { takeTime } from './whole-file';

export const undoImportInput = z.object({ importId: idInput('imp') });
export type UndoImportInput = z.input<typeof undoImportInput>;

const ORDERS_AT_ONCE = 500;
const RECORDS_AT_ONCE = 2_000;

/** Begins to take a whole import of orders back. Where something later hangs on what it brought, it is refused. */
export async function undoImport(ctx: AnyCtx, input: UndoImportInput): Promise<void> {
  allow(ctx, 'data.import');
  allow(ctx, 'order.write');
  const { importId } = undoImportInput.parse(input);
  await transact(ctx, async (ctx) => {
    const mine = and(eq(imports.storeId, ctx.store.id), eq(imports.id, importId));
    const begun = await ctx.db
      .update(imports)
      .set({
        status: 'undoing',
        appliedTo: 0,
        failure: null,
        paused: false,
        beatAt: sql`clock_timestamp()`,
        version: sql`${imports.version} + 1`,
      })
      .where(and(mine, eq(imports.status, 'finished'), eq(imports.kind, 'orders')))
      .returning({ id: imports.id });
    if (begun.length === 0) throw conflict('exchange.errors.notThere');
    const blockers = await findBlockers(ctx, importId);
    if (blockers.length > 0) {
      throw conflict('exchange.errors.blocked', { names: blockers.map(({ name }) => name).join(', ') });
    }
    await enqueueRun(ctx, importId);
  });
}

type Tell = (ref: ImportRef, done: number) => void;

/** Takes back batch after batch, each in one transaction with the progress: returns, then orders, then who and what was made. */
export async function undoAll(ctx: AnyCtx, from: ImportRef, tell: Tell): Promise<ImportRef> {
  allow(ctx, 'data.import');
  invariant(from.status === 'undoing', 'somebody asked for it');
  let ref = from;
  for (const step of [undoSomeReturns, undoSomeOrders]) {
    for (;;) {
      const next = await transact(ctx, async (ctx) => {
        const done = await step(ctx, ref);
        return done === null ? null : advance(ctx, ref, { appliedTo: ref.appliedTo + done });
      });
      if (!next) break;
      ref = next;
      tell(ref, ref.appliedTo);
      if (ref.paused) return ref;
    }
  }
  return transact(ctx, async (ctx) => {
    await takeTime(ctx);
    return forget(ctx, ref);
  });
}

const forgetFacts = (ctx: TxCtx, ref: ImportRef, orders: readonly string[], refunds: readonly string[]) =>
  ctx.raw('select waybill_forget_facts($1::uuid, $2::uuid[], $3::uuid[])', [uuidOf(ref.id), orders, refunds]);

type Returned = { orderId: string; lineId: string; refundId: string | null; quantity: number };

/** All that some orders were given back. */
async function undoSomeReturns(ctx: TxCtx, ref: ImportRef): Promise<number | null> {
  const key = [uuidOf(ctx.store.id), uuidOf(ref.id)];
  const returned = await ctx.raw<Returned>(
    `select order_id as "orderId", line_id as "lineId", refund_id as "refundId", quantity from import_returns
     where store_id = $1::uuid and import_id = $2::uuid and order_id in (
       select distinct order_id from import_returns where store_id = $1::uuid and import_id = $2::uuid limit $3::int)`,
    [...key, ORDERS_AT_ONCE],
  );
  if (returned.length === 0) return null;
  const refunds = [...new Set(returned.flatMap(({ refundId }) => refundId ?? []))];
  await forgetFacts(ctx, ref, [], refunds); // it asks the returns whose refunds these are
  await ctx.raw(
    'delete from import_returns where store_id = $1::uuid and import_id = $2::uuid and order_id = any($3::uuid[])',
    [...key, [...new Set(returned.map(({ orderId }) => orderId))]],
  );
  const gone = await deleteImportedRefunds(ctx, refunds);
  await undoReturns(
    ctx,
    returned,
    gone.map(({ reason, ...credit }) => ({ ...credit, label: reason })),
  );
  return 0;
}

/** The latest orders that are still there, with their documents. */
async function undoSomeOrders(ctx: TxCtx, ref: ImportRef): Promise<number | null> {
  const key = [uuidOf(ctx.store.id), uuidOf(ref.id)];
  const documents = await ctx.raw<{ orderId: string | null; document: string }>(
    `select order_id as "orderId", document from import_documents where store_id = $1::uuid and import_id = $2::uuid
     order by position desc limit $3::int`,
    [...key, ORDERS_AT_ONCE],
  );
  if (documents.length === 0) return null;
  const orders = documents.flatMap(({ orderId }) => orderId ?? []);
  await forgetFacts(ctx, ref, orders, []);
  await ctx.raw(
    'delete from import_documents where store_id = $1::uuid and import_id = $2::uuid and document = any($3::text[])',
    [...key, documents.map(({ document }) => document)],
  );
  await deleteImportedPayments(ctx, orders);
  await deleteImportedOrders(ctx, orders);
  return documents.length;
}

async function forget(ctx: TxCtx, ref: ImportRef): Promise<ImportRef> {
  const { customers, products } = await readMade(ctx, ref.id);
  for (const [ids, remove] of [
    [customers, deleteImportedCustomers],
    [products, deleteImportedProducts],
  ] as const) {
    for (let at = 0; at < ids.length; at += RECORDS_AT_ONCE) {
      await remove(ctx, ids.slice(at, at + RECORDS_AT_ONCE));
    }
  }
  for (const table of ['import_made', 'import_set_aside']) {
    await ctx.raw(`delete from ${table} where store_id = $1::uuid and import_id = $2::uuid`, [
      uuidOf(ctx.store.id),
      uuidOf(ref.id),
    ]);
  }
  await record(ctx, 'import.undone', ref.id, { importId: ref.id, orders: ref.appliedTo });
  return advance(ctx, ref, { status: 'undone' });
}
