import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { customerAddresses } from '@/db/schema/customers';
import { allow } from '@/lib/access/allow';
import { addressSchema } from '@/lib/core/address';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { type Id, newId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { lockCustomer } from './lock-customer';
import { makeDefault } from './set-default-address';
import { insertAddress } from './write-address';

export const addAddressInput = z.object({
  customerId: idInput('cus'),
  id: idInput('adr').optional(),
  address: addressSchema,
  isDefault: z.boolean().default(false),
});
export type AddAddressInput = z.input<typeof addAddressInput>;

/** Adds an address. The first one is the default; the same id twice is one. */
export async function addAddress(ctx: AnyCtx, input: AddAddressInput): Promise<{ addressId: Id<'adr'> }> {
  allow(ctx, 'customer.write');
  const { customerId, id, address, isDefault } = addAddressInput.parse(input);
  const addressId = id ?? newId('adr');
  return transact(ctx, async (ctx) => {
    await lockCustomer(ctx, customerId);
    const known = await ctx.db
      .select({ id: customerAddresses.id })
      .from(customerAddresses)
      .where(and(eq(customerAddresses.storeId, ctx.store.id), eq(customerAddresses.customerId, customerId)));
    if (known.some((row) => row.id === addressId)) return { addressId };
    const inserted = await insertAddress(ctx, { id: addressId, customerId, address, isDefault: false });
    if (!inserted) throw conflict('customers.errors.idTaken');
    if (isDefault || known.length === 0) await makeDefault(ctx, customerId, addressId);
    await record(ctx, 'customer.address_added', customerId, { addressId });
    return { addressId };
  });
}
