import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { eventPersonal } from '@/db/schema/events';
import { orderNotes, orders } from '@/db/schema/orders';
import type { Address } from '@/lib/core/address';
import { addressSchema } from '@/lib/core/address';
import type { TxCtx } from '@/lib/core/ctx';
import { newId, type OrderId } from '@/lib/core/ids';
import { eventsOf } from '@/test/events-of';
import { orderUpTo } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { changeAddress, noteOrder, tagOrder } from './annotate-order';
import { toAddress } from './read-draft';

const orderOf = async (ctx: TxCtx, id: OrderId) => {
  const [row] = await ctx.db
    .select()
    .from(orders)
    .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, id)));
  if (!row) throw new Error('no order');
  return row;
};
const lastEvent = async (ctx: TxCtx, id: OrderId) => (await eventsOf(ctx, id)).at(-1);

describe('a note', () => {
  test('is written once, however often it is sent; with other words it is a conflict', async ({
    ctx,
    fresh,
  }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    const input = { orderId, noteId: newId('nte'), body: 'Rang twice' };
    await noteOrder(ctx, input);
    await noteOrder(ctx, input);
    const taken = { key: 'order-errors.sameIdOtherContent' };
    await expect(noteOrder(ctx, { ...input, body: 'Rang thrice' })).rejects.toMatchObject(taken);
    const other = await orderUpTo(ctx, 'placed');
    await expect(noteOrder(ctx, { ...input, orderId: other.orderId })).rejects.toMatchObject(taken);
    expect(await ctx.db.select().from(orderNotes).where(eq(orderNotes.orderId, orderId))).toMatchObject([
      { body: 'Rang twice', authorId: fresh.people.owner },
    ]);
    expect((await eventsOf(ctx, orderId)).slice(2)).toEqual([['order.noted', { noteId: input.noteId }]]);
  });

  test('is for those who may, about their own store’s orders', async ({ ctx, as, inOtherStore }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    const input = { orderId, noteId: newId('nte'), body: 'Rang twice' };
    for (const role of ['stock', 'analyst', 'stranger'] as const) {
      await expect(noteOrder(as(role), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await inOtherStore(async (other) => {
      await expect(noteOrder(other, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    expect(await ctx.db.$count(orderNotes, eq(orderNotes.orderId, orderId))).toBe(0);
  });
});

describe('tags', () => {
  test('come and go; what is so already changes nothing and is not told', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    expect(await tagOrder(ctx, { orderId, add: ['vip', 'gift', 'vip'], remove: [] })).toEqual([
      'vip',
      'gift',
    ]);
    expect(await tagOrder(ctx, { orderId, add: ['vip'], remove: ['rush'] })).toEqual(['vip', 'gift']);
    expect(await tagOrder(ctx, { orderId, add: [], remove: ['vip'] })).toEqual(['gift']);
    expect(await orderOf(ctx, orderId)).toMatchObject({ tags: ['gift'], version: 3 });
    expect((await eventsOf(ctx, orderId)).slice(2)).toEqual([
      ['order.tagged', { added: ['vip', 'gift'], removed: [] }],
      ['order.tagged', { added: [], removed: ['vip'] }],
    ]);
  });

  test('are twenty at most', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    const add = Array.from({ length: 20 }, (_, n) => `tag ${n}`);
    await tagOrder(ctx, { orderId, add, remove: [] });
    await expect(tagOrder(ctx, { orderId, add: ['more'], remove: [] })).rejects.toMatchObject({
      code: 'INVALID',
    });
    expect(await tagOrder(ctx, { orderId, add: ['more'], remove: ['tag 3'] })).toHaveLength(20);
  });

  test('are for those who write orders, in their own store', async ({ ctx, as, inOtherStore }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    const input = { orderId, add: ['vip'], remove: [] };
    for (const role of ['fulfilment', 'stock', 'finance', 'analyst', 'stranger'] as const) {
      await expect(tagOrder(as(role), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await inOtherStore(async (other) => {
      await expect(tagOrder(other, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    expect(await orderOf(ctx, orderId)).toMatchObject({ tags: [], version: 1 });
  });
});

describe('changing the address', () => {
  const address: Address = addressSchema.parse({
    name: 'Ada Wong', line1: '5 New Road', city: 'Bath', postcode: 'BA1 1AA', country: 'GB',
  }); // biome-ignore format: short

  test('rewrites where it goes, and keeps both apart from the timeline', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'picked');
    const { version, shipTo } = await orderOf(ctx, orderId);
    await changeAddress(ctx, { orderId, which: 'shipTo', address, version });
    const row = await orderOf(ctx, orderId);
    expect(row).toMatchObject({
      shipCity: 'Bath',
      shipPostcodeArea: 'BA1',
      shipCountry: 'GB',
      version: version + 1,
    });
    expect(toAddress(row.shipTo)).toEqual(address);
    expect(await lastEvent(ctx, orderId)).toEqual(['order.address_changed', { fields: ['shipTo'] }]);
    const [personal] = await ctx.db
      .select()
      .from(eventPersonal)
      .where(eq(eventPersonal.storeId, ctx.store.id));
    expect(JSON.parse(personal?.content ?? '')).toEqual({ before: toAddress(shipTo), after: address });
  });

  test('not to another country, not once packed; the bill’s may still', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'packed');
    const { version } = await orderOf(ctx, orderId);
    const input = { orderId, which: 'shipTo', address, version } as const;
    await expect(changeAddress(ctx, input)).rejects.toMatchObject({ key: 'order-errors.addressFixed' });
    await changeAddress(ctx, { ...input, which: 'billTo' });
    const open = await orderUpTo(ctx, 'placed');
    const abroad = { ...input, orderId: open.orderId, version: 1, address: { ...address, country: 'DE' } };
    await expect(changeAddress(ctx, abroad)).rejects.toMatchObject({ key: 'order-errors.countryFixed' });
    expect(await orderOf(ctx, open.orderId)).toMatchObject({ shipCountry: 'GB', version: 1 });
  });

  test('an order without one gets one in the country it was taxed in, and no other', async ({ ctx }) => {
    const { orderId } = await orderUpTo(ctx, 'placed', { shipTo: null });
    const input = { orderId, which: 'shipTo', address, version: 1 } as const;
    const abroad = changeAddress(ctx, { ...input, address: { ...address, country: 'DE' } });
    await expect(abroad).rejects.toMatchObject({ key: 'order-errors.countryFixed' });
    await changeAddress(ctx, input);
    expect(await orderOf(ctx, orderId)).toMatchObject({ shipCountry: 'GB', version: 2 });
  });

  test('from a screen from before, without the permission, from another store: nothing changes', async ({
    ctx,
    as,
    inOtherStore,
  }) => {
    const { orderId } = await orderUpTo(ctx, 'placed');
    const input = { orderId, which: 'shipTo', address, version: 1 } as const;
    await expect(changeAddress(ctx, { ...input, version: 2 })).rejects.toMatchObject({ code: 'CONFLICT' });
    for (const role of ['fulfilment', 'stock', 'finance', 'analyst', 'stranger'] as const) {
      await expect(changeAddress(as(role), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await inOtherStore(async (other) => {
      await expect(changeAddress(other, input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
    expect(await orderOf(ctx, orderId)).toMatchObject({ shipCity: 'Bristol', version: 1 });
  });
});
