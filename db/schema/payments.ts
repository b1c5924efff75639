import { sql } from 'drizzle-orm';
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ActorRef } from '@/lib/core/actor';
import { PAYMENT_METHODS } from '@/lib/orders/order-state';
import { amount, at, id, oneOf, optionalId, storeId } from '../columns';
import { orders } from './orders';

export const ATTEMPT_STATUSES = [
  'created',
  'pending',
  'authorized',
  'captured',
  'failed',
  'voided',
  'expired',
] as const;
export const MONEY_CODES = [
  'authorize', 'void', 'capture', 'refund_hold', 'refund', 'refund_release', 'chargeback', 'chargeback_reversal', 'fee',
] as const; // biome-ignore format: a list
export const REFUND_STATUSES = ['requested', 'succeeded', 'failed'] as const;

/** One attempt at one provider for one order. */
export const payments = pgTable(
  'payments',
  {
    storeId: storeId(),
    id: id('pay'),
    orderId: id('ord', 'order_id'),
    provider: text('provider').notNull(),
    method: text('method').$type<(typeof PAYMENT_METHODS)[number]>().notNull(),
    status: text('status').$type<(typeof ATTEMPT_STATUSES)[number]>().notNull(),
    currency: text('currency').notNull(),
    amountMinor: amount('amount_minor'),
    authorizedMinor: amount('authorized_minor').default(0),
    capturedMinor: amount('captured_minor').default(0),
    refundHeldMinor: amount('refund_held_minor').default(0),
    refundedMinor: amount('refunded_minor').default(0),
    /** The provider's reference, or what staff wrote down (a transfer's reference). */
    reference: text('reference').notNull().default(''),
    note: text('note').notNull().default(''),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId, t.orderId], foreignColumns: [orders.storeId, orders.id] }),
    index('payments_order').on(t.storeId, t.orderId),
    index('payments_recent').on(t.storeId, t.createdAt, t.id),
    index('payments_open').on(t.storeId, t.createdAt).where(sql`status in ('created', 'pending')`),
    oneOf('payments_status_known', 'status', ATTEMPT_STATUSES),
    oneOf('payments_method_known', 'method', PAYMENT_METHODS),
    check(
      'payments_amounts',
      sql`${t.amountMinor} > 0 and ${t.authorizedMinor} >= 0 and ${t.capturedMinor} >= 0 and ${t.refundHeldMinor} >= 0 and ${t.refundedMinor} >= 0`,
    ),
    check('payments_refunds', sql`${t.refundHeldMinor} + ${t.refundedMinor} <= ${t.capturedMinor}`),
  ],
);

export const refunds = pgTable(
  'refunds',
  {
    storeId: storeId(),
    id: id('rfd'),
    orderId: id('ord', 'order_id'),
    paymentId: id('pay', 'payment_id'),
    status: text('status').$type<(typeof REFUND_STATUSES)[number]>().notNull(),
    /** Why money goes back: units were cancelled, goods came back, goodwill, too much was paid. */
    cause: text('cause').$type<'cancellation' | 'return' | 'goodwill' | 'overpayment'>().notNull(),
    currency: text('currency').notNull(),
    amountMinor: amount('amount_minor'),
    reason: text('reason').notNull().default(''),
    failure: text('failure').notNull().default(''),
    actor: jsonb('actor').$type<ActorRef>().notNull(),
    requestedAt: at('requested_at').notNull(),
    settledAt: at('settled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId, t.orderId], foreignColumns: [orders.storeId, orders.id] }),
    foreignKey({ columns: [t.storeId, t.paymentId], foreignColumns: [payments.storeId, payments.id] }),
    index('refunds_order').on(t.storeId, t.orderId),
    index('refunds_open').on(t.storeId, t.requestedAt).where(sql`status = 'requested'`),
    oneOf('refunds_status_known', 'status', REFUND_STATUSES),
    oneOf('refunds_cause_known', 'cause', ['cancellation', 'return', 'goodwill', 'overpayment']),
    check('refunds_amount', sql`${t.amountMinor} > 0`),
  ],
);

/** Append-only: all totals of money are sums of it. */
export const moneyMovements = pgTable(
  'money_movements',
  {
    storeId: storeId(),
    id: id('mny'),
    orderId: id('ord', 'order_id'),
    paymentId: id('pay', 'payment_id'),
    refundId: optionalId('rfd', 'refund_id'),
    fromAccount: text('from_account').notNull(),
    toAccount: text('to_account').notNull(),
    currency: text('currency').notNull(),
    amountMinor: amount('amount_minor'),
    code: text('code').$type<(typeof MONEY_CODES)[number]>().notNull(),
    provider: text('provider').notNull(),
    providerRef: text('provider_ref').notNull(),
    actor: jsonb('actor').$type<ActorRef>().notNull(),
    at: at('at').notNull(),
    requestId: text('request_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId, t.paymentId], foreignColumns: [payments.storeId, payments.id] }),
    foreignKey({ columns: [t.storeId, t.refundId], foreignColumns: [refunds.storeId, refunds.id] }),
    uniqueIndex('money_movements_once').on(t.storeId, t.provider, t.providerRef, t.code),
    index('money_movements_order').on(t.storeId, t.orderId, t.id),
    index('money_movements_payment').on(t.storeId, t.paymentId),
    oneOf('money_movements_code', 'code', MONEY_CODES),
    check('money_movements_amount', sql`${t.amountMinor} > 0 and ${t.fromAccount} <> ${t.toAccount}`),
  ],
);
