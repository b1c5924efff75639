import { z } from 'zod';
import type { Row } from '@/db/client';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import { type Id, idOf, type ProductId, uuidOf, type VariantId } from '@/lib/core/ids';
import { foldCode, words } from '@/lib/core/search-tokens';
import { productMatch } from './product-match';

export const searchVariantsInput = z.object({
  text: z.string().max(200),
  limit: z.int().min(1).max(50).default(12),
});
export type SearchVariantsInput = z.input<typeof searchVariantsInput>;

export type FoundVariant = {
  variantId: VariantId;
  productId: ProductId;
  productTitle: string;
  variantTitle: string;
  /** Both titles, as a person would say it: "Stoneware mug, Oat". */
  title: string;
  sku: string;
  barcode: string;
  priceE4: number;
  costE4: number | null;
  taxClass: string;
  weightGrams: number | null;
  imageId: Id<'img'> | null;
  /** Free units over the active warehouses, safety stock not taken off. */
  available: number;
  /** How many more may be sold beyond that. */
  backorderLeft: number;
  /** Its product is active and it is not archived. */
  sellable: boolean;
};

/** How many variants are looked at before the best are chosen. */
const CANDIDATES = 200;
/** The rank of a whole SKU or barcode: then nothing else was meant. */
const EXACT = 100;

/** Variants that can be sold, by words of their titles, SKU or barcode: for the order editor. Best first. */
export async function searchVariants(
  ctx: AnyCtx,
  input: SearchVariantsInput,
): Promise<{ variants: FoundVariant[] }> {
  allow(ctx, 'product.read');
  const { text, limit } = searchVariantsInput.parse(input);
  return read(ctx, async (ctx) => {
    const match = productMatch(ctx.store.id, text, 2);
    const found = await variantRows(
      ctx,
      `p.status = 'active' and v.status = 'active' ${match ? `and p.id in (${match.sql})` : ''}`,
      match?.params ?? [],
      CANDIDATES,
    );
    const ranked = found.map((variant) => ({ variant, rank: rankOf(variant, text) }));
    ranked.sort((a, b) => b.rank - a.rank);
    const best = ranked.filter(({ rank }) => rank === EXACT || ranked[0]?.rank !== EXACT);
    return { variants: best.slice(0, limit).map(({ variant }) => variant) };
  });
}

/** Facts of variants by id, archived ones too: for orders that are being written. Unknown ids are absent. */
export async function variantFacts(
  ctx: AnyCtx,
  ids: readonly VariantId[],
): Promise<Map<VariantId, FoundVariant>> {
  allow(ctx, 'product.read');
  return read(ctx, async (ctx) => {
    const found = await variantRows(ctx, 'v.id = any($2::uuid[])', [ids.map(uuidOf)], ids.length);
    return new Map(found.map((variant) => [variant.variantId, variant]));
  });
}

async function variantRows(
  ctx: TxCtx,
  where: string,
  params: readonly (readonly string[])[],
  limit: number,
): Promise<FoundVariant[]> {
  const rows = await ctx.raw(
    `select v.id, v.product_id, p.title as product_title, v.title, v.sku, v.barcode, v.price_e4, v.cost_e4,
        v.tax_class, v.weight_grams, coalesce(v.image_id, p.image_id) as image_id,
        p.status = 'active' and v.status = 'active' as sellable,
        coalesce(s.available, 0)::bigint as available, coalesce(b.cap - b.backordered, 0)::bigint as backorder_left
      from variants v
      join products p on p.store_id = v.store_id and p.id = v.product_id
      left join backorders b on b.store_id = v.store_id and b.variant_id = v.id
      left join lateral (
        select sum(l.available) as available from stock_levels l
        join warehouses w on w.store_id = l.store_id and w.id = l.warehouse_id and w.active
        where l.store_id = $1::uuid and l.variant_id = v.id) s on true
      where v.store_id = $1::uuid and ${where}
      order by p.updated_at desc, p.id desc, v.position limit ${limit}`,
    [uuidOf(ctx.store.id), ...params],
  );
  return rows.map(foundVariant);
}

function foundVariant(row: Row): FoundVariant {
  const productTitle = String(row.product_title);
  const variantTitle = String(row.title);
  return {
    variantId: idOf('var', String(row.id)),
    productId: idOf('prd', String(row.product_id)),
    productTitle,
    variantTitle,
    title: variantTitle ? `${productTitle}, ${variantTitle}` : productTitle,
    sku: String(row.sku),
    barcode: String(row.barcode),
    priceE4: Number(row.price_e4),
    costE4: row.cost_e4 === null ? null : Number(row.cost_e4),
    taxClass: String(row.tax_class),
    weightGrams: row.weight_grams === null ? null : Number(row.weight_grams),
    imageId: row.image_id === null ? null : idOf('img', String(row.image_id)),
    available: Number(row.available),
    backorderLeft: Number(row.backorder_left),
    sellable: row.sellable === true,
  };
}

/** A whole SKU or barcode first; then by how many of the words stand in this variant rather than its siblings. */
function rankOf(variant: FoundVariant, text: string): number {
  const code = foldCode(text);
  if (code && [variant.sku, variant.barcode].some((own) => foldCode(own) === code)) return EXACT;
  const own = words(`${variant.title} ${variant.sku} ${variant.barcode}`);
  return words(text).filter((word) => own.some((mine) => mine.startsWith(word))).length;
}
