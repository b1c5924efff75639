import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { idOf, uuidOf, type VariantId, type WarehouseId } from '@/lib/core/ids';

export type StockLevel = {
  warehouseId: WarehouseId;
  warehouse: string;
  active: boolean;
  available: number;
  allocated: number;
  damaged: number;
  quarantine: number;
  inTransit: number;
  onHand: number;
  safetyStock: number;
  bin: string;
};
export type VariantStock = {
  levels: StockLevel[];
  total: Omit<StockLevel, 'warehouseId' | 'warehouse' | 'active' | 'bin'>;
  backorderCap: number;
  backordered: number;
};

/** What there is of one variant at every warehouse; closed ones are shown while something stands there. */
export async function variantStock(ctx: AnyCtx, variantId: VariantId): Promise<VariantStock> {
  allow(ctx, 'stock.read');
  return read(ctx, async (ctx) => {
    const params = [uuidOf(ctx.store.id), uuidOf(variantId)];
    const [rows, caps] = await Promise.all([
      ctx.raw(
        `select w.id, w.name, w.active, coalesce(l.available, 0) as available, coalesce(l.allocated, 0) as allocated,
           coalesce(l.damaged, 0) as damaged, coalesce(l.quarantine, 0) as quarantine,
           coalesce(l.in_transit, 0) as in_transit, coalesce(l.on_hand, 0) as on_hand,
           coalesce(l.safety_stock, 0) as safety_stock, coalesce(l.bin, '') as bin
         from warehouses w
         left join stock_levels l on l.store_id = w.store_id and l.warehouse_id = w.id and l.variant_id = $2::uuid
         where w.store_id = $1::uuid and (w.active or l.on_hand > 0 or l.in_transit > 0)
         order by w.priority, w.id`,
        params,
      ),
      ctx.raw(
        'select cap, backordered from backorders where store_id = $1::uuid and variant_id = $2::uuid',
        params,
      ),
    ]);
    const levels = rows.map((row) => ({
      warehouseId: idOf('whs', String(row.id)),
      warehouse: String(row.name),
      active: row.active === true,
      available: Number(row.available),
      allocated: Number(row.allocated),
      damaged: Number(row.damaged),
      quarantine: Number(row.quarantine),
      inTransit: Number(row.in_transit),
      onHand: Number(row.on_hand),
      safetyStock: Number(row.safety_stock),
      bin: String(row.bin),
    }));
    const total = (field: keyof VariantStock['total']) =>
      levels.reduce((units, level) => units + level[field], 0);
    return {
      levels,
      total: {
        available: total('available'),
        allocated: total('allocated'),
        damaged: total('damaged'),
        quarantine: total('quarantine'),
        inTransit: total('inTransit'),
        onHand: total('onHand'),
        safetyStock: total('safetyStock'),
      },
      backorderCap: Number(caps[0]?.cap ?? 0),
      backordered: Number(caps[0]?.backordered ?? 0),
    };
  });
}
