import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { shipments } from '@/db/schema/shipping';
import type { TxCtx } from '@/lib/core/ctx';
import { eventsOf } from '@/test/events-of';
import { spyOn } from '@/test/order-rows';
import { orderUpTo } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { previewShipping } from './preview-shipping';
import { shipMany } from './ship-many';

const statuses = async (ctx: TxCtx) =>
  (await ctx.db.select().from(shipments).where(eq(shipments.storeId, ctx.store.id)))
    .map(({ id, status, trackingNumber }) => [id, status, trackingNumber])
    .sort();

describe('a pasted table', () => {
  test('is told row by row what it would do, without doing it', async ({ ctx }) => {
    const packed = await orderUpTo(ctx, 'packed');
    await orderUpTo(ctx, 'picked');
    await orderUpTo(ctx, 'paid');
    await orderUpTo(ctx, 'shipped');
    await orderUpTo(ctx, 'packed');
    const before = await statuses(ctx);
    const row = (order: string, trackingNumber = `T-${order}`, carrier = '') => ({
      order,
      trackingNumber,
      carrier,
    });
    const rows = [
      row('1001', 'NEW1'), row('#1001', 'NEW2'), row('1002'), row('1003'), row('1004'), row('1005', 'RB123456785GB'),
      row('1005', ''), row('1005', 'NEW1'), row('9999'), row('nonsense'),
    ]; // biome-ignore format: a table
    const spied = spyOn(ctx);
    const preview = await previewShipping(spied.ctx, { rows, carrier: 'DHL' });
    expect(preview.rows.map(({ state }) => state)).toEqual([
      'ready', 'twice', 'notPacked', 'notPacked', 'shipped', 'duplicate', 'noTracking', 'duplicate', 'unknown', 'unknown',
    ]); // biome-ignore format: a table
    expect(preview.ready).toBe(1);
    expect(preview.rows[0]).toEqual({
      state: 'ready',
      shipmentId: packed.shipmentId,
      order: '#1001',
      trackingNumber: 'NEW1',
      carrier: 'DHL',
    });
    expect(spied.statements).toHaveLength(3);
    const without = await previewShipping(ctx, { rows: [row('1001')], carrier: '' });
    expect(without.rows[0]?.state).toBe('noCarrier');
    expect(await statuses(ctx)).toEqual(before);
  });

  test('ships what is ready with a result a row; again ships nothing twice', async ({ ctx }) => {
    const packed = await orderUpTo(ctx, 'packed');
    const picked = await orderUpTo(ctx, 'picked');
    const parcels = [packed, picked].map(({ shipmentId }, n) => ({
      shipmentId,
      carrier: 'DHL',
      trackingNumber: `JD${n}`,
    }));
    const first = await shipMany(ctx, { parcels });
    expect(first).toMatchObject({ shipped: 1, failed: 1 });
    expect(first.results.map(({ status, reason }) => [status, reason])).toEqual([
      ['shipped', null],
      ['failed', 'order-errors.shipmentStands'],
    ]);
    const after = await statuses(ctx);
    const events = await eventsOf(ctx, packed.orderId);
    expect(events.at(-1)).toMatchObject(['shipment.shipped', { carrier: 'DHL', tracking: 'JD0', units: 2 }]);
    expect((await shipMany(ctx, { parcels })).results.map(({ status }) => status)).toEqual([
      'repeated',
      'failed',
    ]);
    const other = parcels.map((parcel) => ({ ...parcel, trackingNumber: 'OTHER' }));
    expect((await shipMany(ctx, { parcels: other })).results.map(({ status }) => status)).toEqual([
      'failed',
      'failed',
    ]);
    expect(await statuses(ctx)).toEqual(after);
    expect(await eventsOf(ctx, packed.orderId)).toEqual(events);
  });

  test('forbidden leaves everything untouched; a stranger’s parcel is not found', async ({
    ctx,
    as,
    inOtherStore,
  }) => {
    const { shipmentId } = await orderUpTo(ctx, 'packed');
    const parcels = [{ shipmentId, carrier: 'DHL', trackingNumber: 'JD1' }];
    const before = await statuses(ctx);
    for (const role of ['support', 'stock', 'finance', 'analyst'] as const) {
      await expect(shipMany(as(role), { parcels })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(previewShipping(as(role), { rows: [], carrier: '' })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    await inOtherStore(async (other) => {
      expect((await shipMany(other, { parcels })).results).toMatchObject([{ status: 'failed' }]);
      const rows = [{ order: '1001', trackingNumber: 'X', carrier: 'DHL' }];
      expect((await previewShipping(other, { rows, carrier: '' })).rows[0]?.state).toBe('unknown');
    });
    expect(await statuses(ctx)).toEqual(before);
  });
});
