import { boolean, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { LISTS } from '@/lib/lists/list-state';
import { at, id, oneOf, storeId } from '../columns';
import { users } from './access';
import { stores } from './stores';

/** A list as somebody wants to find it again: the search part of its address, and its columns. */
export const listViews = pgTable(
  'list_views',
  {
    storeId: storeId(),
    id: id('lvw'),
    list: text('list').$type<(typeof LISTS)[number]>().notNull(),
    name: text('name').notNull(),
    ownerId: id('usr', 'owner_id'),
    shared: boolean('shared').notNull().default(false),
    /** View, search and filter as the address says them, without `?`. */
    search: text('search').notNull(),
    /** Null: as each person has chosen. */
    columns: text('columns').array(),
    position: integer('position').notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
    foreignKey({ columns: [t.ownerId], foreignColumns: [users.id] }),
    index('list_views_list').on(t.storeId, t.list, t.position),
    oneOf('list_views_list_known', 'list', LISTS),
  ],
);

/** Which columns a person wants to see of a list, in their order. */
export const listColumns = pgTable(
  'list_columns',
  {
    storeId: storeId(),
    userId: id('usr', 'user_id'),
    list: text('list').$type<(typeof LISTS)[number]>().notNull(),
    columns: text('columns').array().notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.userId, t.list] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
    foreignKey({ columns: [t.userId], foreignColumns: [users.id] }),
    oneOf('list_columns_list_known', 'list', LISTS),
  ],
);
