import { and, eq } from 'drizzle-orm';
import { imports } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import type { ImportReport, RecordCounts } from './import-report';

/** What a finished import came to, as it was when it ended. */
export async function getImportReport(
  ctx: AnyCtx,
  importId: Id<'imp'>,
): Promise<{ report: ImportReport | null; counts: RecordCounts | null }> {
  allow(ctx, 'data.import');
  const [found] = await read(ctx, (ctx) =>
    ctx.db
      .select({ report: imports.report, counts: imports.counts, status: imports.status })
      .from(imports)
      .where(and(eq(imports.storeId, ctx.store.id), eq(imports.id, importId))),
  );
  if (found?.status !== 'finished') throw notFound();
  return { report: found.report, counts: found.counts };
}
