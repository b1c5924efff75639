import { expect } from 'vitest';
import { insertOrderRow, spyOn } from '@/test/order-rows';
import { orderUpTo } from '@/test/order-up-to';
import { test } from '@/test/rollback-test';
import { getOrder } from './get-order';
import { orderTimeline } from './order-timeline';
import { OPEN_VIEW } from './order-views';
import { getOrderActions } from './read-action-facts';
import { revealOrderContact } from './reveal-order-contact';
import { shownAddress } from './shown-address';

const ADDRESS = {
  name: 'Tom Okafor', company: '', line1: '12 Cotham Hill', line2: '', city: 'Bristol', region: '', postcode: 'BS6 6LF',
  country: 'GB', phone: '+44 7700 900 412',
}; // biome-ignore format: short

test('finds an order by id and by number, and its neighbours in the list it came from', async ({ ctx }) => {
  const hour = (n: number) => new Date(ctx.now.getTime() - n * 3_600_000);
  await insertOrderRow(ctx, { number: 11, placedAt: hour(3) });
  const id = await insertOrderRow(ctx, { number: 12, placedAt: hour(2) });
  await insertOrderRow(ctx, { number: 13, placedAt: hour(1), status: 'completed' });
  await insertOrderRow(ctx, { number: 14, placedAt: hour(0) });
  expect((await getOrder(ctx, { key: id })).order.number).toBe(12);
  const open = await getOrder(ctx, { key: '12' });
  expect([open.order.id, open.neighbours]).toEqual([id, { newer: '14', older: '11' }]);
  const all = await getOrder(ctx, { key: '12', within: { ...OPEN_VIEW, view: 'all' } });
  expect(all.neighbours).toEqual({ newer: '13', older: '11' });
  const found = await getOrder(ctx, { key: '12', within: { ...OPEN_VIEW, view: 'all', q: 'ada 12' } });
  expect(found.neighbours).toEqual({ newer: null, older: null });
});

test('a draft is beside drafts', async ({ ctx }) => {
  const older = await insertOrderRow(ctx, { status: 'draft', placedAt: new Date(ctx.now.getTime() - 9) });
  const id = await insertOrderRow(ctx, { status: 'draft' });
  const { neighbours } = await getOrder(ctx, { key: id, within: { ...OPEN_VIEW, view: 'drafts' } });
  expect(neighbours).toEqual({ newer: null, older });
});

test('unknown, damaged and foreign keys are not found', async ({ ctx, inOtherStore }) => {
  const id = await insertOrderRow(ctx, { number: 99 });
  const missing = { code: 'NOT_FOUND' };
  for (const key of ['98', 'ord_x', '', '1e3', '../..', '9'.repeat(40)]) {
    await expect(getOrder(ctx, { key })).rejects.toMatchObject(missing);
  }
  await inOtherStore(async (other) => {
    await expect(getOrder(other, { key: id })).rejects.toMatchObject(missing);
    await expect(getOrder(other, { key: '99' })).rejects.toMatchObject(missing);
    await expect(revealOrderContact(other, { orderId: id })).rejects.toMatchObject(missing);
  });
});

test('what may be done with it is asked by its id or its number', async ({ ctx, inOtherStore }) => {
  const id = await insertOrderRow(ctx, { number: 77 });
  const byId = await getOrderActions(ctx, id);
  expect(byId.actions.note.allowed).toBe(true);
  expect(await getOrderActions(ctx, '77')).toEqual(byId);
  for (const key of ['78', 'ord_x', '', '%', '7'.repeat(40)]) {
    await expect(getOrderActions(ctx, key)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  await inOtherStore(async (other) => {
    for (const key of [id, '77']) {
      await expect(getOrderActions(other, key)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

test('needs the permission to read, and to see contact', async ({ ctx, as }) => {
  const id = await insertOrderRow(ctx, {});
  await expect(getOrder(as('stranger'), { key: id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(orderTimeline(as('stranger'), { orderId: id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(revealOrderContact(as('analyst'), { orderId: id })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  expect((await orderTimeline(ctx, { orderId: id })).entries).toEqual([]);
});

test('a reveal is in the timeline, by name', async ({ ctx, as }) => {
  const id = await insertOrderRow(ctx, {});
  expect(await revealOrderContact(as('support'), { orderId: id })).toEqual({
    email: null,
    phone: null,
    shipToPhone: '',
    billToPhone: '',
  });
  const { entries } = await orderTimeline(ctx, { orderId: id });
  expect(entries).toMatchObject([
    { type: 'customer.revealed', actor: 'staff', by: 'Test support', note: null },
  ]);
  expect((await orderTimeline(ctx, { orderId: id, only: 'notes' })).entries).toEqual([]);
});

test('the phone at the door is shown with the buyer’s', async ({ ctx, as }) => {
  const shipTo = { ...ADDRESS, phone: '+44 7700 900 413' };
  const { orderId } = await orderUpTo(ctx, 'placed', { shipTo, billTo: ADDRESS });
  expect(await revealOrderContact(as('support'), { orderId })).toMatchObject({
    shipToPhone: shipTo.phone,
    billToPhone: ADDRESS.phone,
  });
});

test('masks what finds a person, and keeps what routes a parcel', () => {
  expect(shownAddress(JSON.stringify(ADDRESS), false)).toMatchObject({
    masked: true,
    address: { name: 'Tom Okafor', line1: '•••', city: 'Bristol', postcode: 'BS6 •••', phone: '' },
  });
  expect(shownAddress(JSON.stringify(ADDRESS), true)).toEqual({ masked: false, address: ADDRESS });
  expect(shownAddress(null, true)).toBeNull();
});

test('takes the same few statements whatever the order holds', async ({ ctx }) => {
  const id = await insertOrderRow(ctx, {});
  const spied = spyOn(ctx);
  await getOrder(spied.ctx, { key: id });
  expect(spied.statements.length).toBeLessThanOrEqual(4);
});
