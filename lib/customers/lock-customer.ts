import { and, eq } from 'drizzle-orm';
import { customers } from '@/db/schema/customers';
import type { TxCtx } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import type { CustomerId } from '@/lib/core/ids';

/** A customer's facts, kept still until the transaction ends. A stranger's is not found. */
export async function lockCustomer(ctx: TxCtx, customerId: CustomerId) {
  const [customer] = await ctx.db
    .select({
      name: customers.name,
      email: customers.email,
      phone: customers.phone,
      company: customers.company,
      country: customers.country,
      locale: customers.locale,
      externalId: customers.externalId,
      createdAt: customers.createdAt,
      version: customers.version,
    })
    .from(customers)
    .where(and(eq(customers.storeId, ctx.store.id), eq(customers.id, customerId)))
    .for('update');
  if (!customer) throw notFound('customers.errors.unknown');
  return customer;
}
