import type { TxCtx } from '@/lib/core/ctx';
import { idOf, type OrderId, uuidOf } from '@/lib/core/ids';
import { rowsAs } from '@/lib/core/rows';
import type { LineUnits } from './derive-status';
import type { DetailLine } from './order-detail';

export const LINES_PER_PAGE = 200;

type Row = LineUnits & {
  id: string;
  position: number;
  variant_id: string | null;
  product_id: string | null;
  image_id: string | null;
  sku: string;
  title: string;
  variant_title: string;
  price: number;
  goods: number;
  discount: number;
  rate: number;
  total: number;
  open: number;
  at: { id: string; name: string; n: number }[] | null;
};

const LINES = `select l.id, l.position, l.variant_id, v.product_id, coalesce(v.image_id, p.image_id) as image_id, l.sku, l.title,
    l.variant_title, l.unit_price_e4 as price, l.goods_minor as goods, l.discount_minor as discount, l.tax_rate_ppm as rate,
    l.total_minor as total, l.quantity, l.open, l.allocated, l.backordered, l.picked, l.packed, l.shipped, l.canceled,
    l.delivered, l.return_requested as "returnRequested", l.returned,
    (select json_agg(json_build_object('id', a.warehouse_id, 'name', w.name, 'n', a.quantity) order by w.priority, w.name)
      from order_allocations a join warehouses w on w.store_id = a.store_id and w.id = a.warehouse_id
      where a.store_id = l.store_id and a.line_id = l.id and a.quantity > 0) as at
  from order_lines l
  left join variants v on v.store_id = l.store_id and v.id = l.variant_id
  left join products p on p.store_id = l.store_id and p.id = v.product_id
  where l.store_id = $1::uuid and l.order_id = $2::uuid and l.position > $3::int
  order by l.position limit ${LINES_PER_PAGE + 1}`;

/** One page of an order's lines with their picture and where their promised units stand. */
export async function readLines(
  ctx: TxCtx,
  orderId: OrderId,
  after: number,
): Promise<{ lines: DetailLine[]; nextLinesAfter: number | null }> {
  const rows = rowsAs<Row>(await ctx.raw(LINES, [uuidOf(ctx.store.id), uuidOf(orderId), after]));
  const lines = rows.slice(0, LINES_PER_PAGE).map(detailLine);
  const more = rows.length > LINES_PER_PAGE;
  return { lines, nextLinesAfter: more ? (lines.at(-1)?.position ?? null) : null };
}

function detailLine(row: Row): DetailLine {
  const {
    id,
    variant_id,
    product_id,
    image_id,
    variant_title,
    price,
    goods,
    discount,
    rate,
    total,
    at,
    ...rest
  } = row;
  return {
    ...rest,
    id: idOf('oln', id),
    variantId: variant_id ? idOf('var', variant_id) : null,
    productId: product_id ? idOf('prd', product_id) : null,
    imageId: image_id ? idOf('img', image_id) : null,
    variantTitle: variant_title,
    unitPriceE4: price,
    goodsMinor: goods,
    discountMinor: discount,
    taxRatePpm: rate,
    totalMinor: total,
    allocatedAt: (at ?? []).map((a) => ({
      warehouseId: idOf('whs', a.id),
      warehouse: a.name,
      quantity: a.n,
    })),
  };
}
