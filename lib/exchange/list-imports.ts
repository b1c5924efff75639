import { and, desc, eq, inArray } from 'drizzle-orm';
import { imports } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { kindsFor } from './allow-kind';

const LIMIT = 100;

export type ListedImport = Awaited<ReturnType<typeof listImports>>[number];

/** The latest imports, of the kinds this person may bring in. */
export async function listImports(ctx: AnyCtx) {
  allow(ctx, 'data.import');
  const kinds = kindsFor(ctx);
  return read(ctx, (ctx) =>
    ctx.db
      .select({
        id: imports.id,
        kind: imports.kind,
        source: imports.source,
        fileName: imports.fileName,
        status: imports.status,
        confirmed: imports.confirmed,
        paused: imports.paused,
        failure: imports.failure,
        stagedRows: imports.stagedRows,
        createdAt: imports.createdAt,
      })
      .from(imports)
      .where(and(eq(imports.storeId, ctx.store.id), inArray(imports.kind, kinds)))
      .orderBy(desc(imports.createdAt), desc(imports.id))
      .limit(LIMIT),
  );
}
