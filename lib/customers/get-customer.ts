import { and, desc, eq } from 'drizzle-orm';
import { users } from '@/db/schema/access';
import { customerAddresses, customerNotes, customers } from '@/db/schema/customers';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import type { CustomerId, Id } from '@/lib/core/ids';
import { type CustomerFigures, customerFigures } from './customer-figures';
import { maskEmail, maskPhone } from './mask-contact';

export type CustomerDetail = {
  customerId: CustomerId;
  name: string;
  company: string;
  country: string | null;
  locale: string | null;
  externalId: string | null;
  /** Contact is masked here for everybody; `revealContact` shows it, and records that it did. */
  maskedEmail: string | null;
  maskedPhone: string | null;
  createdAt: Date;
  version: number;
  addresses: {
    addressId: Id<'adr'>;
    city: string;
    postcodeArea: string;
    country: string;
    isDefault: boolean;
  }[];
  notes: { noteId: Id<'nte'>; body: string; author: string; createdAt: Date }[];
  figures: CustomerFigures;
};

const MOST_NOTES = 100;

/** Everything about one person but their orders, which are paged on their own. */
export async function getCustomer(ctx: AnyCtx, customerId: CustomerId): Promise<CustomerDetail> {
  allow(ctx, 'customer.read');
  return read(ctx, async (ctx) => {
    const [found, addresses, notes, figures] = await Promise.all([
      factsOf(ctx, customerId),
      placesOf(ctx, customerId),
      notesOf(ctx, customerId),
      customerFigures(ctx, customerId),
    ]);
    if (!found) throw notFound('customers.errors.unknown');
    const { email, phone, ...facts } = found;
    return {
      ...facts,
      customerId,
      maskedEmail: maskEmail(email),
      maskedPhone: maskPhone(phone),
      addresses,
      notes,
      figures,
    };
  });
}

async function factsOf(ctx: TxCtx, customerId: CustomerId) {
  const [customer] = await ctx.db
    .select({
      name: customers.name,
      company: customers.company,
      country: customers.country,
      locale: customers.locale,
      externalId: customers.externalId,
      email: customers.email,
      phone: customers.phone,
      createdAt: customers.createdAt,
      version: customers.version,
    })
    .from(customers)
    .where(and(eq(customers.storeId, ctx.store.id), eq(customers.id, customerId)));
  return customer;
}

function placesOf(ctx: TxCtx, customerId: CustomerId) {
  return ctx.db
    .select({
      addressId: customerAddresses.id,
      city: customerAddresses.city,
      postcodeArea: customerAddresses.postcodeArea,
      country: customerAddresses.country,
      isDefault: customerAddresses.isDefault,
    })
    .from(customerAddresses)
    .where(and(eq(customerAddresses.storeId, ctx.store.id), eq(customerAddresses.customerId, customerId)))
    .orderBy(desc(customerAddresses.isDefault), desc(customerAddresses.createdAt), desc(customerAddresses.id))
    .limit(100);
}

function notesOf(ctx: TxCtx, customerId: CustomerId) {
  return ctx.db
    .select({
      noteId: customerNotes.id,
      body: customerNotes.body,
      author: users.name,
      createdAt: customerNotes.createdAt,
    })
    .from(customerNotes)
    .innerJoin(users, eq(users.id, customerNotes.authorId))
    .where(and(eq(customerNotes.storeId, ctx.store.id), eq(customerNotes.customerId, customerId)))
    .orderBy(desc(customerNotes.createdAt), desc(customerNotes.id))
    .limit(MOST_NOTES);
}
