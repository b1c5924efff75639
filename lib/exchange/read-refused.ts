import { and, asc, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { importRecords, imports } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import type { Id } from '@/lib/core/ids';
import type { Translate } from '@/lib/i18n/translator';
import { csvLine } from './csv-line';

const BATCH = 1_000;
const cellsOf = z.array(z.string());

/** The rows an import refused, as CSV text in pieces: as the file had them, with why. They can be mended and brought in. */
export async function* readRefused(ctx: AnyCtx, importId: Id<'imp'>, t: Translate): AsyncGenerator<string> {
  allow(ctx, 'data.import');
  const [about] = await read(ctx, (ctx) =>
    ctx.db
      .select({ headers: imports.headers })
      .from(imports)
      .where(and(eq(imports.storeId, ctx.store.id), eq(imports.id, importId))),
  );
  yield csvLine([...(about?.headers ?? []), t('exchange.report.row'), t('exchange.report.reason')]);
  for (let after = 0; ; ) {
    const rows = await read(ctx, (ctx) =>
      ctx.db
        .select({ row: importRecords.row, cells: importRecords.cells, reason: importRecords.reason })
        .from(importRecords)
        .where(
          and(
            eq(importRecords.storeId, ctx.store.id),
            eq(importRecords.importId, importId),
            eq(importRecords.outcome, 'refused'),
            gt(importRecords.row, after),
          ),
        )
        .orderBy(asc(importRecords.row))
        .limit(BATCH),
    );
    if (rows.length === 0) return;
    const line = ({ row, cells, reason }: (typeof rows)[number]) =>
      csvLine([...cellsOf.parse(JSON.parse(cells)), row, reason ? t(reason.key, reason.params) : '']);
    yield rows.map(line).join('');
    after = rows.at(-1)?.row ?? after;
  }
}
