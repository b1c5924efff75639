import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { customers } from '@/db/schema/customers';
import { orderCharges, orderLines, orderSearch, orders } from '@/db/schema/orders';
import { stockLevels } from '@/db/schema/stock';
import type { TxCtx } from '@/lib/core/ctx';
import { newId, type OrderId } from '@/lib/core/ids';
import { eventsOf } from '@/test/events-of';
import { requestFor, shelf } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { placeDraft } from './place-draft';
import { placeOrder } from './place-order';
import { quoteOrder } from './quote-order';
import { readDraft } from './read-draft';
import { discardDraft, draftInput, saveDraft } from './save-draft';

const draft = (id: OrderId, sku: string, quantity = 2, change: Record<string, unknown> = {}) =>
  draftInput.parse({ ...requestFor(sku, quantity), id, ...change });
const rowOf = async (ctx: TxCtx, id: OrderId) => {
  const [row] = await ctx.db
    .select()
    .from(orders)
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, id)));
  return row;
};
const held = async (ctx: TxCtx) => {
  const [level] = await ctx.db.select().from(stockLevels).where(eq(stockLevels.storeId, ctx.store.id));
  return level?.allocated;
};
const told = async (ctx: TxCtx, id: OrderId) => (await eventsOf(ctx, id)).map(([type]) => type);

