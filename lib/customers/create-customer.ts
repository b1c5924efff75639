import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { customers } from '@/db/schema/customers';
import { allow } from '@/lib/access/allow';
import { addressSchema } from '@/lib/core/address';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { type CustomerId, newId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { customerFactsInput, emailFingerprint } from './customer-input';
import { refuseTaken } from './customer-taken';
import { writeCustomerTokens } from './customer-tokens';
import { insertAddress } from './write-address';

export const createCustomerInput = customerFactsInput.extend({
  id: idInput('cus').optional(),
  address: addressSchema.nullish(),
});
export type CreateCustomerInput = z.input<typeof createCustomerInput>;

/** Writes a customer down. An e-mail address belongs to one customer of a store. */
export async function createCustomer(
  ctx: AnyCtx,
  input: CreateCustomerInput,
): Promise<{ customerId: CustomerId }> {
  allow(ctx, 'customer.write');
  const { id, address, ...facts } = createCustomerInput.parse(input);
  const customerId = id ?? newId('cus');
  return transact(ctx, async (ctx) => {
    const known = await nameOf(ctx, customerId);
    if (known !== null && known !== facts.name) throw conflict('customers.errors.idTaken');
    if (known !== null) return { customerId };
    await refuseTaken(ctx, facts, customerId);
    const inserted = await ctx.db
      .insert(customers)
      .values({
        storeId: ctx.store.id,
        id: customerId,
        ...facts,
        emailToken: emailFingerprint(ctx.store.id, facts.email),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: customers.id });
    if (inserted.length === 0) throw conflict('customers.errors.takenMeanwhile');
    await Promise.all([
      writeCustomerTokens(ctx, [{ id: customerId, createdAt: ctx.now, ...facts }]),
      address ? insertAddress(ctx, { id: newId('adr'), customerId, address, isDefault: true }) : null,
      record(ctx, 'customer.created', customerId, { customerId }),
    ]);
    return { customerId };
  });
}

async function nameOf(ctx: TxCtx, id: CustomerId): Promise<string | null> {
  const [row] = await ctx.db
    .select({ name: customers.name })
    .from(customers)
    .where(and(eq(customers.storeId, ctx.store.id), eq(customers.id, id)));
  return row?.name ?? null;
}
