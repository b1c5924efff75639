import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { idInput } from '@/lib/core/id-input';
import { record } from '@/lib/events/record';
import { addressesOf, type CustomerAddress } from './customer-addresses';
import { lockCustomer } from './lock-customer';

export const revealContactInput = z.object({ customerId: idInput('cus') });
export type RevealContactInput = z.input<typeof revealContactInput>;
export type RevealedContact = {
  email: string | null;
  phone: string | null;
  addresses: CustomerAddress[];
};

/** Shows a customer's contact and addresses in full. That somebody looked is an event. */
export async function revealContact(ctx: AnyCtx, input: RevealContactInput): Promise<RevealedContact> {
  allow(ctx, 'customer.contact');
  const { customerId } = revealContactInput.parse(input);
  return transact(ctx, async (ctx) => {
    const { email, phone } = await lockCustomer(ctx, customerId);
    const addresses = await addressesOf(ctx, customerId);
    await record(ctx, 'customer.revealed', customerId, { customerId });
    return { email, phone, addresses };
  });
}
