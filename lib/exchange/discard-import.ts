import { and, eq, sql } from 'drizzle-orm';
import { importDocuments, importRecords, importRows, imports } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import type { DomainError } from '@/lib/core/errors';
import type { ImportRef } from './import-ref';
import { takeTime } from './whole-file';

/**
 * Drops what was staged of a file that turned out to be unreadable: nothing of it was applied yet. A command's file is gone
 * without a trace; an uploaded one waits, with what was wrong, for a better mapping.
 */
export async function discardImport(ctx: AnyCtx, ref: ImportRef, error: DomainError | null): Promise<void> {
  allow(ctx, 'data.import');
  await transact(ctx, async (ctx) => {
    await takeTime(ctx);
    for (const table of [importRows, importRecords, importDocuments]) {
      await ctx.db.delete(table).where(and(eq(table.storeId, ctx.store.id), eq(table.importId, ref.id)));
    }
    const mine = and(
      eq(imports.storeId, ctx.store.id),
      eq(imports.id, ref.id),
      eq(imports.status, ref.status),
    );
    if (ref.storedAs === null) await ctx.db.delete(imports).where(mine);
    else {
      const failure = error && { key: error.key, params: plainParams(error) };
      await ctx.db
        .update(imports)
        .set({
          status: 'uploaded',
          failure,
          stagedRows: 0,
          stagedAmountE4: 0,
          appliedTo: 0,
          judged: null,
          counts: null,
          paused: false,
          version: sql`${imports.version} + 1`,
        })
        .where(mine);
    }
  });
}

export function plainParams(error: DomainError): Record<string, string | number> {
  const params = Object.entries(error.details.params ?? {});
  return Object.fromEntries(
    params.flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  );
}
