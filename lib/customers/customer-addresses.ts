import { and, desc, eq } from 'drizzle-orm';
import { customerAddresses } from '@/db/schema/customers';
import type { Address } from '@/lib/core/address';
import type { TxCtx } from '@/lib/core/ctx';
import type { CustomerId, Id } from '@/lib/core/ids';
import { readAddress } from './write-address';

export type CustomerAddress = {
  addressId: Id<'adr'>;
  address: Address;
  isDefault: boolean;
  version: number;
};

/** A customer's addresses in full, the default first. For verbs and queries that asked for the permission. */
export async function addressesOf(ctx: TxCtx, customerId: CustomerId): Promise<CustomerAddress[]> {
  const rows = await ctx.db
    .select({
      addressId: customerAddresses.id,
      details: customerAddresses.details,
      isDefault: customerAddresses.isDefault,
      version: customerAddresses.version,
    })
    .from(customerAddresses)
    .where(and(eq(customerAddresses.storeId, ctx.store.id), eq(customerAddresses.customerId, customerId)))
    .orderBy(desc(customerAddresses.isDefault), desc(customerAddresses.createdAt), desc(customerAddresses.id))
    .limit(100);
  return rows.map(({ details, ...row }) => ({ ...row, address: readAddress(details) }));
}
