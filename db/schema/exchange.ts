import { sql } from 'drizzle-orm';
import {
  bigint, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex,
} from 'drizzle-orm/pg-core'; // biome-ignore format: short
import type { ActorRef } from '@/lib/core/actor';
import type { DocumentFigures } from '@/lib/exchange/document-figures';
import type { ImportReport } from '@/lib/exchange/import-report';
import { IMPORT_STATUSES, TREATMENTS } from '@/lib/exchange/import-state';
import { amount, at, count, id, oneOf, optionalId, storeId } from '../columns';
import { orderLines, orders } from './orders';
import { refunds } from './payments';
import { stores } from './stores';

/** One file brought in. Everything a killed run needs to go on where it stopped stands here. */
export const imports = pgTable(
  'imports',
  {
    storeId: storeId(),
    id: id('imp'),
    /** Whose way of writing the file is in ('online-retail'): the saved mapping's name. */
    source: text('source').notNull(),
    fileName: text('file_name').notNull(),
    /** SHA-256 of the unpacked content, in hex: the same content is the same import, packed or not. */
    contentHash: text('content_hash').notNull(),
    currency: text('currency').notNull(),
    timeZone: text('time_zone').notNull(),
    status: text('status').$type<(typeof IMPORT_STATUSES)[number]>().notNull(),
    stagedRows: count('staged_rows').default(0),
    /** Σ quantity × price of the staged rows, in ten-thousandths of the currency's major unit. */
    stagedAmountE4: amount('staged_amount_e4').default(0),
    /** Documents are applied in order of position; the last applied of the phase at hand. */
    appliedTo: integer('applied_to').notNull().default(0),
    /** Order numbers are this one plus the document's position. */
    firstNumber: bigint('first_number', { mode: 'number' }),
    report: jsonb('report').$type<ImportReport>(),
    actor: jsonb('actor').$type<ActorRef>().notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    finishedAt: at('finished_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
    uniqueIndex('imports_content').on(t.storeId, t.source, t.contentHash),
    index('imports_recent').on(t.storeId, t.createdAt, t.id),
    oneOf('imports_status_known', 'status', IMPORT_STATUSES),
  ],
);

/** The file's rows, parsed and not yet judged. Removed when the import is finished. */
export const importRows = pgTable(
  'import_rows',
  {
    storeId: storeId(),
    importId: id('imp', 'import_id'),
    /** The invoice the row belongs to, as the file writes it. */
    document: text('document').notNull(),
    /** 1 is the first row after the header. */
    row: integer('row').notNull(),
    sku: text('sku').notNull(),
    title: text('title').notNull(),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    unitPriceE4: amount('unit_price_e4'),
    at: at('at').notNull(),
    customerRef: text('customer_ref').notNull(),
    country: text('country').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.importId, t.document, t.row] }),
    foreignKey({ columns: [t.storeId, t.importId], foreignColumns: [imports.storeId, imports.id] }).onDelete(
      'cascade',
    ),
  ],
);

/** One invoice of the file: how it is treated, what became of it, and where its money went. */
export const importDocuments = pgTable(
  'import_documents',
  {
    storeId: storeId(),
    importId: id('imp', 'import_id'),
    document: text('document').notNull(),
    source: text('source').notNull(),
    /** 1, 2, 3 … by time, then by the document's own number: the order in which they are applied. */
    position: integer('position').notNull(),
    treatment: text('treatment').$type<(typeof TREATMENTS)[number]>().notNull(),
    /** The rule that decided the treatment, where it is not plain. */
    rule: text('rule').notNull().default(''),
    rows: count('rows'),
    amountE4: amount('amount_e4'),
    at: at('at').notNull(),
    customerRef: text('customer_ref').notNull(),
    country: text('country').notNull(),
    /** What the document's rows say, in brief: the same document again with other rows is a conflict. */
    fingerprint: text('fingerprint').notNull(),
    orderId: optionalId('ord', 'order_id'),
    /** Rows, units and amount by rule, complete once applied. */
    figures: jsonb('figures').$type<DocumentFigures>(),
    appliedAt: at('applied_at'),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.importId, t.document] }),
    foreignKey({ columns: [t.storeId, t.importId], foreignColumns: [imports.storeId, imports.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.storeId, t.orderId], foreignColumns: [orders.storeId, orders.id] }),
    uniqueIndex('import_documents_position').on(t.storeId, t.importId, t.position),
    uniqueIndex('import_documents_once').on(t.storeId, t.source, t.document).where(sql`treatment <> 'known'`),
    index('import_documents_order').on(t.storeId, t.orderId),
    oneOf('import_documents_treatment', 'treatment', TREATMENTS),
  ],
);

/** Rows that became no order: kept with the rule that says why, and given back as a file. */
export const importSetAside = pgTable(
  'import_set_aside',
  {
    storeId: storeId(),
    importId: id('imp', 'import_id'),
    row: integer('row').notNull(),
    rule: text('rule').notNull(),
    document: text('document').notNull(),
    sku: text('sku').notNull(),
    title: text('title').notNull(),
    quantity: bigint('quantity', { mode: 'number' }).notNull(),
    unitPriceE4: amount('unit_price_e4'),
    amountE4: amount('amount_e4'),
    at: at('at').notNull(),
    customerRef: text('customer_ref').notNull(),
    country: text('country').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.importId, t.row] }),
    foreignKey({ columns: [t.storeId, t.importId], foreignColumns: [imports.storeId, imports.id] }).onDelete(
      'cascade',
    ),
  ],
);

/** Which units of which order line a cancelled row gave back, and through which refund. */
export const importReturns = pgTable(
  'import_returns',
  {
    storeId: storeId(),
    importId: id('imp', 'import_id'),
    row: integer('row').notNull(),
    lineId: id('oln', 'line_id'),
    orderId: id('ord', 'order_id'),
    /** Null where nothing was left to refund on that order. */
    refundId: optionalId('rfd', 'refund_id'),
    quantity: count('quantity'),
    /** What the file says these units were worth; the refund may be less, the rest is on the credit order. */
    amountMinor: amount('amount_minor'),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.importId, t.row, t.lineId] }),
    foreignKey({ columns: [t.storeId, t.importId], foreignColumns: [imports.storeId, imports.id] }).onDelete(
      'cascade',
    ),
    foreignKey({ columns: [t.storeId, t.orderId], foreignColumns: [orders.storeId, orders.id] }),
    foreignKey({ columns: [t.storeId, t.lineId], foreignColumns: [orderLines.storeId, orderLines.id] }),
    foreignKey({ columns: [t.storeId, t.refundId], foreignColumns: [refunds.storeId, refunds.id] }),
    index('import_returns_order').on(t.storeId, t.orderId),
    index('import_returns_line').on(t.storeId, t.lineId),
    index('import_returns_refund').on(t.storeId, t.refundId),
    check('import_returns_quantity', sql`quantity > 0`),
  ],
);

/** The products and customers an import made, so that it can be undone without touching those it found. */
export const importMade = pgTable(
  'import_made',
  {
    storeId: storeId(),
    importId: id('imp', 'import_id'),
    /** The record's shown id (`prd_…`, `cus_…`). */
    record: text('record').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.importId, t.record] }),
    foreignKey({ columns: [t.storeId, t.importId], foreignColumns: [imports.storeId, imports.id] }).onDelete(
      'cascade',
    ),
  ],
);
