import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { at, bytes, id, sealed, storeId, token } from '../columns';
import { users } from './access';
import { stores } from './stores';

export const customers = pgTable(
  'customers',
  {
    storeId: storeId(),
    id: id('cus'),
    name: sealed('name').notNull(),
    email: sealed('email'),
    /** Keyed fingerprint of the normalised e-mail: one customer an address. */
    emailToken: bytes('email_token'),
    phone: sealed('phone'),
    company: text('company').notNull().default(''),
    country: text('country'),
    locale: text('locale'),
    /** The merchant's own number for this person, from files or other systems. */
    externalId: text('external_id'),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
    uniqueIndex('customers_email').on(t.storeId, t.emailToken),
    uniqueIndex('customers_external').on(t.storeId, t.externalId),
    index('customers_recent').on(t.storeId, t.createdAt, t.id),
  ],
);

export const customerAddresses = pgTable(
  'customer_addresses',
  {
    storeId: storeId(),
    id: id('adr'),
    customerId: id('cus', 'customer_id'),
    /** Recipient, company, street lines, city, region, postcode and phone as one sealed JSON text. */
    details: sealed('details').notNull(),
    city: text('city').notNull().default(''),
    postcodeArea: text('postcode_area').notNull().default(''),
    country: text('country').notNull(),
    isDefault: boolean('is_default').notNull().default(false),
    createdAt: at('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId, t.customerId], foreignColumns: [customers.storeId, customers.id] }),
    index('customer_addresses_customer').on(t.storeId, t.customerId),
  ],
);

export const customerNotes = pgTable(
  'customer_notes',
  {
    storeId: storeId(),
    id: id('nte'),
    customerId: id('cus', 'customer_id'),
    authorId: id('usr', 'author_id'),
    body: sealed('body').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId, t.customerId], foreignColumns: [customers.storeId, customers.id] }),
    foreignKey({ columns: [t.authorId], foreignColumns: [users.id] }),
    index('customer_notes_customer').on(t.storeId, t.customerId, t.createdAt),
  ],
);

/** Blind tokens of name prefixes, e-mail, phone and external id. */
export const customerSearch = pgTable(
  'customer_search',
  {
    storeId: storeId(),
    token: token('token').notNull(),
    createdAt: at('created_at').notNull(),
    customerId: id('cus', 'customer_id'),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.token, t.createdAt, t.customerId] }),
    foreignKey({
      columns: [t.storeId, t.customerId],
      foreignColumns: [customers.storeId, customers.id],
    }).onDelete('cascade'),
    index('customer_search_customer').on(t.storeId, t.customerId),
  ],
);
