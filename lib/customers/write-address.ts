import { customerAddresses } from '@/db/schema/customers';
import { type Address, keptAddressSchema, postcodeArea } from '@/lib/core/address';
import type { TxCtx } from '@/lib/core/ctx';
import type { CustomerId, Id } from '@/lib/core/ids';

/** An address as a row keeps it: sealed whole, with what routes and filters plain beside it. */
export function addressColumns(address: Address) {
  return {
    details: JSON.stringify(address),
    city: address.city,
    postcodeArea: postcodeArea(address.postcode),
    country: address.country,
  };
}

/** The address a row keeps. */
export function readAddress(details: string): Address {
  return keptAddressSchema.parse(JSON.parse(details));
}

export async function insertAddress(
  ctx: TxCtx,
  row: { id: Id<'adr'>; customerId: CustomerId; address: Address; isDefault: boolean },
): Promise<boolean> {
  const inserted = await ctx.db
    .insert(customerAddresses)
    .values({
      storeId: ctx.store.id,
      id: row.id,
      customerId: row.customerId,
      isDefault: row.isDefault,
      createdAt: ctx.now,
      ...addressColumns(row.address),
    })
    .onConflictDoNothing()
    .returning({ id: customerAddresses.id });
  return inserted.length > 0;
}
