import { sql } from 'drizzle-orm';
import {
  boolean, check, date, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex,
} from 'drizzle-orm/pg-core'; // biome-ignore format: short
import { amount, at, count, id, oneOf, optionalAmount, sealed, storeId } from '../columns';

/** Outside the walls: what a sign-in page or a shopper page needs before any store is chosen. */
export const stores = pgTable(
  'stores',
  {
    id: id('sto').primaryKey(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    currency: text('currency').notNull(),
    timeZone: text('time_zone').notNull(),
    locale: text('locale').notNull(),
    country: text('country').notNull(),
    brandColor: text('brand_color').notNull().default('#3145b8'),
    initials: text('initials').notNull(),
    isDemo: boolean('is_demo').notNull().default(false),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('stores_slug').on(t.slug),
    oneOf('stores_locale', 'locale', ['en', 'zh-CN']),
    check('stores_currency', sql`${t.currency} ~ '^[A-Z]{3}$'`),
  ],
);

/** The rules one store works by. One row a store. */
export const storeSettings = pgTable(
  'store_settings',
  {
    storeId: storeId(),
    legalName: text('legal_name').notNull().default(''),
    contactEmail: sealed('contact_email'),
    contactPhone: sealed('contact_phone'),
    street: sealed('street'),
    city: text('city').notNull().default(''),
    postcode: text('postcode').notNull().default(''),
    pricesIncludeTax: boolean('prices_include_tax').notNull().default(true),
    shippingTaxClassId: text('shipping_tax_class').notNull().default('standard'),
    handlingDays: integer('handling_days').notNull().default(1),
    cutOff: text('cut_off').notNull().default('17:00'),
    /** ISO weekdays (1 = Monday) on which the warehouses work. */
    workingDays: integer('working_days').array().notNull().default([1, 2, 3, 4, 5]),
    numberPrefix: text('number_prefix').notNull().default('#'),
    confirmation: text('confirmation').notNull().default('automatic'),
    onlinePaymentMinutes: integer('online_payment_minutes').notNull().default(30),
    transferPaymentDays: integer('transfer_payment_days').notNull().default(7),
    completionDays: integer('completion_days').notNull().default(7),
    splitShipments: boolean('split_shipments').notNull().default(true),
    updatedAt: at('updated_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.storeId] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
    oneOf('store_settings_confirmation', 'confirmation', ['automatic', 'manual']),
    check('store_settings_cut_off', sql`${t.cutOff} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`),
    check(
      'store_settings_days',
      sql`${t.handlingDays} between 0 and 60 and ${t.completionDays} between 0 and 365
        and ${t.onlinePaymentMinutes} between 5 and 10080 and ${t.transferPaymentDays} between 1 and 90`,
    ),
  ],
);

/** Human numbers, leased in blocks: gaps are allowed, duplicates never. */
export const numberLeases = pgTable(
  'number_leases',
  { storeId: storeId(), kind: text('kind').notNull(), next: count('next') },
  (t) => [
    primaryKey({ columns: [t.storeId, t.kind] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
  ],
);

export const taxClasses = pgTable(
  'tax_classes',
  {
    storeId: storeId(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.code] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
  ],
);

/** A rate in parts per million (20 % is 200,000) by class, destination country and day; country '*' is the rest. */
export const taxRates = pgTable(
  'tax_rates',
  {
    storeId: storeId(),
    id: id('txr'),
    taxClass: text('tax_class').notNull(),
    country: text('country').notNull(),
    name: text('name').notNull(),
    ratePpm: integer('rate_ppm').notNull(),
    validFrom: date('valid_from').notNull(),
    /** The last day it holds; null while it has no end. */
    validTo: date('valid_to'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId, t.taxClass], foreignColumns: [taxClasses.storeId, taxClasses.code] }),
    uniqueIndex('tax_rates_start').on(t.storeId, t.taxClass, t.country, t.validFrom),
    check('tax_rates_rate', sql`${t.ratePpm} between 0 and 1000000`),
    check('tax_rates_dates', sql`${t.validTo} is null or ${t.validTo} >= ${t.validFrom}`),
    check('tax_rates_country', sql`${t.country} = '*' or ${t.country} ~ '^[A-Z]{2}$'`),
  ],
);

export const shippingMethods = pgTable(
  'shipping_methods',
  {
    storeId: storeId(),
    id: id('shm'),
    name: text('name').notNull(),
    carrier: text('carrier').notNull().default(''),
    priceMinor: amount('price_minor'),
    /** Orders whose goods reach this much ship free; null never. */
    freeFromMinor: optionalAmount('free_from_minor'),
    /** Destination countries; empty means everywhere. */
    countries: text('countries').array().notNull().default([]),
    transitDaysMin: integer('transit_days_min').notNull().default(1),
    transitDaysMax: integer('transit_days_max').notNull().default(3),
    position: integer('position').notNull().default(0),
    active: boolean('active').notNull().default(true),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
    index('shipping_methods_order').on(t.storeId, t.position),
    check(
      'shipping_methods_price',
      sql`${t.priceMinor} >= 0 and (${t.freeFromMinor} is null or ${t.freeFromMinor} >= 0)`,
    ),
    check(
      'shipping_methods_transit',
      sql`${t.transitDaysMin} >= 0 and ${t.transitDaysMax} >= ${t.transitDaysMin}`,
    ),
  ],
);
