import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'; // biome-ignore format: short
import { BULK_ACTIONS, BULK_OUTCOMES, BULK_STATUSES } from '@/lib/bulk/bulk-state';
import { at, id, oneOf, optionalId, storeId } from '../columns';
import { users } from './access';
import { orders } from './orders';
import { stores } from './stores';

/** One thing done with many orders: who wanted it, with what, and how far it is. */
export const bulkRuns = pgTable(
  'bulk_runs',
  {
    storeId: storeId(),
    id: id('blk'),
    action: text('action').$type<(typeof BULK_ACTIONS)[number]>().notNull(),
    /** A tag, a reason, a carrier: what the action needs besides the order. */
    options: jsonb('options').$type<Record<string, string>>().notNull(),
    status: text('status').$type<(typeof BULK_STATUSES)[number]>().notNull(),
    startedBy: id('usr', 'started_by'),
    /** The run whose done rows this one takes back. */
    undoes: optionalId('blk', 'undoes'),
    total: integer('total').notNull(),
    createdAt: at('created_at').notNull(),
    finishedAt: at('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
    foreignKey({ columns: [t.startedBy], foreignColumns: [users.id] }),
    index('bulk_runs_recent').on(t.storeId, t.createdAt, t.id),
    oneOf('bulk_runs_action_known', 'action', BULK_ACTIONS),
    oneOf('bulk_runs_status_known', 'status', BULK_STATUSES),
  ],
);

/** What became of one order in a run. Its outcome is written in the transaction of the act itself. */
export const bulkRows = pgTable(
  'bulk_rows',
  {
    storeId: storeId(),
    runId: id('blk', 'run_id'),
    position: integer('position').notNull(),
    orderId: id('ord', 'order_id'),
    /** The id of what the act makes (a payment, a refund, a hold): the same row twice makes it once. */
    actId: uuid('act_id').notNull(),
    outcome: text('outcome').$type<(typeof BULK_OUTCOMES)[number]>().notNull().default('waiting'),
    /** Message key and values of why it was skipped or failed. */
    reason: text('reason'),
    reasonParams: jsonb('reason_params').$type<Record<string, string | number>>(),
    attempts: integer('attempts').notNull().default(0),
    doneAt: at('done_at'),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.runId, t.position] }),
    foreignKey({ columns: [t.storeId, t.runId], foreignColumns: [bulkRuns.storeId, bulkRuns.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.storeId, t.orderId], foreignColumns: [orders.storeId, orders.id] }).onDelete(
      'cascade',
    ),
    uniqueIndex('bulk_rows_once').on(t.storeId, t.runId, t.orderId),
    index('bulk_rows_order').on(t.storeId, t.orderId),
    index('bulk_rows_waiting').on(t.storeId, t.runId, t.position).where(sql`outcome = 'waiting'`),
    oneOf('bulk_rows_outcome_known', 'outcome', BULK_OUTCOMES),
  ],
);
