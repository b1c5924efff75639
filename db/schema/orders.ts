import { sql } from 'drizzle-orm';
import {
  bigint, boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex,
} from 'drizzle-orm/pg-core'; // biome-ignore format: short
import type { ActorRef } from '@/lib/core/actor';
import { HOLD_REASONS } from '@/lib/orders/hold-state';
import {
  CHANNELS, FULFILMENT_STATUSES, ORDER_KINDS, ORDER_STATUSES, PAYMENT_METHODS, PAYMENT_STATUSES, RETURN_STATUSES,
} from '@/lib/orders/order-state'; // biome-ignore format: short
import {
  amount,
  at,
  bytes,
  count,
  id,
  oneOf,
  optionalAmount,
  optionalId,
  sealed,
  storeId,
  token,
} from '../columns';
import { users } from './access';
import { variants } from './catalog';
import { customers } from './customers';
import { warehouses } from './stock';

export const orders = pgTable(
  'orders',
  {
    storeId: storeId(),
    id: id('ord'),
    /** The human number; null while a draft. */
    number: bigint('number', { mode: 'number' }),
    kind: text('kind').$type<(typeof ORDER_KINDS)[number]>().notNull().default('sale'),
    channel: text('channel').$type<(typeof CHANNELS)[number]>().notNull(),
    /** The number this order has elsewhere; unique per channel. */
    externalId: text('external_id'),
    /** What an order placed from outside looked like: the same id with other content is a conflict. */
    contentHash: bytes('content_hash'),
    customerId: optionalId('cus', 'customer_id'),
    status: text('status').$type<(typeof ORDER_STATUSES)[number]>().notNull(),
    paymentStatus: text('payment_status').$type<(typeof PAYMENT_STATUSES)[number]>().notNull(),
    fulfilmentStatus: text('fulfilment_status').$type<(typeof FULFILMENT_STATUSES)[number]>().notNull(),
    returnStatus: text('return_status').$type<(typeof RETURN_STATUSES)[number]>().notNull().default('none'),
    currency: text('currency').notNull(),
    /** Units of the store's currency per unit of the order's, in millionths, at placement. */
    ratePpm: bigint('rate_ppm', { mode: 'number' }).notNull().default(1_000_000),
    pricesIncludeTax: boolean('prices_include_tax').notNull(),
    paymentMethod: text('payment_method').$type<(typeof PAYMENT_METHODS)[number]>().notNull(),
    shippingMethodId: optionalId('shm', 'shipping_method_id'),
    shippingMethodName: text('shipping_method_name').notNull().default(''),
    customerName: sealed('customer_name'),
    email: sealed('email'),
    phone: sealed('phone'),
    /** Addresses as sealed JSON text; what routes and filters stays plain beside them. */
    shipTo: sealed('ship_to'),
    billTo: sealed('bill_to'),
    shipCountry: text('ship_country'),
    shipCity: text('ship_city').notNull().default(''),
    shipPostcodeArea: text('ship_postcode_area').notNull().default(''),
    /** Σ unit price × quantity. */
    goodsMinor: amount('goods_minor').default(0),
    discountMinor: amount('discount_minor').default(0),
    shippingMinor: amount('shipping_minor').default(0),
    feesMinor: amount('fees_minor').default(0),
    taxMinor: amount('tax_minor').default(0),
    /** What the shopper was asked for: goods − discount + shipping + fees, and tax where prices exclude it. */
    totalMinor: amount('total_minor').default(0),
    /** What is to be paid now: total less cancelled units and granted credits (domain.md §2). */
    dueMinor: amount('due_minor').default(0),
    creditsMinor: amount('credits_minor').default(0),
    authorizedMinor: amount('authorized_minor').default(0),
    capturedMinor: amount('captured_minor').default(0),
    refundedMinor: amount('refunded_minor').default(0),
    units: count('units').default(0),
    tags: text('tags').array().notNull().default([]),
    cancelReason: text('cancel_reason'),
    /** The draft's discount in words, or the API's. */
    discountReason: text('discount_reason').notNull().default(''),
    placedAt: at('placed_at'),
    confirmedAt: at('confirmed_at'),
    shipByAt: at('ship_by_at'),
    payByAt: at('pay_by_at'),
    promisedAt: at('promised_at'),
    firstShippedAt: at('first_shipped_at'),
    deliveredAt: at('delivered_at'),
    completeAfterAt: at('complete_after_at'),
    completedAt: at('completed_at'),
    canceledAt: at('canceled_at'),
    /** Since when the order is held back; null when it is not. The hold itself stands in `order_holds`. */
    heldAt: at('held_at'),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    // No key to the store's one row: every placement would lock it. The walls set whose row this is.
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId, t.customerId], foreignColumns: [customers.storeId, customers.id] }),
    uniqueIndex('orders_number').on(t.storeId, t.number),
    uniqueIndex('orders_external').on(t.storeId, t.channel, t.externalId),
    index('orders_placed').on(t.storeId, t.placedAt, t.id),
    index('orders_status').on(t.storeId, t.status, t.placedAt, t.id),
    index('orders_customer').on(t.storeId, t.customerId, t.placedAt),
    index('orders_ship_by').on(t.storeId, t.shipByAt).where(sql`status in ('confirmed', 'processing')`),
    index('orders_due')
      .on(t.storeId, sql`coalesce(ship_by_at, placed_at)`, t.id)
      .where(sql`status in ('confirmed', 'processing')`),
    index('orders_open')
      .on(t.storeId, t.placedAt, t.id)
      .where(sql`status in ('pending', 'confirmed', 'processing', 'shipped', 'delivered')`),
    index('orders_to_ship').on(t.storeId, t.placedAt, t.id).where(sql`status in ('confirmed', 'processing')`),
    index('orders_unpaid')
      .on(t.storeId, t.placedAt, t.id)
      .where(
        sql`payment_status in ('unpaid', 'failed', 'partially_paid', 'voided') and status not in ('draft', 'canceled')`,
      ),
    index('orders_drafts').on(t.storeId, t.createdAt, t.id).where(sql`status = 'draft'`),
    index('orders_held').on(t.storeId, t.placedAt, t.id).where(sql`held_at is not null`),
    index('orders_tagged').on(t.storeId, t.placedAt, t.id).where(sql`tags <> '{}'`),
    index('orders_complete_after').on(t.storeId, t.completeAfterAt).where(sql`status = 'delivered'`),
    index('orders_pay_by').on(t.storeId, t.payByAt).where(sql`status = 'pending'`),
    oneOf('orders_status_known', 'status', ORDER_STATUSES),
    oneOf('orders_payment_known', 'payment_status', PAYMENT_STATUSES),
    oneOf('orders_fulfilment_known', 'fulfilment_status', FULFILMENT_STATUSES),
    oneOf('orders_return_known', 'return_status', RETURN_STATUSES),
    oneOf('orders_kind_known', 'kind', ORDER_KINDS),
    oneOf('orders_channel_known', 'channel', CHANNELS),
    oneOf('orders_method_known', 'payment_method', PAYMENT_METHODS),
    check(
      'orders_number_when_placed',
      sql`(${t.status} = 'draft') = (${t.number} is null) and (${t.status} = 'draft') = (${t.placedAt} is null)`,
    ),
    check('orders_total', sql`${t.kind} = 'credit' or ${t.totalMinor} >= 0`),
    check(
      'orders_money',
      sql`${t.capturedMinor} >= 0 and ${t.refundedMinor} >= 0 and ${t.refundedMinor} <= ${t.capturedMinor} and ${t.creditsMinor} >= 0`,
    ),
  ],
);

