import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import {
  MEMBER_STATUSES,
  type MemberStatus,
  WAVE_STATUSES,
  type WaveStatus,
} from '@/lib/fulfilment/wave-state';
import { at, count, id, oneOf, storeId } from '../columns';
import { users } from './access';
import { orders } from './orders';
import { warehouses } from './stock';

/** Many orders of one warehouse fetched in one round. */
export const pickWaves = pgTable(
  'pick_waves',
  {
    storeId: storeId(),
    id: id('wav'),
    /** 1, 2, 3 … within the store: what people call it. */
    number: integer('number').notNull(),
    warehouseId: id('whs', 'warehouse_id'),
    status: text('status').$type<WaveStatus>().notNull(),
    createdBy: id('usr', 'created_by'),
    createdAt: at('created_at').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId, t.warehouseId], foreignColumns: [warehouses.storeId, warehouses.id] }),
    foreignKey({ columns: [t.createdBy], foreignColumns: [users.id] }),
    uniqueIndex('pick_waves_number').on(t.storeId, t.number),
    oneOf('pick_waves_status_known', 'status', WAVE_STATUSES),
    check('pick_waves_ended', sql`(${t.status} = 'open') = (${t.endedAt} is null)`),
  ],
);

/** An order in a wave, and the parcel its units go into: one id, so that picking twice is picking once. */
export const pickWaveOrders = pgTable(
  'pick_wave_orders',
  {
    storeId: storeId(),
    waveId: id('wav', 'wave_id'),
    orderId: id('ord', 'order_id'),
    warehouseId: id('whs', 'warehouse_id'),
    shipmentId: id('shp', 'shipment_id'),
    position: integer('position').notNull(),
    /** Its wave is open: no order stands in two open waves of a warehouse. */
    open: boolean('open').notNull().default(true),
    status: text('status').$type<MemberStatus>().notNull().default('waiting'),
    /** Why it was skipped, as a message key. */
    reason: text('reason').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.waveId, t.orderId] }),
    foreignKey({ columns: [t.storeId, t.waveId], foreignColumns: [pickWaves.storeId, pickWaves.id] }),
    foreignKey({ columns: [t.storeId, t.orderId], foreignColumns: [orders.storeId, orders.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.storeId, t.warehouseId], foreignColumns: [warehouses.storeId, warehouses.id] }),
    uniqueIndex('pick_wave_orders_open').on(t.storeId, t.orderId, t.warehouseId).where(sql`open`),
    index('pick_wave_orders_order').on(t.storeId, t.orderId),
    oneOf('pick_wave_orders_status_known', 'status', MEMBER_STATUSES),
  ],
);

/** How many units of a SKU were found on the round; all of them, or fewer. */
export const pickWaveTicks = pgTable(
  'pick_wave_ticks',
  {
    storeId: storeId(),
    waveId: id('wav', 'wave_id'),
    sku: text('sku').notNull(),
    found: count('found'),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.waveId, t.sku] }),
    foreignKey({ columns: [t.storeId, t.waveId], foreignColumns: [pickWaves.storeId, pickWaves.id] }),
    check('pick_wave_ticks_found', sql`${t.found} >= 0`),
  ],
);
