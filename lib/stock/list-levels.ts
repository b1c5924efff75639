import { z } from 'zod';
import type { Row } from '@/db/client';
import { allow } from '@/lib/access/allow';
import { productMatch } from '@/lib/catalog/product-match';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import { CURSOR_UUID, type Cursor, pageOf, parseCursor } from '@/lib/core/cursor';
import { idInput } from '@/lib/core/id-input';
import { type Id, idOf, type ProductId, uuidOf, type VariantId } from '@/lib/core/ids';

export const STOCK_VIEWS = ['all', 'low', 'out'] as const;
export type StockView = (typeof STOCK_VIEWS)[number];

export const listLevelsInput = z.object({
  view: z.enum(STOCK_VIEWS).default('all').catch('all'),
  text: z.string().max(200).default(''),
  /** One warehouse only; without it, all active ones together. */
  warehouseId: idInput('whs').nullish().catch(null),
  cursor: z.string().max(600).nullish(),
  size: z.int().min(1).max(100).default(25),
});
export type ListLevelsInput = z.input<typeof listLevelsInput>;

export type ListedLevel = {
  variantId: VariantId;
  productId: ProductId;
  productTitle: string;
  variantTitle: string;
  sku: string;
  imageId: Id<'img'> | null;
  available: number;
  allocated: number;
  onHand: number;
  safetyStock: number;
  backordered: number;
  /** Out at none available, low at no more than the safety stock. */
  state: 'in_stock' | 'low' | 'out';
  /** Where the free units are, most important warehouse first. */
  places: { warehouse: string; available: number; bin: string }[];
};

const SKU_KEY = /^.{1,100}$/u;

/** Stock of every variant that is not archived, by SKU. */
export async function listLevels(
  ctx: AnyCtx,
  input: ListLevelsInput,
): Promise<{ levels: ListedLevel[]; before: string | null; after: string | null }> {
  allow(ctx, 'stock.read');
  const wanted = listLevelsInput.parse(input);
  const cursor = parseCursor(wanted.cursor, [SKU_KEY, CURSOR_UUID]);
  return read(ctx, async (ctx) => {
    const rows = await levelRows(ctx, wanted, cursor);
    const page = pageOf(rows, wanted.size, cursor, (row) => [row.key, uuidOf(row.variantId)]);
    return {
      levels: page.rows.map(({ key: _, ...level }) => level),
      before: page.before,
      after: page.after,
    };
  });
}

const STATES: Record<StockView, string> = {
  all: 'true',
  out: 's.available = 0',
  low: 's.available > 0 and s.available <= s.safety_stock',
};

async function levelRows(
  ctx: TxCtx,
  { view, text, warehouseId, size }: z.output<typeof listLevelsInput>,
  cursor: Cursor | null,
) {
  const params: unknown[] = [uuidOf(ctx.store.id)];
  const where = ["v.store_id = $1::uuid and v.status = 'active' and p.status <> 'archived'", STATES[view]];
  const house = warehouseId ? `w.id = $${params.push(uuidOf(warehouseId))}::uuid` : 'w.active';
  if (cursor) {
    const [key, id] = [params.push(cursor.key[0]), params.push(cursor.key[1])];
    where.push(`(v.sku_key, v.id) ${cursor.direction === 'after' ? '>' : '<'} ($${key}::text, $${id}::uuid)`);
  }
  const match = productMatch(ctx.store.id, text, params.length + 1);
  if (match) {
    where.push(`p.id in (${match.sql})`);
    params.push(...match.params);
  }
  const order = cursor?.direction === 'before' ? 'desc' : 'asc';
  const rows = await ctx.raw(
    `select v.id, v.product_id, p.title as product_title, v.title, v.sku, v.sku_key,
        coalesce(v.image_id, p.image_id) as image_id, coalesce(b.backordered, 0) as backordered, s.*
      from variants v
      join products p on p.store_id = v.store_id and p.id = v.product_id
      left join backorders b on b.store_id = v.store_id and b.variant_id = v.id
      cross join lateral (
        select coalesce(sum(l.available), 0)::bigint as available, coalesce(sum(l.allocated), 0)::bigint as allocated,
          coalesce(sum(l.on_hand), 0)::bigint as on_hand, coalesce(sum(l.safety_stock), 0)::bigint as safety_stock,
          coalesce(jsonb_agg(jsonb_build_object('warehouse', w.name, 'available', l.available, 'bin', l.bin)
            order by w.priority, w.id), '[]') as places
        from stock_levels l
        join warehouses w on w.store_id = l.store_id and w.id = l.warehouse_id and ${house}
        where l.store_id = $1::uuid and l.variant_id = v.id) s
      where ${where.join(' and ')}
      order by v.sku_key ${order}, v.id ${order} limit ${size + 1}`,
    params,
  );
  return rows.map(listed);
}

function listed(row: Row): ListedLevel & { key: string } {
  const available = Number(row.available);
  const safetyStock = Number(row.safety_stock);
  return {
    key: String(row.sku_key),
    variantId: idOf('var', String(row.id)),
    productId: idOf('prd', String(row.product_id)),
    productTitle: String(row.product_title),
    variantTitle: String(row.title),
    sku: String(row.sku),
    imageId: row.image_id === null ? null : idOf('img', String(row.image_id)),
    available,
    allocated: Number(row.allocated),
    onHand: Number(row.on_hand),
    safetyStock,
    backordered: Number(row.backordered),
    state: available === 0 ? 'out' : available <= safetyStock ? 'low' : 'in_stock',
    places: places.parse(row.places),
  };
}

const places = z.array(z.object({ warehouse: z.string(), available: z.number(), bin: z.string() }));
