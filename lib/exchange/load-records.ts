import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { importRecords, imports } from '@/db/schema/exchange';
import type { TxCtx } from '@/lib/core/ctx';
import type { ImportRef } from './import-ref';
import type { RecordOutcome } from './import-state';
import { columnsOf } from './read-rows';
import type { Field } from './source-mapping';

/** One row by the meaning of its columns; `has` tells a column that is not there from an empty cell. */
export type FileRecord = { row: number; get: (field: Field) => string; has: (field: Field) => boolean };

const cellsOf = z.array(z.string());

/** The next rows after a row, in the file's order. */
export async function loadRecords(
  ctx: TxCtx,
  ref: ImportRef,
  outcomes: readonly RecordOutcome[],
  after: number,
  limit: number,
): Promise<FileRecord[]> {
  const [[about], rows] = await Promise.all([
    ctx.db
      .select({ headers: imports.headers })
      .from(imports)
      .where(and(eq(imports.storeId, ctx.store.id), eq(imports.id, ref.id))),
    ctx.db
      .select({ row: importRecords.row, cells: importRecords.cells })
      .from(importRecords)
      .where(
        and(
          eq(importRecords.storeId, ctx.store.id),
          eq(importRecords.importId, ref.id),
          gt(importRecords.row, after),
          inArray(importRecords.outcome, [...outcomes]),
        ),
      )
      .orderBy(asc(importRecords.row))
      .limit(limit),
  ]);
  const place = columnsOf(ref.mapping, about?.headers ?? []);
  return rows.map(({ row, cells }) => {
    const values = cellsOf.parse(JSON.parse(cells));
    return {
      row,
      get: (field) => values[place(field)]?.trim() ?? '',
      has: (field) => place(field) >= 0,
    };
  });
}
