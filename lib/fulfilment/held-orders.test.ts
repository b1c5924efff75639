import { expect } from 'vitest';
import type { TxCtx } from '@/lib/core/ctx';
import { newId, type OrderId } from '@/lib/core/ids';
import { holdOrder } from '@/lib/orders/hold-order';
import { orderUpTo } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { createWave } from './create-wave';
import { getParcel } from './get-parcel';
import { listWaiting } from './list-waiting';
import { packChecked } from './pack-checked';
import { pickWave } from './pick-wave';
import { previewShipping } from './preview-shipping';
import { shipMany } from './ship-many';

const hold = (ctx: TxCtx, orderId: OrderId) =>
  holdOrder(ctx, { orderId, holdId: newId('hld'), reason: 'address_check', note: '' });

test('a held order is not listed to pick, taken into a wave, or counted as due', async ({ ctx, at }) => {
  const { orderId, warehouseId } = await orderUpTo(ctx, 'paid');
  await hold(ctx, orderId);
  const later = at(new Date('2026-03-06T18:00:00Z'));
  const { rows, desk } = await listWaiting(later, { queue: 'pick' });
  expect(rows).toEqual([]);
  expect(desk.cutOff).toMatchObject({ due: 0, late: 0 });
  const wave = { waveId: newId('wav'), warehouseId, orders: [orderId] };
  await expect(createWave(ctx, wave)).rejects.toMatchObject({ key: 'fulfilment.errors.nothingForWave' });
});

test('one held while its wave is under way is skipped with the reason', async ({ ctx }) => {
  const { orderId, warehouseId } = await orderUpTo(ctx, 'paid');
  const waveId = newId('wav');
  await createWave(ctx, { waveId, warehouseId, orders: [orderId] });
  await hold(ctx, orderId);
  expect(await pickWave(ctx, { waveId })).toMatchObject({
    results: [{ orderId, status: 'skipped', reason: 'order-errors.blocks.held' }],
    skipped: 1,
    closed: false,
  });
});

test('a held parcel is marked and goes no further', async ({ ctx }) => {
  const picked = await orderUpTo(ctx, 'picked');
  const packed = await orderUpTo(ctx, 'packed');
  await hold(ctx, picked.orderId);
  await hold(ctx, packed.orderId);
  expect((await listWaiting(ctx, { queue: 'pack' })).rows).toMatchObject([{ held: true }]);
  expect(await getParcel(ctx, picked.shipmentId)).toMatchObject({ held: true });
  const counted = [{ lineId: picked.lineId, quantity: 2 }];
  await expect(
    packChecked(ctx, { shipmentId: picked.shipmentId, counted, override: null }),
  ).rejects.toMatchObject({ key: 'order-errors.blocks.held' });
  const rows = [{ order: '1002', trackingNumber: 'X1', carrier: 'DHL' }];
  expect((await previewShipping(ctx, { rows, carrier: '' })).rows).toMatchObject([{ state: 'held' }]);
  const parcels = [{ shipmentId: packed.shipmentId, carrier: 'DHL', trackingNumber: 'X1' }];
  expect((await shipMany(ctx, { parcels })).results).toMatchObject([
    { status: 'failed', reason: 'order-errors.blocks.held' },
  ]);
});
