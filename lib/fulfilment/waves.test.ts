import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { pickWaveOrders, pickWaves, pickWaveTicks } from '@/db/schema/fulfilment';
import { orderLines } from '@/db/schema/orders';
import { shipments } from '@/db/schema/shipping';
import type { TxCtx } from '@/lib/core/ctx';
import { newId, type WaveId } from '@/lib/core/ids';
import { manualPayments } from '@/lib/integrations/payments/manual';
import { placeOrder } from '@/lib/orders/place-order';
import { recordPayment } from '@/lib/orders/record-payment';
import { undoPick } from '@/lib/shipping/pack-shipment';
import { pickUnits } from '@/lib/shipping/pick-units';
import { eventsOf } from '@/test/events-of';
import { orderUpTo, requestFor, type Shelf, shelf } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { createWave } from './create-wave';
import { cancelWave, closeWave } from './end-wave';
import { getWave } from './get-wave';
import { listWaves } from './list-waves';
import { pickWave } from './pick-wave';
import { tickWave } from './tick-wave';

/** Paid orders of one shelf, each of some units. */
async function paidOrders(ctx: TxCtx, place: Shelf, quantities: readonly number[]) {
  const orders = [];
  for (const quantity of quantities) {
    const lineId = newId('oln');
    const request = requestFor(place.sku, quantity, { lines: [{ id: lineId, sku: place.sku, quantity }] });
    const { id: orderId, totalMinor } = await placeOrder(ctx, request, 'api');
    const paymentId = newId('pay');
    await recordPayment(
      ctx,
      { orderId, paymentId, amountMinor: totalMinor, method: 'bank_transfer', reference: 'T' },
      manualPayments,
    );
    orders.push({ orderId, lineId });
  }
  return orders;
}

async function openWave(ctx: TxCtx, quantities: readonly number[] = [2, 3]) {
  const place = await shelf(ctx, 20);
  const orders = await paidOrders(ctx, place, quantities);
  const waveId = newId('wav');
  const input = { waveId, warehouseId: place.warehouseId, orders: orders.map(({ orderId }) => orderId) };
  const made = await createWave(ctx, input);
  return { place, orders, waveId, input, made };
}

const everything = async (ctx: TxCtx, waveId: WaveId) => ({
  wave: await ctx.db.select().from(pickWaves).where(eq(pickWaves.id, waveId)),
  members: await ctx.db.select().from(pickWaveOrders).where(eq(pickWaveOrders.waveId, waveId)),
  ticks: await ctx.db.select().from(pickWaveTicks).where(eq(pickWaveTicks.waveId, waveId)),
  parcels: await ctx.db.select().from(shipments).where(eq(shipments.storeId, ctx.store.id)),
});

const lineOf = async (ctx: TxCtx, lineId: string) => {
  const lines = await ctx.db.select().from(orderLines).where(eq(orderLines.storeId, ctx.store.id));
  const line = lines.find(({ id }) => id === lineId);
  if (!line) throw new Error('no line');
  return { allocated: line.allocated, picked: line.picked };
};

describe('a wave', () => {
  test('is opened once by its id, with its event, and numbered', async ({ ctx }) => {
    const { input, made, place, waveId } = await openWave(ctx);
    expect(made).toEqual({ repeated: false, number: 1, orders: 2, leftOut: 0 });
    expect(await createWave(ctx, input)).toEqual({ repeated: true, number: 1, orders: 2, leftOut: 0 });
    const elsewhere = { ...input, warehouseId: newId('whs') };
    await expect(createWave(ctx, elsewhere)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await eventsOf(ctx, waveId)).toEqual([
      ['wave.created', { number: 1, warehouseId: place.warehouseId, orders: 2 }],
    ]);
  });

  test('leaves out what another open wave holds, and takes it once that one ended', async ({ ctx }) => {
    const { input, waveId } = await openWave(ctx);
    const second = { ...input, waveId: newId('wav') };
    await expect(createWave(ctx, second)).rejects.toMatchObject({ key: 'fulfilment.errors.nothingForWave' });
    expect(await ctx.db.select().from(pickWaves).where(eq(pickWaves.id, second.waveId))).toEqual([]);
    await cancelWave(ctx, { waveId });
    expect(await createWave(ctx, second)).toMatchObject({ orders: 2, number: 2 });
  });

  test('takes what is due by a moment, and nothing later', async ({ ctx }) => {
    const place = await shelf(ctx, 20);
    await paidOrders(ctx, place, [1, 1]);
    const by = (dueBy: Date) =>
      createWave(ctx, { waveId: newId('wav'), warehouseId: place.warehouseId, orders: { dueBy } });
    await expect(by(ctx.now)).rejects.toMatchObject({ key: 'fulfilment.errors.nothingForWave' });
    expect(await by(new Date(ctx.now.getTime() + 7 * 86_400_000))).toMatchObject({ orders: 2 });
  });

  test('leaves out an order that is not confirmed, and one whose units stand elsewhere', async ({ ctx }) => {
    const pending = await orderUpTo(ctx, 'placed');
    const elsewhere = await orderUpTo(ctx, 'paid');
    const place = await shelf(ctx, 5);
    const [mine] = await paidOrders(ctx, place, [1]);
    if (!mine) throw new Error('no order');
    const orders = [pending.orderId, elsewhere.orderId, mine.orderId];
    const made = await createWave(ctx, { waveId: newId('wav'), warehouseId: place.warehouseId, orders });
    expect(made).toMatchObject({ orders: 1, leftOut: 2 });
  });
});

