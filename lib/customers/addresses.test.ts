import { describe, expect } from 'vitest';
import type { TxCtx } from '@/lib/core/ctx';
import { newId } from '@/lib/core/ids';
import { eventsOf } from '@/test/events-of';
import { test } from '@/test/rollback-test';
import { addAddress } from './add-address';
import { createCustomer } from './create-customer';
import { customerForOrder } from './customer-for-order';
import { editAddress } from './edit-address';
import { getCustomer } from './get-customer';
import { removeAddress } from './remove-address';
import { setDefaultAddress } from './set-default-address';

const HOME = {
  name: 'Tom Okafor',
  line1: '12 Cotham Hill',
  city: 'Bristol',
  postcode: 'BS6 6LF',
  country: 'GB',
};
const WORK = { ...HOME, line1: '1 Harbourside', city: 'Leeds', postcode: 'LS1 4AP' };

async function tom(ctx: TxCtx) {
  return (await createCustomer(ctx, { name: 'Tom Okafor' })).customerId;
}
const cities = async (ctx: TxCtx, customerId: Awaited<ReturnType<typeof tom>>) =>
  (await getCustomer(ctx, customerId)).addresses.map((a) => `${a.city}${a.isDefault ? '*' : ''}`);

describe('addresses', () => {
  test('the first is the default; another may take its place; one is always left with it', async ({
    ctx,
    at,
  }) => {
    const customerId = await tom(ctx);
    const home = { customerId, id: newId('adr'), address: HOME };
    await addAddress(ctx, home);
    await addAddress(ctx, home);
    const later = at(new Date(ctx.now.getTime() + 60_000));
    const { addressId: work } = await addAddress(later, { customerId, address: WORK });
    expect(await cities(ctx, customerId)).toEqual(['Bristol*', 'Leeds']);
    await setDefaultAddress(ctx, { addressId: work });
    await setDefaultAddress(ctx, { addressId: work });
    expect(await cities(ctx, customerId)).toEqual(['Leeds*', 'Bristol']);
    await removeAddress(ctx, { addressId: work });
    expect(await cities(ctx, customerId)).toEqual(['Bristol*']);
    expect((await eventsOf(ctx, customerId)).slice(1)).toEqual([
      ['customer.address_added', { addressId: home.id }],
      ['customer.address_added', { addressId: work }],
      ['customer.default_address_changed', { addressId: work }],
      ['customer.address_removed', { addressId: work }],
    ]);
  });

  test('are edited by version, and what changed is named', async ({ ctx }) => {
    const customerId = await tom(ctx);
    const { addressId } = await addAddress(ctx, { customerId, address: HOME });
    const input = { addressId, version: 1, address: WORK };
    expect(await editAddress(ctx, input)).toEqual({ addressId, version: 2 });
    expect(await editAddress(ctx, input)).toEqual({ addressId, version: 2 });
    expect((await eventsOf(ctx, customerId)).at(-1)).toEqual([
      'customer.address_edited',
      { addressId, fields: ['line1', 'city', 'postcode'] },
    ]);
    await expect(editAddress(ctx, { ...input, address: HOME })).rejects.toMatchObject({
      code: 'CONFLICT',
      key: 'customers.errors.addressChanged',
    });
    expect((await customerForOrder(ctx, customerId)).addresses).toMatchObject([WORK]);
  });

  test('are refused to who may not, and find no stranger', async ({ ctx, as, inOtherStore }) => {
    const customerId = await tom(ctx);
    const { addressId } = await addAddress(ctx, { customerId, address: HOME });
    const finance = as('finance');
    await expect(addAddress(finance, { customerId, address: WORK })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(editAddress(finance, { addressId, version: 1, address: WORK })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(setDefaultAddress(finance, { addressId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(removeAddress(finance, { addressId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(customerForOrder(as('stock'), customerId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await inOtherStore(async (other) => {
      const unknown = { code: 'NOT_FOUND' };
      await expect(addAddress(other, { customerId, address: WORK })).rejects.toMatchObject(unknown);
      await expect(editAddress(other, { addressId, version: 1, address: WORK })).rejects.toMatchObject(
        unknown,
      );
      await expect(setDefaultAddress(other, { addressId })).rejects.toMatchObject(unknown);
      await expect(removeAddress(other, { addressId })).rejects.toMatchObject(unknown);
      await expect(customerForOrder(other, customerId)).rejects.toMatchObject(unknown);
    });
    expect(await cities(ctx, customerId)).toEqual(['Bristol*']);
    expect(await eventsOf(ctx, customerId)).toHaveLength(2);
  });
});
