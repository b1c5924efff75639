import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { customerAddresses } from '@/db/schema/customers';
import { allow } from '@/lib/access/allow';
import { addressSchema } from '@/lib/core/address';
import { changedFields } from '@/lib/core/changed-fields';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import type { Id } from '@/lib/core/ids';
import { record, recordPersonal } from '@/lib/events/record';
import { lockAddress } from './lock-address';
import { addressColumns, readAddress } from './write-address';

export const editAddressInput = z.object({
  addressId: idInput('adr'),
  version: z.int(),
  address: addressSchema,
});
export type EditAddressInput = z.input<typeof editAddressInput>;

/** Rewrites an address, if nobody changed it since `version` was read. */
export async function editAddress(
  ctx: AnyCtx,
  input: EditAddressInput,
): Promise<{ addressId: Id<'adr'>; version: number }> {
  allow(ctx, 'customer.write');
  const { addressId, version, address } = editAddressInput.parse(input);
  return transact(ctx, async (ctx) => {
    const row = await lockAddress(ctx, addressId);
    const before = readAddress(row.details);
    const fields = changedFields(before, address);
    if (fields.length === 0) return { addressId, version: row.version };
    const [written] = await ctx.db
      .update(customerAddresses)
      .set({ ...addressColumns(address), version: sql`${customerAddresses.version} + 1` })
      .where(
        and(
          eq(customerAddresses.storeId, ctx.store.id),
          eq(customerAddresses.id, addressId),
          eq(customerAddresses.version, version),
        ),
      )
      .returning({ version: customerAddresses.version });
    if (!written) throw conflict('customers.errors.addressChanged');
    const event = await record(ctx, 'customer.address_edited', row.customerId, { addressId, fields });
    await recordPersonal(ctx, event, { before, after: address });
    return { addressId, version: written.version };
  });
}