/** One variant × quantity. The quantity ledger holds by CHECK, so even a script can not break it. */
export const orderLines = pgTable(
  'order_lines',
  {
    storeId: storeId(),
    id: id('oln'),
    orderId: id('ord', 'order_id'),
    position: integer('position').notNull(),
    variantId: optionalId('var', 'variant_id'),
    sku: text('sku').notNull(),
    title: text('title').notNull(),
    variantTitle: text('variant_title').notNull().default(''),
    unitPriceE4: amount('unit_price_e4'),
    quantity: count('quantity'),
    allocated: count('allocated').default(0),
    backordered: count('backordered').default(0),
    picked: count('picked').default(0),
    packed: count('packed').default(0),
    shipped: count('shipped').default(0),
    canceled: count('canceled').default(0),
    delivered: count('delivered').default(0),
    returnRequested: count('return_requested').default(0),
    returned: count('returned').default(0),
    open: bigint('open', { mode: 'number' })
      .notNull()
      .generatedAlwaysAs(sql`quantity - allocated - backordered - picked - packed - shipped - canceled`),
    goodsMinor: amount('goods_minor'),
    /** This line's own discount and its share of the order's, allocated once. */
    discountMinor: amount('discount_minor').default(0),
    taxClass: text('tax_class').notNull().default('standard'),
    taxRatePpm: integer('tax_rate_ppm').notNull().default(0),
    taxMinor: amount('tax_minor').default(0),
    /** What the shopper pays for the line: goods − discount, and tax where prices exclude it. */
    totalMinor: amount('total_minor'),
    costE4: optionalAmount('cost_e4'),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId, t.orderId], foreignColumns: [orders.storeId, orders.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.storeId, t.variantId], foreignColumns: [variants.storeId, variants.id] }),
    index('order_lines_order').on(t.storeId, t.orderId, t.position),
    index('order_lines_backordered').on(t.storeId, t.variantId).where(sql`backordered > 0`),
    index('order_lines_variant').on(t.storeId, t.variantId),
    check(
      'order_lines_ledger',
      sql`quantity > 0 and allocated >= 0 and backordered >= 0 and picked >= 0 and packed >= 0 and shipped >= 0 and canceled >= 0
        and quantity - allocated - backordered - picked - packed - shipped - canceled >= 0`,
    ),
    check(
      'order_lines_after',
      sql`delivered >= 0 and delivered <= shipped and return_requested >= 0 and returned >= 0 and return_requested + returned <= shipped`,
    ),
  ],
);

