import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { listViews } from '@/db/schema/lists';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { uuidOf } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { LIST_PERMISSION } from './list-state';
import { ownerOf, requireShare } from './load-view';
import { columnKeys, listName, viewId, viewName, viewSearch } from './view-input';

const MOST_VIEWS = 50;

export const saveViewInput = z.strictObject({
  /** Made by the form: the same id twice is one view. */
  viewId,
  list: listName,
  name: viewName,
  search: viewSearch,
  columns: columnKeys.nullable(),
  shared: z.boolean(),
});
export type SaveViewInput = z.output<typeof saveViewInput>;

/** Keeps a list as it is now under a name, for oneself or for everybody. */
export async function saveView(ctx: AnyCtx, input: SaveViewInput): Promise<void> {
  allow(ctx, LIST_PERMISSION[input.list]);
  await transact(ctx, async (ctx) => {
    const ownerId = ownerOf(ctx);
    if (input.shared) requireShare(ctx);
    const { viewId: id, list, name, search, columns, shared } = input;
    const made = await ctx.db
      .insert(listViews)
      .values({
        ...{ storeId: ctx.store.id, id, list, name, ownerId, shared, search, columns },
        position: await nextPosition(ctx, input.list),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .onConflictDoNothing({ target: [listViews.storeId, listViews.id] })
      .returning({ id: listViews.id });
    if (made.length > 0) await record(ctx, 'view.saved', id, { list, shared });
    else await requireSame(ctx, input);
  });
}

async function nextPosition(ctx: TxCtx, list: SaveViewInput['list']): Promise<number> {
  const [row] = await ctx.db
    .select({
      last: sql<number>`coalesce(max(${listViews.position}), 0)`.mapWith(Number),
      own: sql<number>`count(*) filter (where ${listViews.ownerId} = ${uuidOf(ownerOf(ctx))}::uuid)`.mapWith(
        Number,
      ),
    })
    .from(listViews)
    .where(and(eq(listViews.storeId, ctx.store.id), eq(listViews.list, list)));
  if ((row?.own ?? 0) >= MOST_VIEWS) throw conflict('lists.errors.tooManyViews', { most: MOST_VIEWS });
  return (row?.last ?? 0) + 1;
}

async function requireSame(ctx: TxCtx, input: SaveViewInput): Promise<void> {
  const [known] = await ctx.db
    .select({ ownerId: listViews.ownerId, name: listViews.name, search: listViews.search })
    .from(listViews)
    .where(and(eq(listViews.storeId, ctx.store.id), eq(listViews.id, input.viewId)));
  const same = known?.ownerId === ownerOf(ctx) && known.name === input.name && known.search === input.search;
  if (!same) throw conflict('lists.errors.sameIdOtherContent');
}
