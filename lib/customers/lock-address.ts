import { and, eq } from 'drizzle-orm';
import { customerAddresses } from '@/db/schema/customers';
import type { TxCtx } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { lockCustomer } from './lock-customer';

/** An address, its customer locked first: one person's addresses change one verb at a time. */
export async function lockAddress(ctx: TxCtx, addressId: Id<'adr'>) {
  const mine = and(eq(customerAddresses.storeId, ctx.store.id), eq(customerAddresses.id, addressId));
  const [owner] = await ctx.db
    .select({ customerId: customerAddresses.customerId })
    .from(customerAddresses)
    .where(mine);
  if (!owner) throw notFound('customers.errors.addressUnknown');
  await lockCustomer(ctx, owner.customerId);
  const [address] = await ctx.db
    .select({
      customerId: customerAddresses.customerId,
      details: customerAddresses.details,
      isDefault: customerAddresses.isDefault,
      version: customerAddresses.version,
    })
    .from(customerAddresses)
    .where(mine);
  if (!address) throw notFound('customers.errors.addressUnknown');
  return address;
}
