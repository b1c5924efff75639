import { z } from 'zod';
import type { Row } from '@/db/client';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import { CURSOR_TIME, CURSOR_UUID, type Cursor, pageOf, parseCursor } from '@/lib/core/cursor';
import { type Id, idOf, type ProductId, uuidOf } from '@/lib/core/ids';
import { productMatch } from './product-match';
import { PRODUCT_STATUSES, type ProductStatus } from './product-state';

export const PRODUCT_VIEWS = ['all', 'active', 'draft', 'archived'] as const;
export type ProductView = (typeof PRODUCT_VIEWS)[number];

export const listProductsInput = z.object({
  view: z.enum(PRODUCT_VIEWS).default('all').catch('all'),
  text: z.string().max(200).default(''),
  cursor: z.string().max(400).nullish(),
  size: z.int().min(1).max(100).default(25),
});
export type ListProductsInput = z.input<typeof listProductsInput>;

export type ListedProduct = {
  productId: ProductId;
  title: string;
  vendor: string;
  imageId: Id<'img'> | null;
  status: ProductStatus;
  /** Active variants; with none, all are archived. */
  variants: number;
  /** Lowest and highest price of the active variants, in ten-thousandths; null without any. */
  priceFromE4: number | null;
  priceToE4: number | null;
  /** Free units of the active variants over the active warehouses. */
  available: number;
  updatedAt: Date;
};

export type ProductList = {
  products: ListedProduct[];
  counts: Record<ProductView, number>;
  before: string | null;
  after: string | null;
};

/** Products by their last change, newest first. */
export async function listProducts(ctx: AnyCtx, input: ListProductsInput): Promise<ProductList> {
  allow(ctx, 'product.read');
  const { view, text, size, cursor: given } = listProductsInput.parse(input);
  const cursor = parseCursor(given, [CURSOR_TIME, CURSOR_UUID]);
  return read(ctx, async (ctx) => {
    const [rows, counts] = await Promise.all([
      productRows(ctx, { view, text, cursor, size }),
      countViews(ctx),
    ]);
    const page = pageOf(rows, size, cursor, (row) => [row.updatedAt.toISOString(), uuidOf(row.productId)]);
    return { products: page.rows, counts, before: page.before, after: page.after };
  });
}

type Wanted = { view: ProductView; text: string; cursor: Cursor | null; size: number };

async function productRows(ctx: TxCtx, { view, text, cursor, size }: Wanted): Promise<ListedProduct[]> {
  const params: unknown[] = [uuidOf(ctx.store.id)];
  const where: string[] = ['p.store_id = $1::uuid'];
  if (view !== 'all') where.push(`p.status = $${params.push(view)}::text`);
  if (cursor) {
    const [at, id] = [params.push(cursor.key[0]), params.push(cursor.key[1])];
    const side = cursor.direction === 'after' ? '<' : '>';
    where.push(`(p.updated_at, p.id) ${side} ($${at}::timestamptz, $${id}::uuid)`);
  }
  const match = productMatch(ctx.store.id, text, params.length + 1);
  if (match) {
    where.push(`p.id in (${match.sql})`);
    params.push(...match.params);
  }
  const order = cursor?.direction === 'before' ? 'asc' : 'desc';
  const rows = await ctx.raw(
    `select p.id, p.title, p.vendor, p.image_id, p.status, p.updated_at, v.variants, v.price_from, v.price_to,
        coalesce(s.available, 0)::bigint as available
      from (
        select * from products p where ${where.join(' and ')}
        order by p.updated_at ${order}, p.id ${order} limit ${size + 1}) p
      left join lateral (
        select count(*)::int as variants, min(v.price_e4) as price_from, max(v.price_e4) as price_to
        from variants v where v.store_id = $1::uuid and v.product_id = p.id and v.status = 'active') v on true
      left join lateral (
        select sum(l.available) as available from variants v
        join stock_levels l on l.store_id = v.store_id and l.variant_id = v.id
        join warehouses w on w.store_id = l.store_id and w.id = l.warehouse_id and w.active
        where v.store_id = $1::uuid and v.product_id = p.id and v.status = 'active') s on true
      order by p.updated_at ${order}, p.id ${order}`,
    params,
  );
  return rows.map(listed);
}

const statusShape = z.enum(PRODUCT_STATUSES);

function listed(row: Row): ListedProduct {
  return {
    productId: idOf('prd', String(row.id)),
    title: String(row.title),
    vendor: String(row.vendor),
    imageId: row.image_id === null ? null : idOf('img', String(row.image_id)),
    status: statusShape.parse(row.status),
    variants: Number(row.variants),
    priceFromE4: row.price_from === null ? null : Number(row.price_from),
    priceToE4: row.price_to === null ? null : Number(row.price_to),
    available: Number(row.available),
    updatedAt: new Date(String(row.updated_at)),
  };
}

async function countViews(ctx: TxCtx): Promise<Record<ProductView, number>> {
  const rows = await ctx.raw(
    'select status, count(*)::int as n from products where store_id = $1::uuid group by status',
    [uuidOf(ctx.store.id)],
  );
  const by = new Map(rows.map((row) => [String(row.status), Number(row.n)]));
  const [draft, active, archived] = PRODUCT_STATUSES.map((status) => by.get(status) ?? 0);
  return {
    draft: draft ?? 0,
    active: active ?? 0,
    archived: archived ?? 0,
    all: (draft ?? 0) + (active ?? 0) + (archived ?? 0),
  };
}
