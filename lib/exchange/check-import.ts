import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { importMappings, imports } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, pgCode, read, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { newId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { allowKind } from './allow-kind';
import { enqueueRun } from './enqueue-run';
import { headersKey } from './guess-mapping';
import { previewFile } from './preview-file';
import { columnsOf } from './read-rows';
import { ambiguousDays } from './receive-upload';
import { type SourceMapping, sourceMapping } from './source-mapping';
import { importTerms } from './start-import';
import { uploadPath } from './uploaded-file';

export const checkImportInput = importTerms.extend({
  importId: idInput('imp'),
  version: z.int(),
  mapping: sourceMapping,
});
export type CheckImportInput = z.input<typeof checkImportInput>;

/**
 * Says what the columns of an uploaded file mean and has its rows read and judged, with nothing applied. The mapping is
 * saved under its name and offered for the next file with the same headers.
 */
export async function checkImport(ctx: AnyCtx, input: CheckImportInput): Promise<{ version: number }> {
  allow(ctx, 'data.import');
  const { importId, version, mapping, currency, timeZone } = checkImportInput.parse(input);
  allowKind(ctx, mapping.kind);
  const waiting = await read(ctx, (ctx) => findWaiting(ctx, importId));
  if (waiting?.kind !== mapping.kind) throw conflict('exchange.errors.notThere');
  const file = uploadPath(waiting.storedAs);
  const { headers } = await previewFile(file, waiting.format, ambiguousDays(ctx), mapping.format);
  columnsOf(mapping, headers);
  const terms = { mapping: { ...mapping, currency, timeZone }, headers, currency, timeZone };
  return transact(ctx, async (ctx) => {
    try {
      const [begun] = await ctx.db
        .update(imports)
        .set({
          ...terms,
          source: mapping.source,
          status: 'staging',
          confirmed: false,
          paused: false,
          failure: null,
          updatedAt: ctx.now,
          beatAt: sql`clock_timestamp()`,
          version: version + 1,
        })
        .where(
          and(
            eq(imports.storeId, ctx.store.id),
            eq(imports.id, importId),
            eq(imports.version, version),
            inArray(imports.status, ['uploaded']),
          ),
        )
        .returning({ version: imports.version });
      if (!begun) throw conflict('exchange.errors.notThere');
      await saveMapping(ctx, terms.mapping, headers);
      await record(ctx, 'import.started', importId, { importId, source: mapping.source });
      await enqueueRun(ctx, importId);
      return begun;
    } catch (error) {
      throw pgCode(error) === '23505' ? conflict('exchange.errors.known') : error;
    }
  });
}

async function findWaiting(ctx: TxCtx, importId: CheckImportInput['importId']) {
  const [found] = await ctx.db
    .select({ kind: imports.kind, storedAs: imports.storedAs, format: imports.format })
    .from(imports)
    .where(and(eq(imports.storeId, ctx.store.id), eq(imports.id, importId)));
  return found;
}

/** The last way of reading files under a name is the one that is kept. */
async function saveMapping(ctx: TxCtx, mapping: SourceMapping, headers: readonly string[]): Promise<void> {
  const kept = { mapping, kind: mapping.kind, headers: headersKey(headers), updatedAt: ctx.now };
  await ctx.db
    .insert(importMappings)
    .values({ storeId: ctx.store.id, id: newId('map'), name: mapping.source, ...kept, createdAt: ctx.now })
    .onConflictDoUpdate({
      target: [importMappings.storeId, importMappings.name],
      set: { ...kept, version: sql`${importMappings.version} + 1` },
    });
}
