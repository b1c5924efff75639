import { and, eq, ne } from 'drizzle-orm';
import { importRecords, imports } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { record } from '@/lib/events/record';
import { advance, type ImportRef } from './import-ref';
import { countOutcomes } from './record-outcomes';

/** Keeps what became of the rows, and the refused ones with their reasons; the others are in the books now. */
export async function finishRecords(ctx: AnyCtx, ref: ImportRef): Promise<ImportRef> {
  allow(ctx, 'data.import');
  return transact(ctx, async (ctx) => {
    const counts = await countOutcomes(ctx, ref);
    const next = await advance(ctx, ref, { status: 'finished' });
    await ctx.db
      .update(imports)
      .set({ counts, finishedAt: ctx.now })
      .where(and(eq(imports.storeId, ctx.store.id), eq(imports.id, ref.id)));
    await ctx.db
      .delete(importRecords)
      .where(
        and(
          eq(importRecords.storeId, ctx.store.id),
          eq(importRecords.importId, ref.id),
          ne(importRecords.outcome, 'refused'),
        ),
      );
    await record(ctx, 'import.finished', ref.id, { importId: ref.id, orders: 0 });
    return next;
  });
}