describe('saving a draft', () => {
  test('prices it, and holds neither number nor stock nor customer', async ({ ctx }) => {
    const { sku } = await shelf(ctx, 10);
    const id = newId('ord');
    expect(await saveDraft(ctx, draft(id, sku))).toEqual({ id, version: 1 });
    expect(await rowOf(ctx, id)).toMatchObject({
      status: 'draft', number: null, placedAt: null, totalMinor: 2000, units: 2, paymentStatus: 'unpaid', customerId: null,
    }); // biome-ignore format: short
    expect(await held(ctx)).toBe(0);
    expect(await ctx.db.$count(customers, eq(customers.storeId, ctx.store.id))).toBe(0);
    expect(await ctx.db.$count(orderSearch, eq(orderSearch.storeId, ctx.store.id))).toBe(0);
    expect(await eventsOf(ctx, id)).toEqual([['order.drafted', {}]]);
  });

  test('the same form twice is one draft; edited again its rows are rewritten', async ({ ctx }) => {
    const { sku } = await shelf(ctx, 10);
    const id = newId('ord');
    await saveDraft(ctx, draft(id, sku));
    expect(await saveDraft(ctx, draft(id, sku))).toEqual({ id, version: 2 });
    const change = { version: 2, discount: { kind: 'percent', hundredths: 1000 }, discountReason: 'Regular' };
    expect(await saveDraft(ctx, draft(id, sku, 5, change))).toEqual({ id, version: 3 });
    expect(await rowOf(ctx, id)).toMatchObject({ totalMinor: 4500, discountMinor: 500, units: 5 });
    expect(await ctx.db.$count(orderLines, eq(orderLines.orderId, id))).toBe(1);
    expect(await ctx.db.$count(orderCharges, eq(orderCharges.orderId, id))).toBe(1);
    expect(await told(ctx, id)).toEqual(['order.drafted', 'order.draft_edited', 'order.draft_edited']);
  });

  test('a screen from before is told, and so is one that edits a placed order', async ({ ctx }) => {
    const { sku } = await shelf(ctx, 10);
    const id = newId('ord');
    await saveDraft(ctx, draft(id, sku));
    await saveDraft(ctx, draft(id, sku, 3, { version: 1 }));
    await expect(saveDraft(ctx, draft(id, sku, 4, { version: 1 }))).rejects.toMatchObject({
      key: 'order-errors.draftChanged',
    });
    await placeDraft(ctx, { orderId: id, version: 2 });
    await expect(saveDraft(ctx, draft(id, sku, 4, { version: 3 }))).rejects.toMatchObject({
      key: 'order-errors.notDraft',
    });
  });

  test('a line’s id or an external id that another order has is a conflict in words', async ({ ctx }) => {
    const { sku } = await shelf(ctx, 10);
    const lines = [{ id: newId('oln'), sku, quantity: 1 }];
    await saveDraft(ctx, draft(newId('ord'), sku, 1, { lines, externalId: 'X-1' }));
    const taken = { code: 'CONFLICT', key: 'order-errors.sameIdOtherContent' };
    const id = newId('ord');
    await expect(saveDraft(ctx, draft(id, sku, 1, { lines }))).rejects.toMatchObject(taken);
    await expect(saveDraft(ctx, draft(id, sku, 1, { externalId: 'X-1' }))).rejects.toMatchObject(taken);
    await expect(placeOrder(ctx, requestFor(sku, 1, { lines }), 'api')).rejects.toMatchObject(taken);
    expect(await rowOf(ctx, id)).toBeUndefined();
    expect(await held(ctx)).toBe(0);
  });

  test('support gives ten percent on any amount, and no more', async ({ ctx, as }) => {
    const { sku } = await shelf(ctx, 10);
    const off = (hundredths: number) => ({
      discount: { kind: 'percent', hundredths },
      discountReason: 'Regular',
    });
    const lines = [{ sku, quantity: 1, discount: { kind: 'amount', amountMinor: 101 } }];
    const id = newId('ord');
    await saveDraft(as('support'), draft(id, sku, 1, off(1000)));
    await expect(
      saveDraft(as('support'), draft(id, sku, 1, { ...off(1001), version: 1 })),
    ).resolves.toBeDefined();
    await expect(
      saveDraft(as('support'), draft(id, sku, 1, { ...off(1100), version: 2 })),
    ).rejects.toMatchObject({
      code: 'LIMIT',
    });
    const amount = draft(id, sku, 1, { lines, discountReason: 'Regular', version: 2 });
    await expect(saveDraft(as('support'), amount)).rejects.toMatchObject({ code: 'LIMIT' });
    const silent = draft(id, sku, 1, { ...off(1000), discountReason: '', version: 2 });
    await expect(saveDraft(ctx, silent)).rejects.toMatchObject({ code: 'INVALID' });
  });

  test('is for those who write orders', async ({ ctx, as }) => {
    const { sku } = await shelf(ctx, 10);
    const id = newId('ord');
    for (const role of ['fulfilment', 'stock', 'finance', 'analyst', 'stranger'] as const) {
      await expect(saveDraft(as(role), draft(id, sku))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await rowOf(ctx, id)).toBeUndefined();
  });
});

describe('a stored draft', () => {
  test('reads back as what was written, and quotes as what it will cost', async ({ ctx }) => {
    const { sku, variantId, warehouseId } = await shelf(ctx, 10);
    const id = newId('ord');
    const lines = [
      { id: newId('oln'), sku, quantity: 2, discount: { kind: 'amount', amountMinor: 150 } },
      { id: newId('oln'), sku, quantity: 1, discount: { kind: 'percent', hundredths: 250 } },
    ];
    const input = draft(id, sku, 1, {
      lines,
      discount: { kind: 'percent', hundredths: 333 },
      discountReason: 'Sorry',
    });
    await saveDraft(ctx, input);
    const stored = await readDraft(ctx, id);
    expect(stored).toMatchObject({
      id,
      discount: input.discount,
      discountReason: 'Sorry',
      lines: lines.map((line) => ({
        id: line.id,
        variantId,
        quantity: line.quantity,
        discount: line.discount,
      })),
    });
    const quote = await quoteOrder(ctx, input);
    const row = await rowOf(ctx, id);
    expect(quote).toMatchObject({
      totalMinor: row?.totalMinor,
      discountMinor: row?.discountMinor,
      short: [],
    });
    expect(quote.lines.map((line) => line.from)).toEqual([
      [{ warehouseId, quantity: 2 }],
      [{ warehouseId, quantity: 1 }],
    ]);
    expect(await held(ctx)).toBe(0);
  });

  test('quoting names what is short, and is not for strangers', async ({ ctx, as, inOtherStore }) => {
    const { sku } = await shelf(ctx, 1);
    const input = draft(newId('ord'), sku, 3);
    expect((await quoteOrder(ctx, input)).short).toEqual([{ sku, wanted: 3, left: 1 }]);
    await expect(quoteOrder(as('stranger'), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await inOtherStore(async (other) => {
      await expect(quoteOrder(other, input)).rejects.toMatchObject({ code: 'INVALID' });
    });
  });
});

describe('placing a draft', () => {
  test('numbers it, takes its stock and its buyer, at today’s price; twice is once', async ({ ctx }) => {
    const { sku } = await shelf(ctx, 10);
    const id = newId('ord');
    await saveDraft(ctx, draft(id, sku));
    const placed = await placeDraft(ctx, { orderId: id, version: 1 });
    expect(placed).toMatchObject({ id, number: 1001, status: 'pending', totalMinor: 2000, repeated: false });
    expect(await placeDraft(ctx, { orderId: id, version: 1 })).toEqual({ ...placed, repeated: true });
    expect(await held(ctx)).toBe(2);
    expect((await rowOf(ctx, id))?.customerId).toMatch(/^cus_/);
    expect(await told(ctx, id)).toEqual(['order.drafted', 'order.placed', 'order.allocated']);
  });

  test('names all it lacks, and takes nothing', async ({ ctx }) => {
    const { sku } = await shelf(ctx, 10);
    const id = newId('ord');
    await saveDraft(ctx, draft(id, sku, 1, { lines: [], customer: { name: '' } }));
    await expect(placeDraft(ctx, { orderId: id, version: 1 })).rejects.toMatchObject({
      code: 'INVALID',
      details: { problems: [{ pointer: '/lines' }, { pointer: '/customer/name' }] },
    });
    expect(await rowOf(ctx, id)).toMatchObject({ status: 'draft', version: 1 });
  });

  test('short stock, a screen from before and an unknown draft leave it a draft', async ({ ctx }) => {
    const { sku } = await shelf(ctx, 1);
    const id = newId('ord');
    await saveDraft(ctx, draft(id, sku, 2));
    await expect(placeDraft(ctx, { orderId: id, version: 1 })).rejects.toMatchObject({
      key: 'order-errors.short',
    });
    await saveDraft(ctx, draft(id, sku, 1, { version: 1 }));
    await expect(placeDraft(ctx, { orderId: id, version: 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(placeDraft(ctx, { orderId: newId('ord'), version: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await rowOf(ctx, id)).toMatchObject({ status: 'draft', number: null });
    expect(await held(ctx)).toBe(0);
    expect(await placeDraft(ctx, { orderId: id, version: 2 })).toMatchObject({ status: 'pending' });
  });

  test('is for those who place orders, in their own store', async ({ ctx, as, inOtherStore }) => {
    const { sku } = await shelf(ctx, 10);
    const id = newId('ord');
    await saveDraft(ctx, draft(id, sku));
    const input = { orderId: id, version: 1 };
    for (const role of ['fulfilment', 'stock', 'finance', 'analyst', 'stranger'] as const) {
      await expect(placeDraft(as(role), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(discardDraft(as(role), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await inOtherStore(async (other) => {
      await expect(placeDraft(other, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(discardDraft(other, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(saveDraft(other, draft(id, sku, 1, { version: 1, lines: [] }))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    });
    expect(await rowOf(ctx, id)).toMatchObject({ status: 'draft', version: 1 });
  });
});

describe('discarding a draft', () => {
  test('it is gone with its lines, and that is told', async ({ ctx }) => {
    const { sku } = await shelf(ctx, 10);
    const id = newId('ord');
    await saveDraft(ctx, draft(id, sku));
    await discardDraft(ctx, { orderId: id, version: 1 });
    expect(await rowOf(ctx, id)).toBeUndefined();
    expect(await ctx.db.$count(orderLines, eq(orderLines.orderId, id))).toBe(0);
    expect((await eventsOf(ctx, id)).at(-1)).toEqual(['order.draft_discarded', {}]);
    await expect(discardDraft(ctx, { orderId: id, version: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('not one that changed, and not a placed order', async ({ ctx }) => {
    const { sku } = await shelf(ctx, 10);
    const id = newId('ord');
    await saveDraft(ctx, draft(id, sku));
    await expect(discardDraft(ctx, { orderId: id, version: 2 })).rejects.toMatchObject({
      key: 'order-errors.draftChanged',
    });
    await placeDraft(ctx, { orderId: id, version: 1 });
    await expect(discardDraft(ctx, { orderId: id, version: 2 })).rejects.toMatchObject({
      key: 'order-errors.notDraft',
    });
    expect(await held(ctx)).toBe(2);
  });
});
