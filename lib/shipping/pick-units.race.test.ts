import { expect, test } from 'vitest';
import { type Ctx, read } from '@/lib/core/ctx';
import { newId } from '@/lib/core/ids';
import { readOrder } from '@/lib/orders/load-order';
import { committedStore, race } from '@/test/committed-store';
import { orderUpTo, type Walked } from '@/test/order-up-to';
import { pickUnits } from './pick-units';

test('two orders under one parcel id at once: one is picked, the other is told', async () => {
  const { ctx } = await committedStore();
  const walked: Walked[] = [];
  for (let n = 0; n < 6; n++) walked.push(await orderUpTo(ctx, 'paid'));
  const shipmentId = newId('shp');
  const results = await race(walked.length, (n) => {
    const { orderId, warehouseId } = at(walked, n);
    return pickUnits(ctx, { orderId, warehouseId, shipmentId, lines: 'all' });
  });
  const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  expect(lost).toHaveLength(5);
  for (const reason of lost) {
    expect(reason).toMatchObject({ code: 'CONFLICT', key: 'order-errors.sameIdOtherContent' });
  }
  const picked = await Promise.all(walked.map(({ orderId }) => pickedOf(ctx, orderId)));
  expect(picked.toSorted()).toEqual([0, 0, 0, 0, 0, 2]);
});

const pickedOf = (ctx: Ctx, orderId: Walked['orderId']) =>
  read(ctx, async (ctx) => (await readOrder(ctx, orderId)).lines[0]?.picked);

function at(walked: readonly Walked[], n: number): Walked {
  const one = walked[n % walked.length];
  if (!one) throw new Error('an order for each');
  return one;
}
