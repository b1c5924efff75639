import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { SHIPMENT_STATUSES } from '@/lib/shipping/shipment-state';
import { at, count, id, oneOf, storeId } from '../columns';
import { orderLines, orders } from './orders';
import { warehouses } from './stock';

/** One parcel from one warehouse: picked, packed, handed over, delivered. */
export const shipments = pgTable(
  'shipments',
  {
    storeId: storeId(),
    id: id('shp'),
    orderId: id('ord', 'order_id'),
    /** 1, 2, 3 … within the order. */
    sequence: integer('sequence').notNull(),
    warehouseId: id('whs', 'warehouse_id'),
    status: text('status').$type<(typeof SHIPMENT_STATUSES)[number]>().notNull(),
    carrier: text('carrier').notNull().default(''),
    trackingNumber: text('tracking_number').notNull().default(''),
    pickedAt: at('picked_at').notNull(),
    packedAt: at('packed_at'),
    shippedAt: at('shipped_at'),
    dueAt: at('due_at'),
    deliveredAt: at('delivered_at'),
    canceledAt: at('canceled_at'),
    cancelReason: text('cancel_reason').notNull().default(''),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId, t.orderId], foreignColumns: [orders.storeId, orders.id] }),
    foreignKey({ columns: [t.storeId, t.warehouseId], foreignColumns: [warehouses.storeId, warehouses.id] }),
    uniqueIndex('shipments_sequence').on(t.storeId, t.orderId, t.sequence),
    index('shipments_waiting')
      .on(t.storeId, t.status, t.warehouseId, t.orderId)
      .where(sql`status in ('picking', 'packed')`),
    oneOf('shipments_status_known', 'status', SHIPMENT_STATUSES),
  ],
);

export const shipmentLines = pgTable(
  'shipment_lines',
  {
    storeId: storeId(),
    shipmentId: id('shp', 'shipment_id'),
    lineId: id('oln', 'line_id'),
    quantity: count('quantity'),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.shipmentId, t.lineId] }),
    foreignKey({ columns: [t.storeId, t.shipmentId], foreignColumns: [shipments.storeId, shipments.id] }),
    foreignKey({ columns: [t.storeId, t.lineId], foreignColumns: [orderLines.storeId, orderLines.id] }),
    index('shipment_lines_line').on(t.storeId, t.lineId),
    check('shipment_lines_quantity', sql`${t.quantity} > 0`),
  ],
);
