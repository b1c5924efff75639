import { allow, limitOf } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import { idOf, uuidOf, type VariantId, type WarehouseId } from '@/lib/core/ids';
import { rowsAs } from '@/lib/core/rows';
import { shareOfGoods } from './price-order';
import { type OrderQuote, quoteOrder } from './quote-order';
import type { DraftInput } from './save-draft';

export type FreeStock = { variantId: VariantId; warehouseId: WarehouseId; warehouse: string; free: number };
export type EditorQuote = OrderQuote & {
  free: FreeStock[];
  /** The most this person may discount, in percent of the goods, when the draft goes beyond it. */
  beyondDiscount: number | null;
};

/** What the editor shows beside what is typed: prices, totals, and where units stand free. One snapshot. */
export async function quoteForEditor(ctx: AnyCtx, input: DraftInput): Promise<EditorQuote> {
  allow(ctx, 'order.read');
  const ids = input.lines.flatMap((line) => (line.variantId ? [line.variantId] : []));
  return read(ctx, async (ctx) => {
    const [quote, free] = await Promise.all([quoteOrder(ctx, input), freeStock(ctx, ids)]);
    const limit = limitOf(ctx, 'discountPercent');
    const within = limit === null || quote.discountMinor <= shareOfGoods(quote.lines, limit);
    return { ...quote, free, beyondDiscount: within ? null : limit };
  });
}

const FREE = `select l.variant_id, l.warehouse_id, w.name, l.available from stock_levels l
  join warehouses w on w.store_id = l.store_id and w.id = l.warehouse_id and w.active
  where l.store_id = $1::uuid and l.variant_id = any($2::uuid[]) and l.available > 0
  order by w.priority, w.name`;

async function freeStock(ctx: TxCtx, ids: readonly VariantId[]): Promise<FreeStock[]> {
  const rows = rowsAs<{ variant_id: string; warehouse_id: string; name: string; available: number }>(
    await ctx.raw(FREE, [uuidOf(ctx.store.id), ids.map(uuidOf)]),
  );
  return rows.map((row) => ({
    variantId: idOf('var', row.variant_id),
    warehouseId: idOf('whs', row.warehouse_id),
    warehouse: row.name,
    free: row.available,
  }));
}
