import { and, eq, sql } from 'drizzle-orm';
import { importRows, imports } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import type { ImportRef } from './import-ref';

/** Drops an import whose file turned out to be unreadable while it was staged: nothing of it was applied yet. */
export async function discardImport(ctx: AnyCtx, ref: ImportRef): Promise<void> {
  allow(ctx, 'data.import');
  await transact(ctx, async (ctx) => {
    const mine = and(eq(importRows.storeId, ctx.store.id), eq(importRows.importId, ref.id));
    await ctx.db.delete(importRows).where(mine);
    await ctx.db
      .delete(imports)
      .where(and(eq(imports.storeId, ctx.store.id), eq(imports.id, ref.id), sql`status = 'staging'`));
  });
}
