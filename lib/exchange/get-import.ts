import { and, asc, count, desc, eq } from 'drizzle-orm';
import { importDocuments, importMappings, importRecords, imports } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { allowKind } from './allow-kind';
import { BUILT_IN } from './built-in';
import { guessMapping, headersKey } from './guess-mapping';
import type { ImportStatus } from './import-state';
import { columnsOf } from './read-rows';
import { type ImportKind, type SourceMapping, sourceMapping } from './source-mapping';

const REFUSED_SHOWN = 20;

const shown = {
  id: imports.id,
  kind: imports.kind,
  source: imports.source,
  fileName: imports.fileName,
  bytes: imports.bytes,
  headers: imports.headers,
  format: imports.format,
  mapping: imports.mapping,
  storedAs: imports.storedAs,
  currency: imports.currency,
  timeZone: imports.timeZone,
  status: imports.status,
  confirmed: imports.confirmed,
  paused: imports.paused,
  failure: imports.failure,
  stagedRows: imports.stagedRows,
  appliedTo: imports.appliedTo,
  judged: imports.judged,
  counts: imports.counts,
  report: imports.report,
  createdAt: imports.createdAt,
  finishedAt: imports.finishedAt,
  version: imports.version,
};

export type ImportDetail = Awaited<ReturnType<typeof getImport>>;

/** One import as its page shows it. */
export async function getImport(ctx: AnyCtx, importId: Id<'imp'>) {
  allow(ctx, 'data.import');
  return read(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select(shown)
      .from(imports)
      .where(and(eq(imports.storeId, ctx.store.id), eq(imports.id, importId)));
    if (!row) throw notFound();
    allowKind(ctx, row.kind);
    const [documents, refused] = await Promise.all([
      countDocuments(ctx, importId),
      someRefused(ctx, importId),
    ]);
    return { ...row, documents, refused, progress: progressOf(row, documents) };
  });
}

/** How much of how much: documents of orders, rows of anything else; an undoing has the fewer left the further it is. */
function progressOf(
  {
    kind,
    status,
    stagedRows,
    appliedTo,
  }: { kind: ImportKind; status: ImportStatus; stagedRows: number; appliedTo: number },
  documents: number,
) {
  const all = status === 'undoing' ? appliedTo + documents : documents;
  return { rows: stagedRows, done: appliedTo, of: kind === 'orders' ? all : stagedRows };
}

async function countDocuments(ctx: TxCtx, importId: Id<'imp'>): Promise<number> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(importDocuments)
    .where(and(eq(importDocuments.storeId, ctx.store.id), eq(importDocuments.importId, importId)));
  return row?.n ?? 0;
}

function someRefused(ctx: TxCtx, importId: Id<'imp'>) {
  return ctx.db
    .select({ row: importRecords.row, reason: importRecords.reason })
    .from(importRecords)
    .where(
      and(
        eq(importRecords.storeId, ctx.store.id),
        eq(importRecords.importId, importId),
        eq(importRecords.outcome, 'refused'),
      ),
    )
    .orderBy(asc(importRecords.row))
    .limit(REFUSED_SHOWN);
}

/** What the mapping begins with: its own, one saved for the same headers, one that comes with Waybill, or a guess. */
export async function offerMapping(ctx: AnyCtx, found: ImportDetail): Promise<SourceMapping> {
  allow(ctx, 'data.import');
  if (found.mapping) return found.mapping;
  const saved = await read(ctx, (ctx) =>
    ctx.db
      .select({ mapping: importMappings.mapping })
      .from(importMappings)
      .where(
        and(
          eq(importMappings.storeId, ctx.store.id),
          eq(importMappings.kind, found.kind),
          eq(importMappings.headers, headersKey(found.headers)),
        ),
      )
      .orderBy(desc(importMappings.updatedAt))
      .limit(1),
  );
  if (saved[0]) return sourceMapping.parse(saved[0].mapping);
  const builtIn = Object.values(BUILT_IN).find(
    (mapping) => mapping.kind === found.kind && fits(mapping, found.headers),
  );
  return builtIn ?? guessMapping(found.kind, nameOf(found.fileName), found.headers);
}

function fits(mapping: SourceMapping, headers: readonly string[]): boolean {
  try {
    columnsOf(mapping, headers);
    return true;
  } catch {
    return false;
  }
}

/** `orders-2026.csv.gz` is called orders-2026. */
const nameOf = (fileName: string) =>
  fileName.replace(/(\.[a-z0-9]{1,5}){1,2}$/i, '').slice(0, 80) || fileName.slice(0, 80);
