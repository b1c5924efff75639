import { describe, expect } from 'vitest';
import { newId } from '@/lib/core/ids';
import { test } from '@/test/rollback-test';
import { addTaxClass } from './add-tax-class';
import { type AddTaxRateInput, addTaxRate } from './add-tax-rate';
import { chooseShippingTax } from './choose-shipping-tax';
import { editTaxRate } from './edit-tax-rate';
import { endTaxRate } from './end-tax-rate';
import { getStoreSettings } from './get-store-settings';
import { listTaxClasses } from './list-tax-classes';
import { listTaxRates } from './list-tax-rates';
import { recordedChanges } from './recorded-changes.setup';
import { renameTaxClass } from './rename-tax-class';

const vat = (over: Partial<AddTaxRateInput> = {}): AddTaxRateInput => ({
  taxClass: 'standard',
  country: 'EE',
  name: 'VAT',
  ratePpm: 220_000,
  validFrom: '2024-01-01',
  ...over,
});

const spans = (classes: Awaited<ReturnType<typeof listTaxRates>>, country: string) =>
  classes
    .flatMap(({ rates }) => rates)
    .filter((rate) => rate.country === country)
    .map(({ validFrom, validTo, ratePpm }) => ({ validFrom, validTo, ratePpm }));

describe('a rate', () => {
  test('is added once, however often the form is sent', async ({ ctx }) => {
    const id = newId('txr');
    await expect(addTaxRate(ctx, vat({ id }))).resolves.toEqual({ taxRateId: id });
    await expect(addTaxRate(ctx, vat({ id }))).resolves.toEqual({ taxRateId: id });
    await expect(addTaxRate(ctx, vat({ id, ratePpm: 1 }))).rejects.toMatchObject({
      code: 'CONFLICT',
      key: 'settings.errors.idTaken',
    });
    expect(spans(await listTaxRates(ctx), 'EE')).toHaveLength(1);
    expect(await recordedChanges(ctx)).toEqual([
      {
        area: 'taxes',
        fields: ['taxClass', 'country', 'name', 'ratePpm', 'validFrom', 'validTo'],
        of: id,
      },
    ]);
  });

  test('ends, and the next one begins the day after', async ({ ctx }) => {
    const { taxRateId } = await addTaxRate(ctx, vat());
    await expect(addTaxRate(ctx, vat({ ratePpm: 240_000, validFrom: '2025-07-01' }))).rejects.toMatchObject({
      code: 'CONFLICT',
      key: 'settings.errors.rateOverlapsOpen',
      details: { params: { from: '2024-01-01' }, problems: [{ pointer: '/validFrom' }] },
    });
    await expect(endTaxRate(ctx, { taxRateId, version: 1, lastDay: '2025-06-30' })).resolves.toEqual({
      version: 2,
    });
    await expect(endTaxRate(ctx, { taxRateId, version: 1, lastDay: '2025-06-30' })).resolves.toEqual({
      version: 2,
    });
    await addTaxRate(ctx, vat({ ratePpm: 240_000, validFrom: '2025-07-01' }));
    expect(spans(await listTaxRates(ctx), 'EE')).toEqual([
      { validFrom: '2025-07-01', validTo: null, ratePpm: 240_000 },
      { validFrom: '2024-01-01', validTo: '2025-06-30', ratePpm: 220_000 },
    ]);
    expect((await recordedChanges(ctx)).map(({ fields }) => fields)).toContainEqual(['validTo']);
  });

  test('can not be stretched over its neighbour, nor end before it begins', async ({ ctx }) => {
    const { taxRateId } = await addTaxRate(ctx, vat({ validTo: '2025-06-30' }));
    await addTaxRate(ctx, vat({ ratePpm: 240_000, validFrom: '2025-07-01', validTo: '2025-12-31' }));
    const edit = { ...vat({ validTo: '2025-07-01' }), taxRateId, version: 1 };
    await expect(editTaxRate(ctx, edit)).rejects.toMatchObject({
      key: 'settings.errors.rateOverlaps',
      details: { params: { from: '2025-07-01', to: '2025-12-31' } },
    });
    await expect(endTaxRate(ctx, { taxRateId, version: 1, lastDay: '2023-12-31' })).rejects.toMatchObject({
      code: 'INVALID',
      key: 'settings.errors.endsBeforeItBegins',
    });
    await expect(addTaxRate(ctx, vat({ country: 'FI', validTo: '2023-01-01' }))).rejects.toMatchObject({
      issues: [{ path: ['validTo'] }],
    });
  });

  test('that somebody else changed is a conflict', async ({ ctx }) => {
    const { taxRateId } = await addTaxRate(ctx, vat());
    await editTaxRate(ctx, { ...vat({ ratePpm: 210_000 }), taxRateId, version: 1 });
    await expect(
      editTaxRate(ctx, { ...vat({ ratePpm: 230_000 }), taxRateId, version: 1 }),
    ).rejects.toMatchObject({ key: 'settings.errors.changedMeanwhile' });
  });

  test('of another store is not found', async ({ ctx, inOtherStore }) => {
    const { taxRateId } = await addTaxRate(ctx, vat());
    await inOtherStore(async (other) => {
      await expect(endTaxRate(other, { taxRateId, version: 1, lastDay: '2025-01-01' })).rejects.toMatchObject(
        {
          code: 'NOT_FOUND',
        },
      );
      expect(spans(await listTaxRates(other), 'EE')).toEqual([]);
    });
    expect(spans(await listTaxRates(ctx), 'EE')[0]?.validTo).toBeNull();
  });
});

