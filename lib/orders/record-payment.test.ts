import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { moneyMovements, payments } from '@/db/schema/payments';
import type { TxCtx } from '@/lib/core/ctx';
import { newId, type OrderId, type PaymentId } from '@/lib/core/ids';
import { eventsOf } from '@/test/events-of';
import { FlakyProvider, type Mood, ProcessDied } from '@/test/model/flaky-provider';
import { orderUpTo } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { getOrderActions } from './read-action-facts';
import { recordPayment } from './record-payment';
import { recomputeOrderStatus } from './settle-order';
import { sweepMoney } from './sweep-money';

const MINUTES_MS = 60_000;
const pay = (
  ctx: TxCtx,
  orderId: OrderId,
  paymentId: PaymentId,
  provider: FlakyProvider,
  mood: Mood = 'willing',
) => {
  provider.mood = mood;
  const input = { orderId, paymentId, amountMinor: 2000, method: 'credit_card', reference: '' } as const;
  return recordPayment(ctx, input, provider.port);
};
const sweep = (ctx: TxCtx, provider: FlakyProvider) => {
  provider.mood = 'willing';
  return sweepMoney(ctx, provider.portOf);
};
const standing = async (ctx: TxCtx, orderId: OrderId) => {
  const { status, paymentStatus } = await recomputeOrderStatus(ctx, orderId);
  const rows = await ctx.db
    .select({ status: payments.status })
    .from(payments)
    .where(eq(payments.orderId, orderId));
  const moved = await ctx.db.$count(moneyMovements, eq(moneyMovements.orderId, orderId));
  return { status, paymentStatus, attempts: rows.map((row) => row.status), moved };
};
const told = async (ctx: TxCtx, orderId: OrderId) => (await eventsOf(ctx, orderId)).slice(2);

describe('the same form again', () => {
  test('after a refusal says the refusal again, and tells it once', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    const provider = new FlakyProvider();
    const paymentId = newId('pay');
    for (const mood of ['refusing', 'willing', 'refusing'] as const) {
      await expect(pay(ctx, orderId, paymentId, provider, mood)).rejects.toMatchObject({
        code: 'UPSTREAM',
        details: { params: { reason: 'declined' } },
      });
    }
    expect(await told(ctx, orderId)).toEqual([['payment.failed', { paymentId, reason: 'declined' }]]);
    expect(await standing(ctx, orderId)).toMatchObject({
      paymentStatus: 'failed',
      attempts: ['failed'],
      moved: 0,
    });
  });

  test('after success asks nobody, whatever the order has become', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    const provider = new FlakyProvider();
    const paymentId = newId('pay');
    expect(await pay(ctx, orderId, paymentId, provider)).toEqual({ repeated: false });
    expect(await pay(ctx, orderId, paymentId, provider, 'dies before')).toEqual({ repeated: true });
    expect((await told(ctx, orderId)).map(([type]) => type)).toEqual(['payment.recorded', 'order.confirmed']);
  });

  test('after the process died asks the provider with the same key', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    const provider = new FlakyProvider();
    const paymentId = newId('pay');
    await expect(pay(ctx, orderId, paymentId, provider, 'dies after')).rejects.toThrow(ProcessDied);
    expect(await pay(ctx, orderId, paymentId, provider)).toEqual({ repeated: true });
    expect(provider.captures.size).toBe(1);
    expect(await standing(ctx, orderId)).toEqual({
      status: 'confirmed', paymentStatus: 'paid', attempts: ['captured'], moved: 1,
    }); // biome-ignore format: short
  });
});

