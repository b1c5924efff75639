import { sql } from 'drizzle-orm';
import {
  boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex,
} from 'drizzle-orm/pg-core'; // biome-ignore format: short
import type { Permission, RoleName } from '@/lib/access/permissions';
import type { Limits } from '@/lib/core/actor';
import { at, bytes, id, oneOf, optionalId, sealed, storeId } from '../columns';
import { stores } from './stores';

export const ROLES = ['owner', 'manager', 'fulfilment', 'stock', 'support', 'finance', 'analyst'] as const;

/** Outside the walls: one person may work for several stores. */
export const users = pgTable(
  'users',
  {
    id: id('usr').primaryKey(),
    email: sealed('email').notNull(),
    /** Keyed fingerprint of the lower-cased address: how a sign-in finds the person. */
    emailToken: bytes('email_token').notNull(),
    name: sealed('name').notNull(),
    passwordHash: text('password_hash').notNull(),
    locale: text('locale'),
    disabledAt: at('disabled_at'),
    createdAt: at('created_at').notNull(),
    passwordChangedAt: at('password_changed_at').notNull(),
  },
  (t) => [uniqueIndex('users_email').on(t.emailToken)],
);

export const sessions = pgTable(
  'sessions',
  {
    id: id('ses').primaryKey(),
    userId: id('usr', 'user_id'),
    createdAt: at('created_at').notNull(),
    lastSeenAt: at('last_seen_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    revokedAt: at('revoked_at'),
    address: text('address').notNull().default(''),
    userAgent: text('user_agent').notNull().default(''),
  },
  (t) => [
    foreignKey({ columns: [t.userId], foreignColumns: [users.id] }).onDelete('cascade'),
    index('sessions_user').on(t.userId, t.createdAt),
  ],
);

/** Sign-ins and refusals, per person, outside tenancy. Append-only. */
export const securityEvents = pgTable(
  'security_events',
  {
    id: id('sec').primaryKey(),
    kind: text('kind').notNull(),
    userId: optionalId('usr', 'user_id'),
    storeId: optionalId('sto', 'about_store_id'),
    detail: jsonb('detail').$type<Record<string, string | number>>().notNull().default({}),
    address: text('address').notNull().default(''),
    requestId: text('request_id').notNull().default(''),
    at: at('at').notNull(),
  },
  (t) => [index('security_events_user').on(t.userId, t.at), index('security_events_at').on(t.at)],
);

/** Fixed windows of counted attempts, by key. */
export const rateLimits = pgTable(
  'rate_limits',
  { key: text('key').notNull(), windowStart: at('window_start').notNull(), hits: integer('hits').notNull() },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] }), index('rate_limits_age').on(t.windowStart)],
);

/** One person's role in one store. A second policy shows a person all of theirs. */
export const memberships = pgTable(
  'memberships',
  {
    storeId: storeId(),
    id: id('mem'),
    userId: id('usr', 'user_id'),
    role: text('role').$type<RoleName>().notNull(),
    limits: jsonb('limits').$type<Limits>().notNull().default({}),
    active: boolean('active').notNull().default(true),
    createdAt: at('created_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
    foreignKey({ columns: [t.userId], foreignColumns: [users.id] }),
    uniqueIndex('memberships_person').on(t.storeId, t.userId),
    index('memberships_user').on(t.userId),
    oneOf('memberships_role', 'role', ROLES),
  ],
);

/** `wb_<slug>_<secret>`: the secret is kept as a hash only. */
export const apiKeys = pgTable(
  'api_keys',
  {
    storeId: storeId(),
    id: id('key'),
    name: text('name').notNull(),
    /** The first characters of the secret, to tell keys apart. */
    hint: text('hint').notNull(),
    secretHash: bytes('secret_hash').notNull(),
    permissions: text('permissions').array().$type<Permission[]>().notNull(),
    createdBy: id('usr', 'created_by'),
    createdAt: at('created_at').notNull(),
    lastUsedAt: at('last_used_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
    uniqueIndex('api_keys_secret').on(t.storeId, t.secretHash),
    check('api_keys_name', sql`length(${t.name}) between 1 and 120`),
  ],
);
