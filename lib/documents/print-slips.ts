import { and, asc, eq, inArray } from 'drizzle-orm';
import { orderLines, orders } from '@/db/schema/orders';
import { shipmentLines, shipments } from '@/db/schema/shipping';
import { storeSettings, stores } from '@/db/schema/stores';
import { allow, may } from '@/lib/access/allow';
import type { Address } from '@/lib/core/address';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import { invariant, notFound } from '@/lib/core/errors';
import type { ShipmentId } from '@/lib/core/ids';
import { shownAddress } from '@/lib/orders/shown-address';
import { moment } from './moment';
import { packingSlipPaper, type Slip } from './packing-slip';
import type { DrawPaper, PaperSize } from './paper';
import type { PaperWords } from './pick-list';

export const MOST_SLIPS = 50;

export type SlipsInput = {
  parcels: readonly ShipmentId[];
  size: PaperSize;
  locale: string;
  say: PaperWords;
  /** How the country writes an address. */
  labelOf: (address: Address, locale: string) => string[];
};

/** The paper that goes into each parcel. Whoever may not see where people live prints it masked. */
export async function printSlips(ctx: AnyCtx, input: SlipsInput, draw: DrawPaper): Promise<Uint8Array> {
  allow(ctx, 'order.read');
  const { size, locale, say } = input;
  const slips = await read(ctx, (ctx) => readSlips(ctx, input));
  if (slips.length === 0) throw notFound('order-errors.shipmentNotFound');
  return draw(packingSlipPaper(slips, { size, language: locale, say }));
}

/** Three statements, however many parcels. */
async function readSlips(ctx: TxCtx, { parcels, locale, labelOf }: SlipsInput): Promise<Slip[]> {
  const ids = parcels.slice(0, MOST_SLIPS);
  const [[store], heads, lines] = await Promise.all([
    ctx.db
      .select(STORE)
      .from(stores)
      .innerJoin(storeSettings, eq(storeSettings.storeId, stores.id))
      .where(eq(stores.id, ctx.store.id)),
    ctx.db
      .select(HEAD)
      .from(shipments)
      .innerJoin(orders, and(eq(orders.storeId, shipments.storeId), eq(orders.id, shipments.orderId)))
      .where(and(eq(shipments.storeId, ctx.store.id), inArray(shipments.id, ids))),
    ctx.db
      .select(LINE)
      .from(shipmentLines)
      .innerJoin(
        orderLines,
        and(eq(orderLines.storeId, shipmentLines.storeId), eq(orderLines.id, shipmentLines.lineId)),
      )
      .where(and(eq(shipmentLines.storeId, ctx.store.id), inArray(shipmentLines.shipmentId, ids)))
      .orderBy(asc(orderLines.position)),
  ]);
  invariant(store, 'the settings of a store');
  const place = [store.postcode, store.city].filter(Boolean).join(' ');
  const sender = [store.legalName, [store.street, place].filter(Boolean).join(', ')].filter(Boolean);
  return ids.flatMap((id) => {
    const head = heads.find((known) => known.id === id);
    if (!head) return [];
    const number = `${store.numberPrefix}${head.number ?? ''}`;
    return [
      {
        store: { name: store.name, color: store.color, lines: sender, contact: store.email ?? '' },
        order: number,
        code: String(head.number ?? ''),
        placedOn: head.placedAt ? moment(head.placedAt, ctx.store.timeZone, locale, 'day') : '',
        sequence: head.sequence,
        method: head.method,
        shipTo: shipTo(ctx, head, (address) => labelOf(address, locale)),
        lines: lines.filter((line) => line.shipmentId === id),
      },
    ];
  });
}

function shipTo(
  ctx: TxCtx,
  head: { shipTo: string | null; customerName: string | null },
  labelOf: (address: Address) => string[],
): string[] {
  const shown = shownAddress(head.shipTo, may(ctx, 'customer.contact'));
  return shown ? labelOf(shown.address) : [head.customerName ?? ''];
}

const STORE = {
  name: stores.name,
  color: stores.brandColor,
  legalName: storeSettings.legalName,
  email: storeSettings.contactEmail,
  street: storeSettings.street,
  city: storeSettings.city,
  postcode: storeSettings.postcode,
  numberPrefix: storeSettings.numberPrefix,
};

const HEAD = {
  id: shipments.id,
  sequence: shipments.sequence,
  number: orders.number,
  placedAt: orders.placedAt,
  method: orders.shippingMethodName,
  customerName: orders.customerName,
  shipTo: orders.shipTo,
};

const LINE = {
  shipmentId: shipmentLines.shipmentId,
  quantity: shipmentLines.quantity,
  title: orderLines.title,
  variantTitle: orderLines.variantTitle,
  sku: orderLines.sku,
};
