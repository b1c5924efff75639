import { sql } from 'drizzle-orm';
import {
  bigint, boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex,
} from 'drizzle-orm/pg-core'; // biome-ignore format: short
import type { ActorRef } from '@/lib/core/actor';
import { at, count, id, oneOf, optionalId, storeId } from '../columns';
import { variants } from './catalog';
import { stores } from './stores';

export const BUCKETS = [
  'available', 'allocated', 'damaged', 'quarantine', 'in_transit', 'supplier', 'customer', 'lost',
] as const; // biome-ignore format: a list
export type Bucket = (typeof BUCKETS)[number];
export const MOVEMENT_CODES = [
  'opening', 'receive', 'allocate', 'release', 'ship', 'unship', 'damage', 'quarantine', 'unquarantine', 'adjust', 'write_off',
  'correct',
] as const; // biome-ignore format: a list
export type MovementCode = (typeof MOVEMENT_CODES)[number];

export const warehouses = pgTable(
  'warehouses',
  {
    storeId: storeId(),
    id: id('whs'),
    code: text('code').notNull(),
    name: text('name').notNull(),
    country: text('country').notNull(),
    city: text('city').notNull().default(''),
    postcode: text('postcode').notNull().default(''),
    street: text('street').notNull().default(''),
    /** Lower is asked first. */
    priority: integer('priority').notNull().default(100),
    active: boolean('active').notNull().default(true),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
    uniqueIndex('warehouses_code').on(t.storeId, t.code),
  ],
);

/** What stands where: counters that movements explain. `on_hand` is generated. */
export const stockLevels = pgTable(
  'stock_levels',
  {
    storeId: storeId(),
    warehouseId: id('whs', 'warehouse_id'),
    variantId: id('var', 'variant_id'),
    available: count('available').default(0),
    allocated: count('allocated').default(0),
    damaged: count('damaged').default(0),
    quarantine: count('quarantine').default(0),
    inTransit: count('in_transit').default(0),
    onHand: bigint('on_hand', { mode: 'number' })
      .notNull()
      .generatedAlwaysAs(sql`available + allocated + damaged + quarantine`),
    safetyStock: count('safety_stock').default(0),
    bin: text('bin').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.warehouseId, t.variantId] }),
    foreignKey({ columns: [t.storeId, t.warehouseId], foreignColumns: [warehouses.storeId, warehouses.id] }),
    foreignKey({ columns: [t.storeId, t.variantId], foreignColumns: [variants.storeId, variants.id] }),
    index('stock_levels_variant').on(t.storeId, t.variantId),
    check(
      'stock_levels_counters',
      sql`available >= 0 and allocated >= 0 and damaged >= 0 and quarantine >= 0 and in_transit >= 0 and safety_stock >= 0`,
    ),
  ],
);

/** How far a variant may be sold beyond its stock. `backordered` never passes the cap. */
export const backorders = pgTable(
  'backorders',
  {
    storeId: storeId(),
    variantId: id('var', 'variant_id'),
    cap: count('cap').default(0),
    backordered: count('backordered').default(0),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.variantId] }),
    foreignKey({ columns: [t.storeId, t.variantId], foreignColumns: [variants.storeId, variants.id] }),
    check('backorders_cap', sql`cap >= 0 and backordered >= 0 and backordered <= cap`),
  ],
);

/** One immutable row per move of units from a bucket to a bucket. Append-only by grant. */
export const stockMovements = pgTable(
  'stock_movements',
  {
    storeId: storeId(),
    id: id('mov'),
    warehouseId: id('whs', 'warehouse_id'),
    variantId: id('var', 'variant_id'),
    fromBucket: text('from_bucket').$type<Bucket>().notNull(),
    toBucket: text('to_bucket').$type<Bucket>().notNull(),
    quantity: count('quantity'),
    code: text('code').$type<MovementCode>().notNull(),
    /** What made it: an order, a parcel, or null when a person did. */
    causeId: text('cause_id'),
    lineId: optionalId('oln', 'line_id'),
    actor: jsonb('actor').$type<ActorRef>().notNull(),
    reason: text('reason').notNull().default(''),
    /** `available` of the level after the move. */
    balanceAfter: count('balance_after'),
    correctsId: optionalId('mov', 'corrects_id'),
    at: at('at').notNull(),
    requestId: text('request_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({
      columns: [t.storeId, t.warehouseId, t.variantId],
      foreignColumns: [stockLevels.storeId, stockLevels.warehouseId, stockLevels.variantId],
    }),
    index('stock_movements_variant').on(t.storeId, t.variantId, t.id),
    oneOf('stock_movements_from', 'from_bucket', BUCKETS),
    oneOf('stock_movements_to', 'to_bucket', BUCKETS),
    oneOf('stock_movements_code', 'code', MOVEMENT_CODES),
    check('stock_movements_quantity', sql`${t.quantity} > 0 and ${t.fromBucket} <> ${t.toBucket}`),
  ],
);
