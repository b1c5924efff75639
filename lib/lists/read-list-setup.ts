import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { type Id, idOf, uuidOf } from '@/lib/core/ids';
import { rowsAs } from '@/lib/core/rows';
import { LIST_PERMISSION, type ListName } from './list-state';

export type SavedView = {
  id: Id<'lvw'>;
  name: string;
  shared: boolean;
  own: boolean;
  search: string;
  columns: string[] | null;
  version: number;
};
export type ListSetup = { views: SavedView[]; columns: string[] | null };

const SETUP = `select v.id, v.name, v.shared, v.owner_id = $2::uuid as own, v.search, v.columns, v.version, v.position, v.created_at
    from list_views v where v.store_id = $1::uuid and v.list = $3::text and (v.shared or v.owner_id = $2::uuid)
  union all select null, '', false, true, '', c.columns, 0, 0, null from list_columns c
    where c.store_id = $1::uuid and c.user_id = $2::uuid and c.list = $3::text
  order by position, created_at`;

type Row = Omit<SavedView, 'id'> & { id: string | null };

/** Somebody's own and the shared views of a list, and the columns they chose. One statement; none for who is no person. */
export async function readListSetup(ctx: AnyCtx, list: ListName): Promise<ListSetup> {
  allow(ctx, LIST_PERMISSION[list]);
  const { actor } = ctx;
  if (actor.kind !== 'staff') return { views: [], columns: null };
  return read(ctx, async (ctx) => {
    const rows = rowsAs<Row>(await ctx.raw(SETUP, [uuidOf(ctx.store.id), uuidOf(actor.userId), list]));
    const views = rows.flatMap(({ id, name, shared, own, search, columns, version }) =>
      id === null ? [] : [{ id: idOf('lvw', id), name, shared, own, search, columns, version }],
    );
    return { views, columns: rows.find(({ id }) => id === null)?.columns ?? null };
  });
}
