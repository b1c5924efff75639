import type { TxCtx } from '@/lib/core/ctx';
import { uuidOf, type VariantId } from '@/lib/core/ids';

export type BackorderDemand = { variantId: VariantId; quantity: number };

/** Counts units sold beyond stock, never past the variant's cap. Returns how many of the asked variants had room. */
export async function takeBackorders(ctx: TxCtx, demands: readonly BackorderDemand[]): Promise<number> {
  return changeBackorders(ctx, demands, 'b.backordered + w.n');
}

/** Gives backordered units back: cancelled, or filled from arrived stock. */
export async function releaseBackorders(ctx: TxCtx, demands: readonly BackorderDemand[]): Promise<number> {
  return changeBackorders(ctx, demands, 'b.backordered - w.n');
}

/**
 * Keeps the counters of these variants still until the transaction ends. Backorders come before stock levels wherever
 * both are changed, so that verbs can not deadlock.
 */
export async function lockBackorders(ctx: TxCtx, variantIds: readonly VariantId[]): Promise<void> {
  await ctx.raw(
    `select 1 from backorders where store_id = $1::uuid and variant_id = any($2::uuid[])
     order by variant_id for update`,
    [uuidOf(ctx.store.id), variantIds.map((id) => uuidOf(id))],
  );
}

async function changeBackorders(
  ctx: TxCtx,
  demands: readonly BackorderDemand[],
  next: string,
): Promise<number> {
  if (demands.length === 0) return 0;
  const rows = await ctx.raw(
    `with w as (select * from unnest($2::uuid[], $3::bigint[]) as w(variant_id, n)),
      locked as materialized (
        select b.variant_id from backorders b join w using (variant_id)
        where b.store_id = $1::uuid order by b.variant_id for update of b),
      changed as (
        update backorders b set backordered = ${next} from w join locked using (variant_id)
        where b.store_id = $1::uuid and b.variant_id = w.variant_id and ${next} between 0 and b.cap
        returning 1)
      select count(*)::int as changed from changed`,
    [uuidOf(ctx.store.id), demands.map((d) => uuidOf(d.variantId)), demands.map((d) => d.quantity)],
  );
  return Number(rows[0]?.changed ?? 0);
}
