import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import { idOf, type ShipmentId, uuidOf } from '@/lib/core/ids';
import { rowsAs } from '@/lib/core/rows';
import { codeTokens } from '@/lib/core/search-tokens';
import type { ShipmentStatus } from '@/lib/shipping/shipment-state';
import { MOST_PASTED, readOrderName } from './read-pasted';

const cell = z.string().trim().max(80);
export const previewShippingInput = z.object({
  rows: z.array(z.object({ order: cell, trackingNumber: cell, carrier: cell })).max(MOST_PASTED),
  /** For rows that name none. */
  carrier: cell,
});
export type PreviewShippingInput = z.output<typeof previewShippingInput>;

/** What a line would do; all but `ready` do nothing. */
export type PastedState =
  | 'ready' | 'unknown' | 'notPacked' | 'shipped' | 'several' | 'held' | 'noTracking' | 'noCarrier' | 'duplicate' | 'twice'; // biome-ignore format: a list
export type PreviewedRow = {
  state: PastedState;
  shipmentId: ShipmentId | null;
  order: string;
  trackingNumber: string;
  carrier: string;
};
export type ShippingPreview = { rows: PreviewedRow[]; ready: number };

/** What shipping a pasted table would do, row by row. Three statements, however many rows. */
export async function previewShipping(ctx: AnyCtx, input: PreviewShippingInput): Promise<ShippingPreview> {
  allow(ctx, 'shipment.write');
  return read(ctx, async (ctx) => {
    const prefix = await readPrefix(ctx);
    const named = input.rows.map((row) => ({ ...row, name: readOrderName(row.order, prefix) }));
    const numbers = named.flatMap(({ name }) => (name ? [name.number] : []));
    const [parcels, used] = await Promise.all([
      readParcels(ctx, numbers),
      readUsed(
        ctx,
        input.rows.map((row) => row.trackingNumber),
      ),
    ]);
    const seen = { parcels: new Set<string>(), tracking: new Set<string>() };
    const rows = named.map(({ name, ...row }): PreviewedRow => {
      const carrier = row.carrier || input.carrier;
      const ofOrder = parcels.filter(
        ({ number, sequence }) =>
          number === name?.number &&
          (name.sequence === null || sequence === null || sequence === name.sequence),
      );
      const { state, parcel } = judge(ofOrder, { ...row, carrier }, used, seen);
      return {
        state,
        shipmentId: parcel?.id ? idOf('shp', parcel.id) : null,
        order: ofOrder[0] ? `${prefix}${ofOrder[0].number}` : row.order,
        trackingNumber: row.trackingNumber,
        carrier,
      };
    });
    return { rows, ready: rows.filter(({ state }) => state === 'ready').length };
  });
}

type Parcel = {
  number: number;
  held: boolean;
  id: string | null;
  sequence: number | null;
  status: ShipmentStatus | null;
};
type Seen = { parcels: Set<string>; tracking: Set<string> };

function judge(
  ofOrder: readonly Parcel[],
  row: { trackingNumber: string; carrier: string },
  used: ReadonlySet<string>,
  seen: Seen,
): { state: PastedState; parcel?: Parcel } {
  const [first] = ofOrder;
  if (!first) return { state: 'unknown' };
  const packed = ofOrder.filter(({ status }) => status === 'packed');
  const [parcel, other] = packed;
  if (!parcel?.id) {
    const left = ofOrder.some(({ status }) => status === 'shipped' || status === 'delivered');
    const open = ofOrder.some(({ status }) => status === 'picking');
    return { state: left && !open ? 'shipped' : 'notPacked' };
  }
  if (other) return { state: 'several' };
  if (first.held) return { state: 'held' };
  if (row.trackingNumber === '') return { state: 'noTracking' };
  if (row.carrier === '') return { state: 'noCarrier' };
  if (seen.parcels.has(parcel.id)) return { state: 'twice' };
  if (used.has(row.trackingNumber) || seen.tracking.has(row.trackingNumber)) return { state: 'duplicate' };
  seen.parcels.add(parcel.id);
  seen.tracking.add(row.trackingNumber);
  return { state: 'ready', parcel };
}

async function readPrefix(ctx: TxCtx): Promise<string> {
  const [row] = await ctx.raw('select number_prefix from store_settings where store_id = $1::uuid', [
    uuidOf(ctx.store.id),
  ]);
  return typeof row?.number_prefix === 'string' ? row.number_prefix : '';
}

const PARCELS = `select o.number, o.held_at is not null as held, s.id, s.sequence, s.status from orders o
  left join shipments s on s.store_id = o.store_id and s.order_id = o.id and s.status <> 'canceled'
  where o.store_id = $1::uuid and o.number = any($2::bigint[]) order by o.number, s.sequence`;

const readParcels = async (ctx: TxCtx, numbers: readonly number[]) =>
  rowsAs<Parcel>(await ctx.raw(PARCELS, [uuidOf(ctx.store.id), [...new Set(numbers)]]));

/** Which of these tracking numbers some parcel already carries: found by their fingerprints. */
async function readUsed(ctx: TxCtx, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  const said = [...new Set(numbers.filter(Boolean))];
  const rows = rowsAs<{ n: string }>(
    await ctx.raw(
      `select distinct s.tracking_number as n from order_search t
       join shipments s on s.store_id = t.store_id and s.order_id = t.order_id
       where t.store_id = $1::uuid and t.token = any($2::bigint[]) and s.status <> 'canceled' and s.tracking_number = any($3::text[])`,
      [uuidOf(ctx.store.id), codeTokens(ctx.store.id, ...said).map(String), said],
    ),
  );
  return new Set(rows.map(({ n }) => n));
}