describe('a payment whose answer never came', () => {
  test('blocks paying again until it is known, and the page says so', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    const provider = new FlakyProvider();
    await expect(pay(ctx, orderId, newId('pay'), provider, 'dies after')).rejects.toThrow(ProcessDied);
    const { actions } = await getOrderActions(ctx, orderId);
    expect(actions.pay).toEqual({ allowed: false, blocks: [{ key: 'order-errors.blocks.asked' }] });
    await expect(pay(ctx, orderId, newId('pay'), provider)).rejects.toMatchObject({
      key: 'order-errors.moreThanOpen',
    });
  });

  test('is swept after two minutes: what the provider did is what we know', async ({ ctx, at }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    const provider = new FlakyProvider();
    const paymentId = newId('pay');
    await expect(pay(ctx, orderId, paymentId, provider, 'dies after')).rejects.toThrow(ProcessDied);
    expect(await sweep(at(new Date(ctx.now.getTime() + MINUTES_MS)), provider)).toBe(0);
    const later = at(new Date(ctx.now.getTime() + 3 * MINUTES_MS));
    expect(await sweep(later, provider)).toBe(1);
    expect(await sweep(later, provider)).toBe(0);
    expect(await standing(ctx, orderId)).toMatchObject({
      status: 'confirmed',
      paymentStatus: 'paid',
      moved: 1,
    });
  });

  test('that never reached the provider has failed, once; money that comes yet is taken', async ({
    ctx,
    at,
  }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    const provider = new FlakyProvider();
    const paymentId = newId('pay');
    const slow = {
      ...provider.port,
      capture: async (request: Parameters<typeof provider.port.capture>[0]) => {
        expect(await sweep(at(new Date(ctx.now.getTime() + 3 * MINUTES_MS)), provider)).toBe(1);
        return provider.port.capture(request);
      },
    };
    const input = { orderId, paymentId, amountMinor: 2000, method: 'credit_card', reference: '' } as const;
    expect(await recordPayment(ctx, input, slow)).toEqual({ repeated: false });
    expect(await told(ctx, orderId)).toMatchObject([
      ['payment.failed', { reason: 'unknown to the provider' }],
      ['payment.recorded', { paymentId, amountMinor: 2000 }],
      ['order.confirmed', { automatic: true }],
    ]);
    expect(await standing(ctx, orderId)).toMatchObject({
      paymentStatus: 'paid',
      attempts: ['captured'],
      moved: 1,
    });
  });

  test('does not keep others waiting when its provider is out of reach', async ({ ctx, at }) => {
    const provider = new FlakyProvider();
    const first = await orderUpTo(ctx, 'placed');
    const second = await orderUpTo(ctx, 'placed');
    const [lost, found] = [newId('pay'), newId('pay')];
    await expect(pay(ctx, first.orderId, lost, provider, 'dies after')).rejects.toThrow(ProcessDied);
    await expect(pay(ctx, second.orderId, found, provider, 'dies after')).rejects.toThrow(ProcessDied);
    const reach = { ...provider.port, find: async (key: string) => {
      if (key === lost) throw new Error('out of reach');
      return provider.port.find(key);
    } }; // biome-ignore format: short
    const later = at(new Date(ctx.now.getTime() + 3 * MINUTES_MS));
    await expect(sweepMoney(later, () => reach)).rejects.toThrow('out of reach');
    expect(await standing(ctx, first.orderId)).toMatchObject({ attempts: ['created'] });
    expect(await standing(ctx, second.orderId)).toMatchObject({ attempts: ['captured'] });
  });

  test('leaves what an earlier attempt said until it is known', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    const provider = new FlakyProvider();
    await expect(pay(ctx, orderId, newId('pay'), provider, 'refusing')).rejects.toMatchObject({
      code: 'UPSTREAM',
    });
    await expect(pay(ctx, orderId, newId('pay'), provider, 'dies before')).rejects.toThrow(ProcessDied);
    expect(await standing(ctx, orderId)).toMatchObject({ paymentStatus: 'failed' });
  });
});

test('sweeping is for those who record payments; another store’s are not seen', async ({
  ctx,
  as,
  at,
  inOtherStore,
}) => {
  const { orderId } = await orderUpTo(ctx, 'placed');
  const provider = new FlakyProvider();
  await expect(pay(ctx, orderId, newId('pay'), provider, 'dies after')).rejects.toThrow(ProcessDied);
  for (const role of ['fulfilment', 'stock', 'support', 'analyst', 'stranger'] as const) {
    await expect(sweepMoney(as(role), provider.portOf)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
  const now = at(new Date(ctx.now.getTime() + 3 * MINUTES_MS)).now;
  await inOtherStore(async (other) => expect(await sweep({ ...other, now }, provider)).toBe(0));
  expect(await standing(ctx, orderId)).toMatchObject({ attempts: ['created'] });
});
