import { and, eq } from 'drizzle-orm';
import { listViews } from '@/db/schema/lists';
import { allow } from '@/lib/access/allow';
import type { TxCtx } from '@/lib/core/ctx';
import { invalid, notFound } from '@/lib/core/errors';
import type { Id, UserId } from '@/lib/core/ids';

/** Views belong to people: a key or a job has none. */
export function ownerOf(ctx: TxCtx): UserId {
  if (ctx.actor.kind !== 'staff') throw invalid('lists.errors.viewsOfStaff');
  return ctx.actor.userId;
}

/** Locks a view its reader may change: one's own, or a shared one with the permission for those. */
export async function loadView(ctx: TxCtx, id: Id<'lvw'>) {
  const me = ownerOf(ctx);
  const [view] = await ctx.db
    .select({
      list: listViews.list,
      ownerId: listViews.ownerId,
      shared: listViews.shared,
      name: listViews.name,
      search: listViews.search,
      columns: listViews.columns,
      version: listViews.version,
    })
    .from(listViews)
    .where(and(eq(listViews.storeId, ctx.store.id), eq(listViews.id, id)))
    .for('update');
  if (!view || (!view.shared && view.ownerId !== me)) throw notFound('lists.errors.noView');
  if (view.shared) requireShare(ctx);
  return view;
}

const SHARE = 'view.share';

/** Everybody sees a shared view: changing what they see takes its own permission. */
export function requireShare(ctx: TxCtx): void {
  allow(ctx, SHARE);
}
