import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { type ListedCustomer, listCustomers } from './list-customers';

export const searchCustomersInput = z.object({
  text: z.string().max(200),
  limit: z.int().min(1).max(50).default(12),
});
export type SearchCustomersInput = z.input<typeof searchCustomersInput>;
export type FoundCustomer = Pick<
  ListedCustomer,
  'customerId' | 'name' | 'company' | 'maskedEmail' | 'country' | 'orders'
>;

/** Customers by name starts, e-mail, phone or external id: for the order editor and the palette. */
export async function searchCustomers(
  ctx: AnyCtx,
  input: SearchCustomersInput,
): Promise<{ customers: FoundCustomer[] }> {
  allow(ctx, 'customer.read');
  const { text, limit } = searchCustomersInput.parse(input);
  return read(ctx, async (ctx) => {
    const { customers } = await listCustomers(ctx, { text, size: limit });
    return {
      customers: customers.map(({ customerId, name, company, maskedEmail, country, orders }) => ({
        customerId,
        name,
        company,
        maskedEmail,
        country,
        orders,
      })),
    };
  });
}
