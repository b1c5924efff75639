import type { TxCtx } from '@/lib/core/ctx';
import { idOf, uuidOf } from '@/lib/core/ids';
import { recordMany } from '@/lib/events/record-many';
import { type ImportedOrder, importOrders } from '@/lib/orders/import-orders';
import { type ImportedPayment, importPayments } from '@/lib/payments/import-payments';
import type { DocumentFigures } from './document-figures';
import type { SetAsideRow } from './draft-order';
import type { ImportRef } from './import-ref';
import type { FileDocument } from './load-batch';
import { amountOf } from './read-row';

/** What a document became. */
export type Outcome = {
  document: FileDocument;
  order: ImportedOrder | null;
  payments: ImportedPayment[];
  setAside: SetAsideRow[];
  figures: DocumentFigures;
};

/**
 * Plans made while a store was empty look no index up, and a connection keeps them: new ones cost milliseconds a batch.
 * And they are made for any store: of this one statistics may know nothing yet, so that every index that begins with the
 * store seems to hold one row, and the lines of one order are found by reading those of all.
 */
export async function planAnew(ctx: TxCtx): Promise<void> {
  await ctx.connection.simple('discard plans; set local plan_cache_mode = force_generic_plan');
}

/** Writes orders, payments, events, set-aside rows and what became of each document, in the caller's transaction. */
export async function writeOutcomes(ctx: TxCtx, ref: ImportRef, outcomes: readonly Outcome[]): Promise<void> {
  const orders = outcomes.flatMap(({ order }) => order ?? []);
  await Promise.all([
    importOrders(ctx, ref.currency, orders),
    importPayments(
      ctx,
      ref.currency,
      outcomes.flatMap(({ payments }) => payments),
    ),
    recordMany(
      ctx,
      'order.imported',
      orders.map((order) => ({
        subject: idOf('ord', order.id),
        payload: { importId: ref.id, externalId: order.externalId },
      })),
    ),
    keepSetAside(
      ctx,
      ref,
      outcomes.flatMap(({ setAside }) => setAside),
    ),
    markDocuments(ctx, ref, outcomes),
  ]);
}

async function keepSetAside(ctx: TxCtx, ref: ImportRef, kept: readonly SetAsideRow[]): Promise<void> {
  if (kept.length === 0) return;
  const rows = kept.map(({ row }) => row);
  await ctx.raw(SET_ASIDE, [
    uuidOf(ctx.store.id),
    uuidOf(ref.id),
    rows.map((row) => row.row),
    kept.map(({ rule }) => rule),
    rows.map((row) => row.document),
    rows.map((row) => row.sku),
    rows.map((row) => row.title),
    rows.map((row) => row.quantity),
    rows.map((row) => row.unitPriceE4),
    rows.map(amountOf),
    rows.map((row) => row.at.toISOString()),
    rows.map((row) => row.customerRef),
    rows.map((row) => row.country),
  ]);
}

const SET_ASIDE = `insert into import_set_aside (store_id, import_id, "row", rule, document, sku, title, quantity, unit_price_e4,
    amount_e4, at, customer_ref, country)
  select $1::uuid, $2::uuid, r.* from unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[],
    $9::bigint[], $10::bigint[], $11::timestamptz[], $12::text[], $13::text[])
    as r(n, rule, document, sku, title, quantity, price, amount, at, customer, country)`;

async function markDocuments(ctx: TxCtx, ref: ImportRef, outcomes: readonly Outcome[]): Promise<void> {
  await ctx.raw(
    `update import_documents d set order_id = o.order_id, figures = o.figures::jsonb, applied_at = $3::timestamptz
     from unnest($4::text[], $5::uuid[], $6::text[]) as o(document, order_id, figures)
     where d.store_id = $1::uuid and d.import_id = $2::uuid and d.document = o.document`,
    [
      uuidOf(ctx.store.id),
      uuidOf(ref.id),
      ctx.now.toISOString(),
      outcomes.map(({ document }) => document.document),
      outcomes.map(({ order }) => order?.id ?? null),
      outcomes.map(({ figures }) => JSON.stringify(figures)),
    ],
  );
}
