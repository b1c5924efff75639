import { describe, expect } from 'vitest';
import { newId } from '@/lib/core/ids';
import { failureOf } from '@/lib/web/failures';
import { manualPort, orderUpTo, requestFor, shelf } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { cancelUnits } from './cancel-units';
import { readOrder } from './load-order';
import { orderRequestSchema } from './order-request';
import { CANCEL_REASONS } from './order-state';
import { placeDraft } from './place-draft';
import { placeOrder } from './place-order';
import { refundOrder } from './refund-order';
import { draftInput, saveDraft } from './save-draft';

const TOO_MUCH = {
  code: 'INVALID',
  details: { problems: [{ pointer: '/lines', key: 'order-errors.tooMuch' }] },
};

describe('amounts beyond what an order can hold', () => {
  test('are refused, on one line', async ({ ctx }) => {
    const { sku } = await shelf(ctx, 1_000_000);
    const lines = [{ sku, quantity: 1_000_000, unitPriceE4: 1_000_000_000_000 }];
    await expect(placeOrder(ctx, requestFor(sku, 1, { lines }), 'api')).rejects.toMatchObject(TOO_MUCH);
  });

  test('are refused when only their sum is too large', async ({ ctx }) => {
    const { sku } = await shelf(ctx, 10);
    const lines = Array.from({ length: 200 }, () => ({ sku, quantity: 1_000_000, unitPriceE4: 1_000_000 }));
    const request = requestFor(sku, 1, { lines });
    await expect(placeOrder(ctx, request, 'api')).rejects.toMatchObject(TOO_MUCH);
  });

  test('are the currency’s own: a yen price has no parts', async ({ ctx }) => {
    const { sku } = await shelf(ctx, 1_000_000);
    const yen = { ...ctx, store: { ...ctx.store, currency: 'JPY' } };
    const lines = [{ sku, quantity: 1_000_000, unitPriceE4: 1_000_000_0000 }];
    const placed = await placeOrder(yen, requestFor(sku, 1, { lines }), 'api');
    expect(placed.totalMinor).toBe(1_000_000_000_000);
  });
});

describe('a request that says things twice', () => {
  test('may name one variant on every line, but a line only once', () => {
    const id = newId('oln');
    const lines = [
      { id, sku: 'A', quantity: 1 },
      { id: newId('oln'), sku: 'A', quantity: 1 },
      { id, sku: 'A', quantity: 1 },
    ];
    const parsed = orderRequestSchema.safeParse({ ...requestFor('A'), lines });
    expect(parsed.error?.issues).toMatchObject([
      { path: ['lines', 2, 'id'], message: 'order-errors.lineTwice' },
    ]);
  });

  test('is given each tag once', () => {
    expect(requestFor('A', 1, { tags: ['gift', 'gift ', 'late'] }).tags).toEqual(['gift', 'late']);
  });

  test('sells one variant over five hundred lines as it sells it on one', async ({ ctx }) => {
    const { sku } = await shelf(ctx, 1000);
    const lines = Array.from({ length: 500 }, () => ({ sku, quantity: 2 }));
    const placed = await placeOrder(ctx, requestFor(sku, 1, { lines }), 'api');
    expect(placed.totalMinor).toBe(1_000_000);
    await expect(placeOrder(ctx, requestFor(sku, 1), 'api')).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

test('a refund’s id that another order has is a conflict in words, and nothing is cancelled', async ({
  ctx,
}) => {
  const [one, other] = [await orderUpTo(ctx, 'paid'), await orderUpTo(ctx, 'paid')];
  const refundId = newId('rfd');
  const given = { refundId, amountMinor: 100, cause: 'goodwill' as const, reason: 'Late' };
  await refundOrder(ctx, { orderId: one.orderId, ...given }, manualPort);
  const { version } = await readOrder(ctx, other.orderId);
  const cancel = {
    orderId: other.orderId,
    lines: 'all' as const,
    reason: CANCEL_REASONS[0],
    refundId,
    version,
  };
  await expect(cancelUnits(ctx, cancel, manualPort)).rejects.toMatchObject({
    code: 'CONFLICT',
    key: 'order-errors.sameIdOtherContent',
  });
  expect(await readOrder(ctx, other.orderId)).toMatchObject({ status: 'confirmed', version });
});

test('a version beyond any is a failure the edge tells as invalid input', async ({ ctx }) => {
  const placing = placeDraft(ctx, { orderId: newId('ord'), version: 1 });
  await expect(placing).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const { sku } = await shelf(ctx, 1);
  const draft = draftInput.parse({ ...requestFor(sku, 1), id: newId('ord') });
  await saveDraft(ctx, draft);
  const failure = await saveDraft(ctx, { ...draft, version: 9_000_000_000_000_000 }).catch((e: unknown) => e);
  expect(failureOf(failure, ctx)).toMatchObject({ code: 'INVALID', key: 'web.errors.invalid' });
});
