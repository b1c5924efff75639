import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { uuidOf } from '@/lib/core/ids';
import { leaseBlock } from '@/lib/stores/lease-numbers';
import { noFigures } from './document-figures';
import { advance, type ImportRef } from './import-ref';
import { type DocumentSums, judgeDocument } from './judge-document';
import { takeTime } from './whole-file';

type Found = {
  document: string;
  rows: number;
  amount: number;
  wholly_negative: boolean;
  at: Date;
  two_times: boolean;
  customer_ref: string;
  country: string;
  status: string;
  head_only: boolean;
  fingerprint: string;
  known_as: string | null;
};

const CHUNK = 5_000;

/** Judges every staged document, puts them in order of time, and leases their order numbers in one block. */
export async function planImport(ctx: AnyCtx, ref: ImportRef): Promise<ImportRef> {
  allow(ctx, 'data.import');
  invariant(ref.status === 'staging', 'a staged import is planned once');
  // Leased before the transaction, so that orders placed meanwhile never wait; a killed plan leaves a gap.
  const firstNumber = await leaseBlock(ctx, 'order', await countDocuments(ctx, ref));
  return transact(ctx, async (ctx) => {
    await takeTime(ctx);
    const found = await ctx.raw<Found>(DOCUMENTS, [uuidOf(ctx.store.id), uuidOf(ref.id), ref.source]);
    found.sort(byTime);
    for (let from = 0; from < found.length; from += CHUNK) {
      await writeDocuments(ctx, ref, found.slice(from, from + CHUNK), from);
    }
    return advance(ctx, ref, { status: 'planned', firstNumber: firstNumber - 1, appliedTo: 0 });
  });
}

async function countDocuments(ctx: AnyCtx, ref: ImportRef): Promise<number> {
  const rows = await transact(ctx, async (ctx) => {
    await takeTime(ctx);
    return ctx.raw(
      'select count(distinct document) as n from import_rows where store_id = $1::uuid and import_id = $2::uuid',
      [uuidOf(ctx.store.id), uuidOf(ref.id)],
    );
  });
  return Number(rows[0]?.n ?? 0);
}

const DOCUMENTS = `select d.*, coalesce(k.fingerprint, case when o.id is not null then '' end) as known_as
  from (select document, count(*) as rows, sum(quantity * unit_price_e4 + freight_e4)::bigint as amount,
      bool_and(unit_price_e4 = 0 and quantity < 0) as wholly_negative, min(at) as at, min(at) <> max(at) as two_times,
      max(customer_ref) as customer_ref, max(country) as country, coalesce(max(facts->>'status'), '') as status, bool_and(sku = '') as head_only,
      count(*) || ':' || sum(quantity) || ':' || sum(hashtextextended(sku || '|' || quantity || '|' || unit_price_e4
        || case when freight_e4 = 0 then '' else '|' || freight_e4 end, 0))
        as fingerprint
    from import_rows where store_id = $1::uuid and import_id = $2::uuid group by document) d
  left join import_documents k on k.store_id = $1::uuid and k.source = $3::text and k.document = d.document
    and k.treatment <> 'known'
  left join orders o on o.store_id = $1::uuid and o.channel = 'import' and o.external_id = d.document`;

function byTime(a: Found, b: Found): number {
  return a.at.getTime() - b.at.getTime() || (a.document < b.document ? -1 : 1);
}

async function writeDocuments(
  ctx: TxCtx,
  ref: ImportRef,
  found: readonly Found[],
  from: number,
): Promise<void> {
  const mapping = ref.mapping;
  const judged = found.map((row) => judgeDocument(mapping, sumsOf(row)));
  await ctx.raw(INSERT, [
    uuidOf(ctx.store.id),
    uuidOf(ref.id),
    ref.source,
    found.map((row) => row.document),
    found.map((_, i) => from + i + 1),
    judged.map((judgement) => judgement.treatment),
    judged.map((judgement) => judgement.rule),
    found.map((row) => row.rows),
    found.map((row) => row.amount),
    found.map((row) => row.at.toISOString()),
    found.map((row) => row.customer_ref),
    found.map((row) => row.country),
    found.map((row) => row.fingerprint),
    // The figures begin with what only the plan sees.
    found.map((row) => JSON.stringify({ ...noFigures(), notes: row.two_times ? { two_times: 1 } : {} })),
  ]);
}

const sumsOf = (row: Found): DocumentSums => ({
  document: row.document,
  amountE4: row.amount,
  whollyNegative: row.wholly_negative,
  status: row.status,
  headOnly: row.head_only,
  fingerprint: row.fingerprint,
  knownAs: row.known_as,
});

const INSERT = `insert into import_documents (store_id, import_id, source, document, position, treatment, rule, rows, amount_e4, at,
    customer_ref, country, fingerprint, figures)
  select $1::uuid, $2::uuid, $3::text, d.document, d.position, d.treatment, d.rule, d.rows, d.amount, d.at, d.customer, d.country,
    d.fingerprint, d.figures::jsonb
  from unnest($4::text[], $5::int[], $6::text[], $7::text[], $8::bigint[], $9::bigint[], $10::timestamptz[], $11::text[],
    $12::text[], $13::text[], $14::text[])
    as d(document, position, treatment, rule, rows, amount, at, customer, country, fingerprint, figures)`;
