import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { listViews } from '@/db/schema/lists';
import { allow, may } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { record } from '@/lib/events/record';
import { LIST_PERMISSION } from './list-state';
import { loadView, ownerOf, requireShare } from './load-view';
import { columnKeys, listName, viewId, viewName, viewSearch } from './view-input';

export const changeViewInput = z.strictObject({
  viewId,
  list: listName,
  version: z.int(),
  name: viewName.optional(),
  search: viewSearch.optional(),
  columns: columnKeys.nullable().optional(),
  shared: z.boolean().optional(),
});

/** Renames a view, shares it, or keeps the list as it is now under its name. What is already so changes nothing. */
export async function changeView(ctx: AnyCtx, input: z.output<typeof changeViewInput>): Promise<void> {
  allow(ctx, LIST_PERMISSION[input.list]);
  await transact(ctx, async (ctx) => {
    const view = await loadView(ctx, input.viewId);
    if (view.version !== input.version) throw conflict('lists.errors.changedMeanwhile');
    if (input.shared) requireShare(ctx);
    const { name, search, columns, shared } = input;
    const next = { name, search, columns, shared };
    const keys = (['name', 'search', 'columns', 'shared'] as const).filter(
      (key) => next[key] !== undefined && JSON.stringify(next[key]) !== JSON.stringify(view[key]),
    );
    if (keys.length === 0) return;
    await ctx.db
      .update(listViews)
      .set({ ...next, updatedAt: ctx.now, version: sql`${listViews.version} + 1` })
      .where(and(eq(listViews.storeId, ctx.store.id), eq(listViews.id, input.viewId)));
    await record(ctx, 'view.changed', input.viewId, { fields: keys });
  });
}

export const removeViewInput = z.strictObject({ viewId, list: listName });

/** Forgets a view; the orders in it stay. */
export async function removeView(ctx: AnyCtx, input: z.output<typeof removeViewInput>): Promise<void> {
  allow(ctx, LIST_PERMISSION[input.list]);
  await transact(ctx, async (ctx) => {
    const view = await loadView(ctx, input.viewId);
    await ctx.db
      .delete(listViews)
      .where(and(eq(listViews.storeId, ctx.store.id), eq(listViews.id, input.viewId)));
    await record(ctx, 'view.removed', input.viewId, { list: view.list, shared: view.shared });
  });
}

export const reorderViewsInput = z.strictObject({ list: listName, viewIds: z.array(viewId).min(1).max(200) });

/** Puts tabs in another order: one's own, and the shared ones with the permission for those. */
export async function reorderViews(ctx: AnyCtx, input: z.output<typeof reorderViewsInput>): Promise<void> {
  allow(ctx, LIST_PERMISSION[input.list]);
  await transact(ctx, async (ctx) => {
    const place = sql.join(
      input.viewIds.map(
        (id, index) => sql`when ${listViews.id} = ${sql.param(id, listViews.id)} then ${index + 1}::int`,
      ),
      sql` `,
    );
    const mine = eq(listViews.ownerId, ownerOf(ctx));
    const moved = await ctx.db
      .update(listViews)
      .set({ position: sql`case ${place} end`, updatedAt: ctx.now })
      .where(
        and(
          eq(listViews.storeId, ctx.store.id),
          eq(listViews.list, input.list),
          inArray(listViews.id, input.viewIds),
          may(ctx, 'view.share')
            ? or(mine, eq(listViews.shared, true))
            : and(mine, eq(listViews.shared, false)),
        ),
      )
      .returning({ id: listViews.id });
    const [first] = moved;
    if (first) await record(ctx, 'view.reordered', ctx.store.id, { list: input.list, views: moved.length });
  });
}