describe('a class', () => {
  test('is added, renamed, and can tax shipping', async ({ ctx }) => {
    await addTaxClass(ctx, { code: 'books', name: 'Books' });
    await addTaxClass(ctx, { code: 'books', name: 'Books' });
    await expect(addTaxClass(ctx, { code: 'books', name: 'Other' })).rejects.toMatchObject({
      key: 'settings.errors.classTaken',
    });
    await expect(renameTaxClass(ctx, { code: 'books', version: 1, name: 'Printed books' })).resolves.toEqual({
      version: 2,
    });
    await expect(renameTaxClass(ctx, { code: 'books', version: 1, name: 'Paper' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await listTaxClasses(ctx)).toContainEqual({ code: 'books', name: 'Printed books' });
    await chooseShippingTax(ctx, { version: 1, taxClass: 'books' });
    expect((await getStoreSettings(ctx)).shippingTaxClass).toBe('books');
    await expect(chooseShippingTax(ctx, { version: 2, taxClass: 'gone' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await recordedChanges(ctx)).toEqual([
      { area: 'taxes', fields: ['code', 'name'], of: 'books' },
      { area: 'taxes', fields: ['name'], of: 'books' },
      { area: 'taxes', fields: ['shippingTaxClassId'] },
    ]);
  });
});

test('who may not changes no tax', async ({ ctx, as }) => {
  const { taxRateId } = await addTaxRate(ctx, vat());
  for (const role of ['support', 'finance', 'analyst', 'stranger'] as const) {
    const forbidden = { code: 'FORBIDDEN' };
    await expect(addTaxRate(as(role), vat({ country: 'FI' }))).rejects.toMatchObject(forbidden);
    await expect(
      endTaxRate(as(role), { taxRateId, version: 1, lastDay: '2025-01-01' }),
    ).rejects.toMatchObject(forbidden);
    await expect(addTaxClass(as(role), { code: 'books', name: 'Books' })).rejects.toMatchObject(forbidden);
    await expect(chooseShippingTax(as(role), { version: 1, taxClass: 'standard' })).rejects.toMatchObject(
      forbidden,
    );
  }
  expect(await recordedChanges(ctx)).toHaveLength(1);
  expect(spans(await listTaxRates(ctx), 'FI')).toEqual([]);
});
