import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { orderLines } from '@/db/schema/orders';
import { shipments } from '@/db/schema/shipping';
import type { TxCtx } from '@/lib/core/ctx';
import { newId } from '@/lib/core/ids';
import { eventsOf } from '@/test/events-of';
import { orderUpTo, type Walked } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { getParcel } from './get-parcel';
import { packChecked } from './pack-checked';
import { pickShort } from './pick-short';

const state = async (ctx: TxCtx, { orderId, lineId }: Walked) => {
  const [line] = await ctx.db.select().from(orderLines).where(eq(orderLines.id, lineId));
  const parcels = await ctx.db.select().from(shipments).where(eq(shipments.orderId, orderId));
  return {
    allocated: line?.allocated,
    picked: line?.picked,
    packed: line?.packed,
    parcels: parcels.sort((a, b) => a.sequence - b.sequence).map(({ status }) => status),
    events: (await eventsOf(ctx, orderId)).length,
  };
};

describe('packing with a scan check', () => {
  test('closes the box when all was scanned, once', async ({ ctx }) => {
    const walked = await orderUpTo(ctx, 'picked');
    const { shipmentId, lineId } = walked;
    const input = { shipmentId, counted: [{ lineId, quantity: 2 }], override: null };
    expect(await packChecked(ctx, input)).toEqual({ repeated: false });
    const after = await state(ctx, walked);
    expect(after).toMatchObject({ packed: 2, parcels: ['packed'] });
    expect(await packChecked(ctx, input)).toEqual({ repeated: true });
    expect(await state(ctx, walked)).toEqual(after);
    expect((await eventsOf(ctx, walked.orderId)).at(-1)?.[0]).toBe('shipment.packed');
  });

  test('wants a reason for what was not scanned, and records it', async ({ ctx }) => {
    const walked = await orderUpTo(ctx, 'picked');
    const { shipmentId, lineId } = walked;
    const one = { shipmentId, counted: [{ lineId, quantity: 1 }], override: null };
    await expect(packChecked(ctx, one)).rejects.toMatchObject({
      key: 'fulfilment.errors.unscanned',
      details: { params: { count: 1 } },
    });
    await packChecked(ctx, { ...one, override: 'label_unreadable' });
    expect((await eventsOf(ctx, walked.orderId)).at(-1)).toEqual([
      'shipment.check_overridden',
      { shipmentId, sequence: 1, units: 1, reason: 'label_unreadable' },
    ]);
  });

  test('refuses more than belongs into the box, and what does not', async ({ ctx }) => {
    const walked = await orderUpTo(ctx, 'picked');
    const { shipmentId, lineId } = walked;
    const before = await state(ctx, walked);
    for (const counted of [[{ lineId, quantity: 3 }], [{ lineId: newId('oln'), quantity: 1 }]]) {
      await expect(packChecked(ctx, { shipmentId, counted, override: 'no_label' })).rejects.toMatchObject({
        key: 'fulfilment.errors.surplus',
      });
    }
    expect(await state(ctx, walked)).toEqual(before);
  });

  test('shows what a scanner will say', async ({ ctx }) => {
    const { shipmentId, sku } = await orderUpTo(ctx, 'picked');
    expect(await getParcel(ctx, shipmentId)).toMatchObject({
      name: '#1001',
      units: 2,
      held: false,
      lines: [{ sku, quantity: 2 }],
    });
  });
});

describe('a short pick', () => {
  test('goes on with what is there; the rest is promised again', async ({ ctx }) => {
    const walked = await orderUpTo(ctx, 'picked');
    const { shipmentId, lineId } = walked;
    const restId = newId('shp');
    const input = { shipmentId, restId, found: [{ lineId, quantity: 1 }] };
    expect(await pickShort(ctx, input)).toEqual({ repeated: false, restId });
    const after = await state(ctx, walked);
    expect(after).toMatchObject({ allocated: 1, picked: 1, parcels: ['canceled', 'picking'] });
    expect((await eventsOf(ctx, walked.orderId)).at(-1)).toEqual([
      'shipment.picked_short',
      { shipmentId, sequence: 1, lines: [{ lineId, quantity: 1 }] },
    ]);
    expect(await pickShort(ctx, input)).toEqual({ repeated: true, restId });
    expect(await state(ctx, walked)).toEqual(after);
  });

  test('with nothing there leaves no parcel; with everything there it is refused', async ({ ctx }) => {
    const walked = await orderUpTo(ctx, 'picked');
    const { shipmentId, lineId } = walked;
    const found = (quantity: number) =>
      pickShort(ctx, { shipmentId, restId: newId('shp'), found: [{ lineId, quantity }] });
    await expect(found(2)).rejects.toMatchObject({ key: 'fulfilment.errors.nothingShort' });
    await expect(found(3)).rejects.toMatchObject({ key: 'fulfilment.errors.surplus' });
    expect(await found(0)).toEqual({ repeated: false, restId: null });
    expect(await state(ctx, walked)).toMatchObject({ allocated: 2, picked: 0, parcels: ['canceled'] });
  });
});

test('forbidden leaves everything untouched; a stranger’s parcel is not found', async ({
  ctx,
  as,
  inOtherStore,
}) => {
  const walked = await orderUpTo(ctx, 'picked');
  const { shipmentId, lineId } = walked;
  const before = await state(ctx, walked);
  const pack = { shipmentId, counted: [{ lineId, quantity: 2 }], override: null };
  const short = { shipmentId, restId: newId('shp'), found: [{ lineId, quantity: 1 }] };
  for (const role of ['support', 'stock', 'finance', 'analyst'] as const) {
    await expect(packChecked(as(role), pack)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(pickShort(as(role), short)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
  await inOtherStore(async (other) => {
    await expect(packChecked(other, pack)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(pickShort(other, short)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(getParcel(other, shipmentId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
  expect(await state(ctx, walked)).toEqual(before);
});
