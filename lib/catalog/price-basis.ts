import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';

/** How a price is to be read: with or without tax, and the store's own country's rate for the class today. */
export type PriceBasis = { includesTax: boolean; ratePpm: number };

export async function priceBasis(ctx: AnyCtx, taxClass: string): Promise<PriceBasis> {
  allow(ctx, 'product.read');
  return read(ctx, async (ctx) => {
    const [row] = await ctx.raw(
      `select g.prices_include_tax as includes, coalesce((
          select r.rate_ppm from tax_rates r
          where r.store_id = $1::uuid and r.tax_class = $2::text and r.country in (s.country, '*')
            and r.valid_from <= d.day and (r.valid_to is null or r.valid_to >= d.day)
          order by r.country = '*', r.valid_from desc limit 1), 0) as rate
        from store_settings g
        join stores s on s.id = g.store_id
        cross join lateral (select ($3::timestamptz at time zone s.time_zone)::date as day) d
        where g.store_id = $1::uuid`,
      [uuidOf(ctx.store.id), taxClass, ctx.now.toISOString()],
    );
    return { includesTax: row?.includes !== false, ratePpm: Number(row?.rate ?? 0) };
  });
}
