import { allow } from '@/lib/access/allow';
import { skuKey } from '@/lib/catalog/variant-input';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { idOf, uuidOf } from '@/lib/core/ids';
import { recordMany } from '@/lib/events/record-many';
import { pickLocale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translator';
import { importReturns } from '@/lib/orders/import-returns';
import { importRefunds } from '@/lib/payments/import-refunds';
import { type CanceledDocument, cancelDocument, type ReturnRow } from './cancel-document';
import { findOpenGoods } from './find-open-lines';
import { advance, type ImportRef } from './import-ref';
import { type Batch, customersByRef, type FileDocument, variantsByKey } from './load-batch';
import { customerNames } from './make-customers';
import { planAnew, writeOutcomes } from './write-outcomes';

/** Applies a batch of cancellations, in their order of time, in one transaction with the progress. */
export async function applyCancellations(
  ctx: AnyCtx,
  ref: ImportRef,
  batch: Batch,
  before: Promise<ImportRef>,
): Promise<ImportRef> {
  allow(ctx, 'data.import');
  return transact(ctx, async (ctx) => {
    await planAnew(ctx);
    const { documents } = batch;
    const [customers, variants] = await Promise.all([
      customersByRef(
        ctx,
        documents.map((document) => document.customerRef),
      ),
      variantsByKey(ctx, documents),
    ]);
    const lookups = {
      mapping: ref.mapping,
      customers,
      variants,
      nameOf: customerNames(ctx.store.locale),
    };
    const open = await findOpenGoods(ctx, wantedGoods(documents, customers, variants));
    const t = translator(pickLocale({ storeDefault: ctx.store.locale }));
    const beyond = (orders: string) => t('exchange.beyondPaid', { orders });
    const scope = uuidOf(ctx.store.id);
    const canceled = documents.map((document) => cancelDocument(scope, ref, document, lookups, open, beyond));
    await Promise.all([writeOutcomes(ctx, ref, canceled), writeReturns(ctx, ref, canceled)]);
    return advance(ctx, await before, { appliedTo: batch.lastPosition });
  });
}

function wantedGoods(
  documents: readonly FileDocument[],
  customers: ReadonlyMap<string, string>,
  variants: ReadonlyMap<string, string>,
): { customerId: string; variantId: string }[] {
  return documents.flatMap((document) => {
    const customerId = customers.get(document.customerRef);
    if (customerId === undefined) return [];
    return document.rows.flatMap((row) => {
      const variantId = row.quantity < 0 ? variants.get(skuKey(row.sku)) : undefined;
      return variantId === undefined ? [] : [{ customerId, variantId }];
    });
  });
}

async function writeReturns(
  ctx: TxCtx,
  ref: ImportRef,
  canceled: readonly CanceledDocument[],
): Promise<void> {
  const returns = canceled.flatMap((document) => document.returns);
  await importRefunds(
    ctx,
    ref.currency,
    canceled.flatMap((document) => document.refunds),
  );
  await importReturns(
    ctx,
    returns,
    canceled.flatMap((document) => document.credits),
  );
  await Promise.all([
    keepReturns(ctx, ref, returns),
    recordMany(
      ctx,
      'order.return_imported',
      canceled.flatMap((document) => eventsOf(ref, document)),
    ),
  ]);
}

/** One event per order that a document gave something back to. */
function eventsOf(ref: ImportRef, { document, returns, refunds }: CanceledDocument) {
  const byOrder = new Map<string, number>();
  for (const { orderId, quantity } of returns) byOrder.set(orderId, (byOrder.get(orderId) ?? 0) + quantity);
  const refundOf = new Map(refunds.map((refund) => [refund.orderId, refund.amountMinor]));
  return [...byOrder].map(([orderId, units]) => ({
    subject: idOf('ord', orderId),
    payload: {
      importId: ref.id,
      externalId: document.document,
      units,
      refundedMinor: refundOf.get(orderId) ?? 0,
      currency: ref.currency,
    },
  }));
}

async function keepReturns(ctx: TxCtx, ref: ImportRef, returns: readonly ReturnRow[]): Promise<void> {
  if (returns.length === 0) return;
  await ctx.raw(
    `insert into import_returns (store_id, import_id, "row", line_id, order_id, refund_id, quantity, amount_minor)
     select $1::uuid, $2::uuid, r.* from unnest($3::int[], $4::uuid[], $5::uuid[], $6::uuid[], $7::bigint[], $8::bigint[])
       as r(n, line_id, order_id, refund_id, quantity, amount)`,
    [
      uuidOf(ctx.store.id),
      uuidOf(ref.id),
      returns.map((part) => part.row),
      returns.map((part) => part.lineId),
      returns.map((part) => part.orderId),
      returns.map((part) => part.refundId),
      returns.map((part) => part.quantity),
      returns.map((part) => part.amountMinor),
    ],
  );
}
