import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { listColumns } from '@/db/schema/lists';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { LIST_PERMISSION } from './list-state';
import { ownerOf } from './load-view';
import { columnKeys, listName } from './view-input';

export const chooseColumnsInput = z.strictObject({ list: listName, columns: columnKeys.nullable() });

/** Remembers which columns somebody wants of a list, in their order; null goes back to the usual ones. */
export async function chooseColumns(ctx: AnyCtx, input: z.output<typeof chooseColumnsInput>): Promise<void> {
  allow(ctx, LIST_PERMISSION[input.list]);
  await transact(ctx, async (ctx) => {
    const { list, columns } = input;
    const userId = ownerOf(ctx);
    const key = { storeId: ctx.store.id, userId, list };
    if (columns === null) {
      await ctx.db
        .delete(listColumns)
        .where(
          and(
            eq(listColumns.storeId, key.storeId),
            eq(listColumns.userId, userId),
            eq(listColumns.list, list),
          ),
        );
      return;
    }
    await ctx.db
      .insert(listColumns)
      .values({ ...key, columns, updatedAt: ctx.now })
      .onConflictDoUpdate({
        target: [listColumns.storeId, listColumns.userId, listColumns.list],
        set: { columns, updatedAt: ctx.now },
      });
  });
}
