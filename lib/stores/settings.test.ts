import { eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { events } from '@/db/schema/events';
import { storeSettings, stores } from '@/db/schema/stores';
import { test } from '@/test/rollback-test';
import { editHandling } from './edit-handling';
import { editOrderRules } from './edit-order-rules';
import { type EditStoreIdentityInput, editStoreIdentity } from './edit-store-identity';
import { getStoreSettings } from './get-store-settings';
import { recordedChanges } from './recorded-changes.setup';

const identity = (over: Partial<EditStoreIdentityInput> = {}): EditStoreIdentityInput => ({
  version: 1,
  name: 'Heath & Harbour',
  initials: 'hh',
  brandColor: '#174A3A',
  legalName: 'Heath & Harbour Ltd',
  contactEmail: 'hello@example.com',
  contactPhone: '+44 7700 900100',
  street: '1 Quay Street',
  city: 'Bristol',
  postcode: 'BS1 4DJ',
  country: 'GB',
  timeZone: 'Europe/London',
  locale: 'en',
  ...over,
});

describe('who the store is', () => {
  test('is written and recorded by field names only', async ({ ctx, fresh }) => {
    await expect(editStoreIdentity(ctx, identity())).resolves.toEqual({ version: 2 });
    expect(await getStoreSettings(ctx)).toMatchObject({
      version: 2,
      name: 'Heath & Harbour',
      initials: 'HH',
      brandColor: '#174a3a',
      contactPhone: '+44 7700 900100',
      street: '1 Quay Street',
    });
    expect(await recordedChanges(ctx)).toEqual([
      {
        area: 'identity',
        fields: [
          'legalName',
          'contactEmail',
          'contactPhone',
          'street',
          'city',
          'postcode',
          'name',
          'initials',
          'brandColor',
        ],
      },
    ]);
    const [event] = await ctx.db
      .select({ actor: events.actor })
      .from(events)
      .where(eq(events.storeId, ctx.store.id));
    expect(event?.actor).toEqual({ kind: 'staff', id: fresh.people.owner });
  });

  test('the same form twice is one change', async ({ ctx }) => {
    await editStoreIdentity(ctx, identity());
    await expect(editStoreIdentity(ctx, identity())).resolves.toEqual({ version: 2 });
    expect(await recordedChanges(ctx)).toHaveLength(1);
  });

  test('a form that saw older rules is a conflict and writes nothing', async ({ ctx }) => {
    await editStoreIdentity(ctx, identity());
    await expect(editStoreIdentity(ctx, identity({ name: 'Other' }))).rejects.toMatchObject({
      code: 'CONFLICT',
      key: 'settings.errors.changedMeanwhile',
    });
    expect((await getStoreSettings(ctx)).name).toBe('Heath & Harbour');
  });

  test('a colour on which white can not be read is refused with its contrast', async ({ ctx }) => {
    await expect(editStoreIdentity(ctx, identity({ brandColor: '#ffd400' }))).rejects.toMatchObject({
      issues: [
        {
          path: ['brandColor'],
          message: 'settings.errors.colorTooLight',
          params: { contrast: 1.4, needed: 4.5 },
        },
      ],
    });
  });
});

describe('rules', () => {
  const rules = {
    version: 1,
    confirmation: 'manual' as const,
    onlinePaymentMinutes: 45,
    transferPaymentDays: 10,
    completionDays: 14,
    splitShipments: false,
    numberPrefix: 'HH-',
    pricesIncludeTax: true,
  };

  test('of orders are written; what stayed is not in the event', async ({ ctx }) => {
    await expect(editOrderRules(ctx, rules)).resolves.toEqual({ version: 2 });
    expect(await recordedChanges(ctx)).toEqual([
      {
        area: 'orders',
        fields: [
          'confirmation',
          'onlinePaymentMinutes',
          'transferPaymentDays',
          'completionDays',
          'splitShipments',
          'numberPrefix',
        ],
      },
    ]);
  });

  test('out of bounds are refused all at once', async ({ ctx }) => {
    await expect(
      editOrderRules(ctx, { ...rules, onlinePaymentMinutes: 1, completionDays: 400, numberPrefix: 'No 1' }),
    ).rejects.toMatchObject({
      issues: [
        { path: ['onlinePaymentMinutes'], params: { from: 5, to: 10_080 } },
        { path: ['completionDays'], params: { from: 0, to: 365 } },
        { path: ['numberPrefix'], message: 'settings.errors.prefix' },
      ],
    });
  });

  test('of handling keep days once, in the order of the week', async ({ ctx }) => {
    await editHandling(ctx, { version: 1, handlingDays: 2, cutOff: '15:30', workingDays: [6, 1, 2, 1] });
    expect(await getStoreSettings(ctx)).toMatchObject({
      handlingDays: 2,
      cutOff: '15:30',
      workingDays: [1, 2, 6],
    });
    expect(await recordedChanges(ctx)).toEqual([
      { area: 'handling', fields: ['handlingDays', 'cutOff', 'workingDays'] },
    ]);
  });

  test('a store that never works is refused', async ({ ctx }) => {
    await expect(
      editHandling(ctx, { version: 1, handlingDays: 1, cutOff: '17:00', workingDays: [] }),
    ).rejects.toMatchObject({ issues: [{ message: 'settings.errors.workingDays' }] });
  });
});

describe('who may not', () => {
  test('leaves everything as it was', async ({ ctx, as }) => {
    for (const role of ['fulfilment', 'support', 'finance', 'analyst', 'stock', 'stranger'] as const) {
      await expect(editStoreIdentity(as(role), identity())).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(getStoreSettings(as(role))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await recordedChanges(ctx)).toEqual([]);
    expect((await getStoreSettings(ctx)).version).toBe(1);
  });

  test('another store keeps its own', async ({ ctx, inOtherStore }) => {
    await editStoreIdentity(ctx, identity());
    await inOtherStore(async (other) => {
      expect(await getStoreSettings(other)).toMatchObject({ version: 1, name: 'Other Store' });
      const rows = await other.db.select({ id: storeSettings.storeId }).from(storeSettings);
      expect(rows).toEqual([{ id: other.store.id }]);
      const [name] = await other.db
        .select({ name: stores.name })
        .from(stores)
        .where(eq(stores.id, ctx.store.id));
      expect(name?.name).toBe('Heath & Harbour');
    });
  });
});
