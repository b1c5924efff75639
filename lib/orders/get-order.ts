import { eq } from 'drizzle-orm';
import { storeSettings } from '@/db/schema/stores';
import { allow, may } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import type { OrderDetail, OrderHead } from './order-detail';
import { OPEN_VIEW, type OrderListQuery } from './order-views';
import { readBuyer } from './read-buyer';
import { readHold } from './read-hold';
import { readNeighbours } from './read-neighbours';
import { type HeadRow, readHead, readTotals } from './read-order-head';
import { readLines } from './read-order-lines';
import { readMoney } from './read-order-money';
import { readParcels, readWarehouses } from './read-order-parcels';
import { shownAddress } from './shown-address';

/**
 * Everything the order's page shows, but its timeline, in one snapshot and a fixed number of statements.
 * `key` is the id or the human number; `within` the list it was opened from. Contact comes masked.
 */
export async function getOrder(
  ctx: AnyCtx,
  input: { key: string; within?: OrderListQuery; linesAfter?: number },
): Promise<OrderDetail> {
  allow(ctx, 'order.read');
  return read(ctx, async (ctx) => {
    const head = await readHead(ctx, input.key);
    const [totals, lines, parcels, money, buyer, warehouses, settings, neighbours, hold] = await Promise.all([
      readTotals(ctx, head.id),
      readLines(ctx, head.id, input.linesAfter ?? 0),
      readParcels(ctx, head.id),
      readMoney(ctx, head.id),
      readBuyer(ctx, head),
      readWarehouses(ctx),
      readSettings(ctx),
      readNeighbours(ctx, head, input.within ?? OPEN_VIEW),
      head.heldAt ? readHold(ctx, head.id) : null,
    ]);
    const full = may(ctx, 'customer.contact');
    return {
      order: withoutContact(head),
      hold,
      totals,
      ...lines,
      parcels,
      ...money,
      buyer,
      shipTo: shownAddress(head.shipTo, full),
      billTo: shownAddress(head.billTo, full),
      warehouses,
      settings,
      neighbours,
    };
  });
}

function withoutContact({ email: _, phone: __, shipTo: ___, billTo: ____, ...order }: HeadRow): OrderHead {
  return order;
}

async function readSettings(ctx: TxCtx): Promise<OrderDetail['settings']> {
  const [row] = await ctx.db
    .select({
      numberPrefix: storeSettings.numberPrefix,
      completionDays: storeSettings.completionDays,
      confirmation: storeSettings.confirmation,
    })
    .from(storeSettings)
    .where(eq(storeSettings.storeId, ctx.store.id));
  return row ?? { numberPrefix: '#', completionDays: 7, confirmation: 'automatic' };
}
