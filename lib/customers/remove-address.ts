import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { customerAddresses } from '@/db/schema/customers';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { idInput } from '@/lib/core/id-input';
import type { Id } from '@/lib/core/ids';
import { record, recordPersonal } from '@/lib/events/record';
import { lockAddress } from './lock-address';
import { makeDefault } from './set-default-address';
import { readAddress } from './write-address';

export const removeAddressInput = z.object({ addressId: idInput('adr') });
export type RemoveAddressInput = z.input<typeof removeAddressInput>;

/** Removes an address; placed orders keep their own copy. The newest one left becomes the default. */
export async function removeAddress(
  ctx: AnyCtx,
  input: RemoveAddressInput,
): Promise<{ addressId: Id<'adr'> }> {
  allow(ctx, 'customer.write');
  const { addressId } = removeAddressInput.parse(input);
  return transact(ctx, async (ctx) => {
    const { customerId, details, isDefault } = await lockAddress(ctx, addressId);
    const store = eq(customerAddresses.storeId, ctx.store.id);
    await ctx.db.delete(customerAddresses).where(and(store, eq(customerAddresses.id, addressId)));
    const [newest] = await ctx.db
      .select({ id: customerAddresses.id })
      .from(customerAddresses)
      .where(and(store, eq(customerAddresses.customerId, customerId)))
      .orderBy(desc(customerAddresses.createdAt), desc(customerAddresses.id))
      .limit(1);
    if (isDefault && newest) await makeDefault(ctx, customerId, newest.id);
    const event = await record(ctx, 'customer.address_removed', customerId, { addressId });
    await recordPersonal(ctx, event, { before: readAddress(details) });
    return { addressId };
  });
}
