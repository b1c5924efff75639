import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { idOf, isId, type Prefix, uuidOf } from '@/lib/core/ids';
import { rowsAs } from '@/lib/core/rows';
import { unseal } from '@/lib/core/seal';
import { conditionsOf, type Filter } from '@/lib/lists/filter';

const NAMES = `select 'whs' as kind, id, name as plain, null::bytea as sealed from warehouses
    where store_id = $1::uuid and id = any($2::uuid[])
  union all select 'shm', id, name, null from shipping_methods where store_id = $1::uuid and id = any($3::uuid[])
  union all select 'cus', id, null, name from customers where store_id = $1::uuid and id = any($4::uuid[])`;

type Row = { kind: 'whs' | 'shm' | 'cus'; id: string; plain: string | null; sealed: Uint8Array | null };

/** The names of the records a filter speaks of, by id. One statement, and none where it speaks of none. */
export async function nameFilterRecords(ctx: AnyCtx, filter: Filter): Promise<Map<string, string>> {
  allow(ctx, 'order.read');
  const values = conditionsOf(filter).flatMap((condition) => condition.values);
  const of = (prefix: Prefix) => values.flatMap((value) => (isId(prefix, value) ? [uuidOf(value)] : []));
  const [houses, methods, customers] = [of('whs'), of('shm'), of('cus')];
  if (houses.length + methods.length + customers.length === 0) return new Map();
  return read(ctx, async (ctx) => {
    const rows = rowsAs<Row>(await ctx.raw(NAMES, [uuidOf(ctx.store.id), houses, methods, customers]));
    return new Map(
      rows.map(({ kind, id, plain, sealed }) => [idOf(kind, id), plain ?? (sealed ? unseal(sealed) : '')]),
    );
  });
}