describe('picking a wave', () => {
  test('picks every order into its own parcel and closes; again does nothing', async ({ ctx }) => {
    const { waveId, orders } = await openWave(ctx);
    const picked = await pickWave(ctx, { waveId });
    expect(picked.closed).toBe(true);
    expect(picked.results.map(({ status, units }) => [status, units])).toEqual([
      ['picked', 2],
      ['picked', 3],
    ]);
    const after = await everything(ctx, waveId);
    expect(after.parcels.map(({ status }) => status)).toEqual(['picking', 'picking']);
    expect(await pickWave(ctx, { waveId })).toMatchObject({ results: [], closed: true, picked: 0 });
    expect(await everything(ctx, waveId)).toEqual(after);
    expect((await eventsOf(ctx, waveId)).map(([type]) => type)).toEqual([
      'wave.created',
      'wave.picked',
      'wave.closed',
    ]);
    for (const { orderId } of orders) {
      expect((await eventsOf(ctx, orderId)).map(([type]) => type)).toContain('shipment.picked');
    }
  });

  test('serves the first orders when fewer were found; the rest stays promised', async ({ ctx }) => {
    const { waveId, orders, place } = await openWave(ctx, [2, 3, 1]);
    await tickWave(ctx, { waveId, sku: place.sku, found: 4 });
    const { results, closed } = await pickWave(ctx, { waveId });
    expect(closed).toBe(false);
    expect(results).toMatchObject([
      { status: 'picked', units: 2, short: 0 },
      { status: 'picked', units: 2, short: 1 },
      { status: 'skipped', units: 0, short: 1, reason: 'fulfilment.errors.notFound' },
    ]);
    expect(await lineOf(ctx, orders[1]?.lineId ?? '')).toEqual({ allocated: 1, picked: 2 });
    expect(await lineOf(ctx, orders[2]?.lineId ?? '')).toEqual({ allocated: 1, picked: 0 });
  });

  test('skips an order somebody picked meanwhile, and says why', async ({ ctx }) => {
    const { waveId, orders, place } = await openWave(ctx);
    const orderId = orders[0]?.orderId ?? 'ord_';
    const shipmentId = newId('shp');
    await pickUnits(ctx, { orderId, shipmentId, warehouseId: place.warehouseId, lines: 'all' });
    const { results, closed } = await pickWave(ctx, { waveId });
    expect(results).toMatchObject([
      { orderId, status: 'skipped', reason: 'order-errors.nothingToPick' },
      { status: 'picked' },
    ]);
    expect(closed).toBe(false);
    await undoPick(ctx, { shipmentId });
    const again = await pickWave(ctx, { waveId });
    expect(again).toMatchObject({ closed: true, results: [{ orderId, status: 'picked', units: 2 }] });
  });
});

test('closing and cancelling twice is once; one after the other is refused', async ({ ctx }) => {
  const { waveId } = await openWave(ctx);
  expect(await closeWave(ctx, { waveId })).toEqual({ repeated: false });
  expect(await closeWave(ctx, { waveId })).toEqual({ repeated: true });
  await expect(cancelWave(ctx, { waveId })).rejects.toMatchObject({ key: 'fulfilment.errors.waveStands' });
  await expect(tickWave(ctx, { waveId, sku: 'X', found: 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
  expect((await eventsOf(ctx, waveId)).map(([type]) => type)).toEqual(['wave.created', 'wave.closed']);
});

test('forbidden leaves everything untouched; a stranger’s wave is not found', async ({
  ctx,
  as,
  inOtherStore,
}) => {
  const { waveId, input, place } = await openWave(ctx);
  const before = await everything(ctx, waveId);
  function* verbs(ctx: TxCtx) {
    yield () => createWave(ctx, { ...input, waveId: newId('wav') });
    yield () => tickWave(ctx, { waveId, sku: place.sku, found: 1 });
    yield () => pickWave(ctx, { waveId });
    yield () => closeWave(ctx, { waveId });
    yield () => cancelWave(ctx, { waveId });
  }
  for (const role of ['support', 'stock', 'finance', 'analyst'] as const) {
    for (const act of verbs(as(role))) await expect(act()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
  await inOtherStore(async (other) => {
    for (const act of verbs(other)) await expect(act()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(getWave(other, waveId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await listWaves(other, {})).rows).toEqual([]);
  });
  expect(await everything(ctx, waveId)).toEqual(before);
});

describe('what the round shows', () => {
  test('lines by bin and SKU with who gets how many, before and after picking', async ({ ctx }) => {
    const { waveId, place } = await openWave(ctx);
    const before = await getWave(ctx, waveId);
    expect(before).toMatchObject({ status: 'open', number: 1, units: 5 });
    expect(before.lines).toMatchObject([
      {
        sku: place.sku,
        quantity: 5,
        found: null,
        orders: [
          { position: 1, quantity: 2 },
          { position: 2, quantity: 3 },
        ],
      },
    ]);
    await tickWave(ctx, { waveId, sku: place.sku, found: 5 });
    expect((await getWave(ctx, waveId)).lines[0]?.found).toBe(5);
    await tickWave(ctx, { waveId, sku: place.sku, found: null });
    expect((await getWave(ctx, waveId)).lines[0]?.found).toBe(null);
    await pickWave(ctx, { waveId });
    const after = await getWave(ctx, waveId);
    expect(after).toMatchObject({ status: 'closed', units: 5 });
    expect(after.lines).toMatchObject([{ quantity: 5 }]);
    expect(after.members.every(({ status }) => status === 'picked')).toBe(true);
  });

  test('waves are listed newest first with how far they are', async ({ ctx }) => {
    const { waveId } = await openWave(ctx);
    const { rows } = await listWaves(ctx, {});
    expect(rows).toMatchObject([{ waveId, number: 1, orders: 2, picked: 0, status: 'open' }]);
  });
});
