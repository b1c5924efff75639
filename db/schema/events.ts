import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  customType,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import type { ActorRef } from '@/lib/core/actor';
import { at, id, sealed, storeId } from '../columns';
import { stores } from './stores';

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/** What happened, by whom: the timeline, the audit log and the outbox are read from here. Append-only. */
export const events = pgTable(
  'events',
  {
    storeId: storeId(),
    seq: bigserial('seq', { mode: 'number' }).notNull(),
    id: id('evt'),
    type: text('type').notNull(),
    /** The record it is about (`ord_…`, `prd_…`). */
    subject: text('subject').notNull(),
    actor: jsonb('actor').$type<ActorRef>().notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull().default({}),
    at: at('at').notNull(),
    requestId: text('request_id').notNull(),
    /** The writing transaction: readers that must miss nothing work below the oldest one still running. */
    xid: xid8('xid').notNull().default(sql`pg_current_xact_id()`),
  },
  (t) => [
    // No key to the store's one row: every act would lock it. The walls set whose row this is.
    primaryKey({ columns: [t.storeId, t.id] }),
    index('events_subject').on(t.storeId, t.subject, t.seq),
    index('events_order').on(t.storeId, t.xid, t.seq),
  ],
);

/** Personal before and after values, sealed and erasable, apart from the fact itself. */
export const eventPersonal = pgTable(
  'event_personal',
  { storeId: storeId(), eventId: id('evt', 'event_id'), content: sealed('content') },
  (t) => [
    primaryKey({ columns: [t.storeId, t.eventId] }),
    foreignKey({ columns: [t.storeId, t.eventId], foreignColumns: [events.storeId, events.id] }),
  ],
);

/** How far a reader of the outbox has come. */
export const relayCursors = pgTable(
  'relay_cursors',
  {
    storeId: storeId(),
    reader: text('reader').notNull(),
    xid: xid8('xid').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.reader] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
  ],
);
