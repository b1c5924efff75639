import { and, eq } from 'drizzle-orm';
import { customers } from '@/db/schema/customers';
import { allow } from '@/lib/access/allow';
import type { Address } from '@/lib/core/address';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import type { CustomerId } from '@/lib/core/ids';
import { addressesOf } from './customer-addresses';

export type CustomerForOrder = {
  customerId: CustomerId;
  name: string;
  email: string | null;
  phone: string | null;
  company: string;
  country: string | null;
  /** The default first. */
  addresses: Address[];
};

/** What the order editor fills in when a customer is chosen; the order then shows it, so it is no reveal of its own. */
export async function customerForOrder(ctx: AnyCtx, customerId: CustomerId): Promise<CustomerForOrder> {
  allow(ctx, 'customer.contact');
  return read(ctx, async (ctx) => {
    const [found, addresses] = await Promise.all([
      ctx.db
        .select({
          name: customers.name,
          email: customers.email,
          phone: customers.phone,
          company: customers.company,
          country: customers.country,
        })
        .from(customers)
        .where(and(eq(customers.storeId, ctx.store.id), eq(customers.id, customerId))),
      addressesOf(ctx, customerId),
    ]);
    const [customer] = found;
    if (!customer) throw notFound('customers.errors.unknown');
    return { customerId, ...customer, addresses: addresses.map(({ address }) => address) };
  });
}
