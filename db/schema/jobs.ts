import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at, id, storeId } from '../columns';
import { stores } from './stores';

/** Jobs that finally failed: what staff see and may retry. */
export const jobFailures = pgTable(
  'job_failures',
  {
    storeId: storeId(),
    id: id('job'),
    task: text('task').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    attempts: integer('attempts').notNull(),
    error: text('error').notNull(),
    failedAt: at('failed_at').notNull(),
    retriedAt: at('retried_at'),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
    index('job_failures_recent').on(t.storeId, t.failedAt),
  ],
);
