import { skuKey } from '@/lib/catalog/variant-input';
import type { TxCtx } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import type { DocumentFigures, RuleName } from './document-figures';
import type { ImportRef } from './import-ref';
import type { Treatment } from './import-state';
import type { FileRow } from './read-row';

/** One document with its rows, in the file's order. */
export type FileDocument = {
  document: string;
  position: number;
  treatment: Treatment;
  rule: RuleName | '';
  at: Date;
  customerRef: string;
  country: string;
  rowCount: number;
  amountE4: number;
  figures: DocumentFigures;
  rows: FileRow[];
};
export type Batch = { documents: FileDocument[]; lastPosition: number };

/** The next whole documents of some treatments after a position: about `rowLimit` rows, at least one document. */
export async function loadBatch(
  ctx: TxCtx,
  ref: ImportRef,
  treatments: readonly Treatment[],
  after: number,
  rowLimit: number,
): Promise<Batch | null> {
  const key = [uuidOf(ctx.store.id), uuidOf(ref.id)];
  const found = await ctx.raw<Omit<FileDocument, 'rows'>>(DOCUMENTS, [...key, treatments, after, rowLimit]);
  const last = found.at(-1);
  if (!last) return null;
  const rows = await ctx.raw<FileRow>(ROWS, [...key, found.map((document) => document.document)]);
  const byDocument = new Map<string, FileRow[]>();
  for (const row of rows) {
    const mine = byDocument.get(row.document);
    if (mine) mine.push(row);
    else byDocument.set(row.document, [row]);
  }
  const documents = found.map((document) => ({ ...document, rows: byDocument.get(document.document) ?? [] }));
  return { documents, lastPosition: last.position };
}

const DOCUMENTS = `select document, position, treatment, rule, at, customer_ref as "customerRef", country, rows as "rowCount",
    amount_e4 as "amountE4", figures
  from (select *, sum(rows) over (order by position) - rows as before from (
      select * from import_documents where store_id = $1::uuid and import_id = $2::uuid and treatment = any($3::text[])
        and position > $4::int order by position limit 2000) next) counted
  where before < $5::bigint order by position`;

const ROWS = `select document, "row", sku, title, quantity, unit_price_e4 as "unitPriceE4", at, customer_ref as "customerRef", country,
    freight_e4 as "freightE4", facts
  from import_rows where store_id = $1::uuid and import_id = $2::uuid and document = any($3::text[]) order by document, "row"`;

/** Ids of customers by external id, as UUIDs. */
export async function customersByRef(ctx: TxCtx, refs: readonly string[]): Promise<Map<string, string>> {
  const rows = await ctx.raw<{ external_id: string; id: string }>(
    'select external_id, id from customers where store_id = $1::uuid and external_id = any($2::text[])',
    [uuidOf(ctx.store.id), [...new Set(refs)]],
  );
  return new Map(rows.map((row) => [row.external_id, row.id]));
}

/** Ids of variants by SKU key, as UUIDs. */
export async function variantsByKey(
  ctx: TxCtx,
  documents: readonly FileDocument[],
): Promise<Map<string, string>> {
  const keys = new Set(documents.flatMap((document) => document.rows.map((row) => skuKey(row.sku))));
  const rows = await ctx.raw<{ sku_key: string; id: string }>(
    'select sku_key, id from variants where store_id = $1::uuid and sku_key = any($2::text[])',
    [uuidOf(ctx.store.id), [...keys]],
  );
  return new Map(rows.map((row) => [row.sku_key, row.id]));
}
