import { sql } from 'drizzle-orm';
import {
  bigint, boolean, check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex,
} from 'drizzle-orm/pg-core'; // biome-ignore format: short
import type { ActorRef } from '@/lib/core/actor';
import type { DocumentFigures } from '@/lib/exchange/document-figures';
import { type FileFormat, PLAIN_CSV } from '@/lib/exchange/file-format';
import type { ImportFailure, ImportReport, JudgedRule, RecordCounts } from '@/lib/exchange/import-report';
import { IMPORT_STATUSES, OUTCOMES, TREATMENTS } from '@/lib/exchange/import-state';
import type { OrderFacts } from '@/lib/exchange/order-facts';
import { IMPORT_KINDS, type SourceMapping } from '@/lib/exchange/source-mapping';
import { amount, at, count, id, oneOf, optionalId, sealed, storeId } from '../columns';
import { orderLines, orders } from './orders';
import { refunds } from './payments';
import { stores } from './stores';

/** One file brought in. Everything a killed run needs to go on where it stopped stands here. */
export const imports = pgTable(
  'imports',
  {
    storeId: storeId(),
    id: id('imp'),
    kind: text('kind').$type<(typeof IMPORT_KINDS)[number]>().notNull().default('orders'),
    /** Whose way of writing the file is in ('online-retail'): the saved mapping's name; '' before there is one. */
    source: text('source').notNull(),
    fileName: text('file_name').notNull(),
    /** SHA-256 of the unpacked content, in hex: the same content is the same import, packed or not. */
    contentHash: text('content_hash').notNull(),
    currency: text('currency').notNull(),
    timeZone: text('time_zone').notNull(),
    /** How the file is written and what its columns mean, as it was when the import began. */
    format: jsonb('format').$type<FileFormat>().notNull().default(PLAIN_CSV),
    mapping: jsonb('mapping').$type<SourceMapping>(),
    headers: text('headers').array().notNull().default([]),
    /** Where the uploaded file is kept, under DATA_DIR; null for a file of a command's. */
    storedAs: text('stored_as'),
    bytes: bigint('bytes', { mode: 'number' }).notNull().default(0),
    status: text('status').$type<(typeof IMPORT_STATUSES)[number]>().notNull(),
    /** What is judged waits here until somebody has seen the report and says yes. */
    confirmed: boolean('confirmed').notNull().default(true),
    paused: boolean('paused').notNull().default(false),
    /** Why a run ended before its time: it goes on when somebody says so. */
    failure: jsonb('failure').$type<ImportFailure>(),
    /** When a run last said that it is at work, by the database's clock: a silent one is taken over. */
    beatAt: at('beat_at'),
    stagedRows: count('staged_rows').default(0),
    /** Σ quantity × price of the staged rows, in ten-thousandths of the currency's major unit. */
    stagedAmountE4: amount('staged_amount_e4').default(0),
    /** Documents are applied in order of position; the last applied of the phase at hand. */
    appliedTo: integer('applied_to').notNull().default(0),
    /** Order numbers are this one plus the document's position. */
    firstNumber: bigint('first_number', { mode: 'number' }),
    report: jsonb('report').$type<ImportReport>(),
    /** What the rules would do with the rows, with some of them: told before anything is applied. */
    judged: jsonb('judged').$type<JudgedRule[]>(),
    /** What became of each row of a file of products, customers, prices or stock: before it is applied, what would. */
    counts: jsonb('counts').$type<RecordCounts>(),
    actor: jsonb('actor').$type<ActorRef>().notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    finishedAt: at('finished_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
    uniqueIndex('imports_content')
      .on(t.storeId, t.source, t.contentHash)
      .where(sql`status not in ('uploaded', 'undone')`),
    index('imports_recent').on(t.storeId, t.createdAt, t.id),
    oneOf('imports_kind_known', 'kind', IMPORT_KINDS),
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
    /** What carrying this row cost its buyer, beside its price. */
    freightE4: amount('freight_e4').default(0),
    /** What the row says of its whole order: status, moments, payments. */
    facts: jsonb('facts').$type<OrderFacts>(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.importId, t.document, t.row] }),
    foreignKey({ columns: [t.storeId, t.importId], foreignColumns: [imports.storeId, imports.id] }).onDelete(
      'cascade',
    ),
  ],
);

/** One row of a file of products, customers, prices or stock: what it says, and what became of it. */
export const importRecords = pgTable(
  'import_records',
  {
    storeId: storeId(),
    importId: id('imp', 'import_id'),
    /** 1 is the first row after the header. */
    row: integer('row').notNull(),
    /** The row's cells as JSON: files of customers are full of names. */
    cells: sealed('cells').notNull(),
    outcome: text('outcome').$type<(typeof OUTCOMES)[number]>().notNull().default('waiting'),
    /** Why it is refused: the key of the words for it, and what they name. */
    reason: jsonb('reason').$type<ImportFailure>(),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.importId, t.row] }),
    foreignKey({ columns: [t.storeId, t.importId], foreignColumns: [imports.storeId, imports.id] }).onDelete(
      'cascade',
    ),
    index('import_records_refused').on(t.storeId, t.importId, t.row).where(sql`outcome = 'refused'`),
    oneOf('import_records_outcome', 'outcome', OUTCOMES),
  ],
);

/** A way of reading files that somebody saved: offered again for files with the same headers. */
export const importMappings = pgTable(
  'import_mappings',
  {
    storeId: storeId(),
    id: id('map'),
    name: text('name').notNull(),
    kind: text('kind').$type<(typeof IMPORT_KINDS)[number]>().notNull(),
    /** The folded headers it was last used for, sorted, joined by a space. */
    headers: text('headers').notNull(),
    mapping: jsonb('mapping').$type<SourceMapping>().notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.storeId, t.id] }),
    foreignKey({ columns: [t.storeId], foreignColumns: [stores.id] }),
    uniqueIndex('import_mappings_name').on(t.storeId, t.name),
    oneOf('import_mappings_kind', 'kind', IMPORT_KINDS),
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
