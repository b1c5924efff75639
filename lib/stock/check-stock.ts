import { z } from 'zod';
import { BUCKETS, type Bucket } from '@/db/schema/stock';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { idOf, uuidOf, type VariantId, type WarehouseId } from '@/lib/core/ids';

export type StockDifference = {
  warehouseId: WarehouseId;
  variantId: VariantId;
  bucket: Bucket;
  /** What the level says. */
  counter: number;
  /** What its movements add up to. */
  moved: number;
};

/** The most differences reported at once; more than this is one broken thing, not many. */
const MOST = 500;

const bucketShape = z.enum(BUCKETS);

/** Proves that every counter is the sum of its movements in less those out; returns where it is not. */
export async function checkStock(ctx: AnyCtx): Promise<{ differences: StockDifference[] }> {
  allow(ctx, 'stock.read');
  return read(ctx, async (ctx) => {
    const rows = await ctx.raw(
      `with flows as (
        select warehouse_id, variant_id, to_bucket as bucket, quantity as n
          from stock_movements where store_id = $1::uuid
        union all
        select warehouse_id, variant_id, from_bucket, -quantity from stock_movements where store_id = $1::uuid),
      moved as (
        select warehouse_id, variant_id, bucket, sum(n)::bigint as n from flows
        where bucket in ('available', 'allocated', 'damaged', 'quarantine', 'in_transit')
        group by warehouse_id, variant_id, bucket),
      counters as (
        select l.warehouse_id, l.variant_id, c.bucket, c.n from stock_levels l
        cross join lateral (values ('available', l.available), ('allocated', l.allocated), ('damaged', l.damaged),
          ('quarantine', l.quarantine), ('in_transit', l.in_transit)) as c(bucket, n)
        where l.store_id = $1::uuid)
      select warehouse_id, variant_id, bucket, c.n as counter, coalesce(m.n, 0)::bigint as moved
      from counters c left join moved m using (warehouse_id, variant_id, bucket)
      where c.n <> coalesce(m.n, 0)
      order by variant_id, warehouse_id, bucket limit ${MOST}`,
      [uuidOf(ctx.store.id)],
    );
    return {
      differences: rows.map((row) => ({
        warehouseId: idOf('whs', String(row.warehouse_id)),
        variantId: idOf('var', String(row.variant_id)),
        bucket: bucketShape.parse(row.bucket),
        counter: Number(row.counter),
        moved: Number(row.moved),
      })),
    };
  });
}
