import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { customerAddresses } from '@/db/schema/customers';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { idInput } from '@/lib/core/id-input';
import { type CustomerId, type Id, uuidOf } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { lockAddress } from './lock-address';

export const setDefaultAddressInput = z.object({ addressId: idInput('adr') });
export type SetDefaultAddressInput = z.input<typeof setDefaultAddressInput>;

/** Makes one address the one that new orders begin with. */
export async function setDefaultAddress(
  ctx: AnyCtx,
  input: SetDefaultAddressInput,
): Promise<{ addressId: Id<'adr'> }> {
  allow(ctx, 'customer.write');
  const { addressId } = setDefaultAddressInput.parse(input);
  return transact(ctx, async (ctx) => {
    const { customerId, isDefault } = await lockAddress(ctx, addressId);
    if (isDefault) return { addressId };
    await makeDefault(ctx, customerId, addressId);
    await record(ctx, 'customer.default_address_changed', customerId, { addressId });
    return { addressId };
  });
}

/** One statement, so that there is never a moment with two. The customer must be locked. */
export async function makeDefault(ctx: TxCtx, customerId: CustomerId, addressId: Id<'adr'>): Promise<void> {
  await ctx.db
    .update(customerAddresses)
    .set({ isDefault: sql`${customerAddresses.id} = ${uuidOf(addressId)}::uuid` })
    .where(and(eq(customerAddresses.storeId, ctx.store.id), eq(customerAddresses.customerId, customerId)));
}