/** Units of a line promised at a warehouse and not yet picked. Σ per line = the line's `allocated`. */
export const orderAllocations = pgTable(
  'order_allocations',
  {
    storeId: storeId(),
    lineId: id('oln', 'line_id'),
    warehouseId: id('whs', 'warehouse_id'),
    orderId: id('ord', 'order_id'),
    quantity: count('quantity'),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.lineId, t.warehouseId] }),
    foreignKey({
      columns: [t.storeId, t.lineId],
      foreignColumns: [orderLines.storeId, orderLines.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.storeId, t.warehouseId], foreignColumns: [warehouses.storeId, warehouses.id] }),
    index('order_allocations_order').on(t.storeId, t.orderId),
    check('order_allocations_quantity', sql`quantity >= 0`),
  ],
);

/** What is not goods: shipping, fees, the discounts with their reasons, rounding, granted credits. */
export const orderCharges = pgTable(
  'order_charges',
  {
    storeId: storeId(),
    id: id('chg'),
    orderId: id('ord', 'order_id'),
    kind: text('kind').$type<'shipping' | 'fee' | 'discount' | 'rounding' | 'credit'>().notNull(),
    label: text('label').notNull(),
    /** For a discount: how it was given, `percent:1000` (in hundredths of a percent) or `amount`. */
    basis: text('basis').notNull().default('amount'),
    lineId: optionalId('oln', 'line_id'),
    amountMinor: amount('amount_minor'),
    taxRatePpm: integer('tax_rate_ppm').notNull().default(0),
    taxMinor: amount('tax_minor').default(0),
    position: integer('position').notNull().default(0),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId, t.orderId], foreignColumns: [orders.storeId, orders.id] }).onDelete(
      'cascade',
    ),
    index('order_charges_order').on(t.storeId, t.orderId),
    oneOf('order_charges_kind', 'kind', ['shipping', 'fee', 'discount', 'rounding', 'credit']),
  ],
);

export const orderNotes = pgTable(
  'order_notes',
  {
    storeId: storeId(),
    id: id('nte'),
    orderId: id('ord', 'order_id'),
    authorId: id('usr', 'author_id'),
    body: sealed('body').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId, t.orderId], foreignColumns: [orders.storeId, orders.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.authorId], foreignColumns: [users.id] }),
    index('order_notes_order').on(t.storeId, t.orderId, t.createdAt),
  ],
);

/** Why an order may not move for now, and who let it go again. At most one is in force. */
export const orderHolds = pgTable(
  'order_holds',
  {
    storeId: storeId(),
    id: id('hld'),
    orderId: id('ord', 'order_id'),
    reason: text('reason').$type<(typeof HOLD_REASONS)[number]>().notNull(),
    note: sealed('note'),
    actor: jsonb('actor').$type<ActorRef>().notNull(),
    heldAt: at('held_at').notNull(),
    releasedBy: jsonb('released_by').$type<ActorRef>(),
    releasedAt: at('released_at'),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId, t.orderId], foreignColumns: [orders.storeId, orders.id] }).onDelete(
      'cascade',
    ),
    index('order_holds_order').on(t.storeId, t.orderId),
    uniqueIndex('order_holds_in_force').on(t.storeId, t.orderId).where(sql`released_at is null`),
    oneOf('order_holds_reason', 'reason', HOLD_REASONS),
    check('order_holds_release', sql`(${t.releasedAt} is null) = (${t.releasedBy} is null)`),
  ],
);

/**
 * Blind tokens of number, external id, name prefixes, e-mail, phone, SKUs, tracking numbers. An index of ours, derived
 * from orders and read by joining them: a key to check per token would cost a fifth of placing an order.
 */
export const orderSearch = pgTable(
  'order_search',
  {
    storeId: storeId(),
    token: token('token').notNull(),
    placedAt: at('placed_at').notNull(),
    orderId: id('ord', 'order_id'),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.token, t.placedAt, t.orderId] }),
    index('order_search_order').on(t.storeId, t.orderId),
  ],
);
