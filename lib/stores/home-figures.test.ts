import { expect } from 'vitest';
import { newId } from '@/lib/core/ids';
import { cancelUnits } from '@/lib/orders/cancel-units';
import { placeOrder } from '@/lib/orders/place-order';
import { manualPort, requestFor, shelf } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { homeFigures } from './home-figures';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

test('counts today up to now, and the same weekday up to the same time', async ({ ctx, at }) => {
  const { sku } = await shelf(ctx, 50);
  const moment = (ms: number) => at(new Date(ctx.now.getTime() - ms));
  const place = (ms: number, quantity: number) => placeOrder(moment(ms), requestFor(sku, quantity), 'api');
  await place(2 * HOUR_MS, 2);
  await place(7 * DAY_MS + HOUR_MS, 3);
  // Later in the day a week ago: not yet comparable.
  await place(7 * DAY_MS - HOUR_MS, 4);
  const canceled = await place(HOUR_MS, 5);
  await cancelUnits(
    moment(0),
    { orderId: canceled.id, lines: 'all', reason: 'other', refundId: newId('rfd'), version: 1 },
    manualPort,
  );
  const figures = await homeFigures(moment(0));
  expect(figures).toMatchObject({
    today: { orders: 1, grossMinor: 2000 },
    lastWeek: { orders: 1, grossMinor: 3000 },
    differenceMinor: -1000,
    lateSince: null,
    nextShipBy: null,
    pendingSince: new Date(ctx.now.getTime() - 7 * DAY_MS - HOUR_MS),
    unpaidSince: new Date(ctx.now.getTime() - 7 * DAY_MS - HOUR_MS),
  });
  expect(figures.days).toHaveLength(14);
  expect(figures.days.at(-1)).toEqual({ day: '2026-03-02', orders: 1, before: 0 });
  expect(figures.days.at(-8)).toMatchObject({ day: '2026-02-23', orders: 2 });
});

test('is not for strangers, and another store counts its own', async ({ ctx, as, inOtherStore }) => {
  const { sku } = await shelf(ctx, 5);
  await placeOrder(ctx, requestFor(sku, 1), 'api');
  await expect(homeFigures(as('stranger'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await inOtherStore(async (other) => {
    expect(await homeFigures(other)).toMatchObject({
      today: { orders: 0, grossMinor: 0 },
      pendingSince: null,
    });
  });
});
