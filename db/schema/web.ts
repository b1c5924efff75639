import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at, bytes, id, storeId } from '../columns';
import { stores } from './stores';

/** Answers kept for repeated API writes (Idempotency-Key): same key and body, same answer to the byte. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    storeId: storeId(),
    keyId: id('key', 'key_id'),
    key: text('key').notNull(),
    requestHash: bytes('request_hash').notNull(),
    status: integer('status').notNull(),
    headers: jsonb('headers').$type<Record<string, string>>().notNull(),
    body: text('body').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.keyId, t.key] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
    index('idempotency_keys_age').using('brin', t.createdAt),
  ],
);
