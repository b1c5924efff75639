import { describe, expect } from 'vitest';
import { newId } from '@/lib/core/ids';
import { test } from '@/test/rollback-test';
import { activateShippingMethod } from './activate-shipping-method';
import { type CreateShippingMethodInput, createShippingMethod } from './create-shipping-method';
import { deactivateShippingMethod } from './deactivate-shipping-method';
import { editShippingMethod } from './edit-shipping-method';
import { listShippingMethods } from './list-shipping-methods';
import { orderShippingMethods } from './order-shipping-methods';
import { recordedChanges } from './recorded-changes.setup';

const tracked = (over: Partial<CreateShippingMethodInput> = {}): CreateShippingMethodInput => ({
  name: 'Tracked 24',
  carrier: 'Royal Mail',
  priceMinor: 480,
  freeFromMinor: 7500,
  countries: ['IM', 'GB', 'GB'],
  transitDaysMin: 1,
  transitDaysMax: 2,
  ...over,
});

describe('a way to ship', () => {
  test('is made once and comes last', async ({ ctx }) => {
    const id = newId('shm');
    const first = await createShippingMethod(ctx, tracked({ name: 'First' }));
    await createShippingMethod(ctx, tracked({ id }));
    await expect(createShippingMethod(ctx, tracked({ id }))).resolves.toEqual({ methodId: id });
    await expect(createShippingMethod(ctx, tracked({ id, priceMinor: 1 }))).rejects.toMatchObject({
      key: 'settings.errors.idTaken',
    });
    const methods = await listShippingMethods(ctx);
    expect(methods.map(({ methodId, position }) => [methodId, position])).toEqual([
      [first.methodId, 0],
      [id, 1],
    ]);
    expect(methods[1]).toMatchObject({ countries: ['GB', 'IM'], priceMinor: 480, freeFromMinor: 7500 });
    expect((await recordedChanges(ctx)).at(-1)).toEqual({
      area: 'shipping',
      fields: [
        'name',
        'carrier',
        'priceMinor',
        'freeFromMinor',
        'countries',
        'transitDaysMin',
        'transitDaysMax',
      ],
      of: id,
    });
  });

  test('is edited, taken off and offered again', async ({ ctx }) => {
    const { methodId } = await createShippingMethod(ctx, tracked());
    await expect(
      editShippingMethod(ctx, { ...tracked({ priceMinor: 520 }), methodId, version: 1 }),
    ).resolves.toEqual({ version: 2 });
    await expect(
      editShippingMethod(ctx, { ...tracked({ priceMinor: 530 }), methodId, version: 1 }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    await deactivateShippingMethod(ctx, { methodId, version: 2 });
    await deactivateShippingMethod(ctx, { methodId, version: 2 });
    expect(await listShippingMethods(ctx, { activeOnly: true })).toEqual([]);
    await activateShippingMethod(ctx, { methodId, version: 3 });
    expect(await listShippingMethods(ctx, { activeOnly: true })).toMatchObject([{ priceMinor: 520 }]);
    expect((await recordedChanges(ctx)).slice(1)).toEqual([
      { area: 'shipping', fields: ['priceMinor'], of: methodId },
      { area: 'shipping', fields: ['active'], of: methodId },
      { area: 'shipping', fields: ['active'], of: methodId },
    ]);
  });

  test('goes where it says, or everywhere', async ({ ctx }) => {
    await createShippingMethod(ctx, tracked());
    await createShippingMethod(ctx, tracked({ name: 'Express', countries: [] }));
    const names = async (country: string) =>
      (await listShippingMethods(ctx, { country })).map(({ name }) => name);
    expect(await names('GB')).toEqual(['Tracked 24', 'Express']);
    expect(await names('CN')).toEqual(['Express']);
  });

  test('with times or prices that make no sense is refused', async ({ ctx }) => {
    await expect(
      createShippingMethod(ctx, tracked({ priceMinor: -1, transitDaysMin: 0.5, countries: ['XX'] })),
    ).rejects.toMatchObject({
      issues: [{ path: ['priceMinor'] }, { path: ['countries', 0] }, { path: ['transitDaysMin'] }],
    });
    await expect(
      createShippingMethod(ctx, tracked({ transitDaysMin: 3, transitDaysMax: 2 })),
    ).rejects.toMatchObject({ issues: [{ message: 'settings.errors.transit' }] });
  });
});

describe('their order', () => {
  test('is what the list says, all of them at once', async ({ ctx }) => {
    const a = await createShippingMethod(ctx, tracked({ name: 'A' }));
    const b = await createShippingMethod(ctx, tracked({ name: 'B' }));
    await orderShippingMethods(ctx, { methodIds: [b.methodId, a.methodId] });
    await orderShippingMethods(ctx, { methodIds: [b.methodId, a.methodId] });
    expect((await listShippingMethods(ctx)).map(({ name }) => name)).toEqual(['B', 'A']);
    expect((await recordedChanges(ctx)).slice(2)).toEqual([{ area: 'shipping', fields: ['position'] }]);
    await expect(orderShippingMethods(ctx, { methodIds: [a.methodId] })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(orderShippingMethods(ctx, { methodIds: [a.methodId, newId('shm')] })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });
});

test('who may not changes nothing, and a stranger finds nothing', async ({ ctx, as, inOtherStore }) => {
  const { methodId } = await createShippingMethod(ctx, tracked());
  for (const role of ['fulfilment', 'support', 'stranger'] as const) {
    await expect(createShippingMethod(as(role), tracked())).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(deactivateShippingMethod(as(role), { methodId, version: 1 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(orderShippingMethods(as(role), { methodIds: [methodId] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  }
  await inOtherStore(async (other) => {
    await expect(deactivateShippingMethod(other, { methodId, version: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await listShippingMethods(other)).toEqual([]);
  });
  expect(await listShippingMethods(ctx)).toMatchObject([{ active: true, version: 1 }]);
  expect(await recordedChanges(ctx)).toHaveLength(1);
});
