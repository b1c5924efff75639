import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { imports } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { type Ctx, pgCode, read, transact } from '@/lib/core/ctx';
import { DomainError } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { plainParams } from './discard-import';
import { type ImportRef, mapped, refColumns } from './import-ref';
import { RUNNING } from './import-state';
import { runImport } from './run-import';
import { dropUpload, uploadPath } from './uploaded-file';

const UNIQUE_VIOLATION = '23505';
const SILENT = sql`clock_timestamp() - interval '2 minutes'`;

/**
 * Takes an uploaded file's import as far as it goes. Two runs at once do no harm: the one that comes second at a batch ends.
 * What ends a run before its time is kept with the import, for somebody to read and to say when to go on.
 */
export async function runUploaded(ctx: Ctx, importId: Id<'imp'>): Promise<void> {
  allow(ctx, 'data.import');
  const [found] = await read(ctx, (ctx) =>
    ctx.db
      .select(refColumns)
      .from(imports)
      .where(and(eq(imports.storeId, ctx.store.id), eq(imports.id, importId), isNull(imports.failure))),
  );
  if (!found || found.paused || !RUNNING.includes(found.status)) return;
  if (found.status === 'planned' && !found.confirmed) return;
  const ref = mapped(found);
  try {
    const path = ref.status === 'undoing' ? '' : uploadPath(ref.storedAs);
    const end = await runImport(ctx, ref, path);
    if (end.status === 'finished') await dropUpload(ref.storedAs);
  } catch (error) {
    await keepFailure(ctx, ref, error);
  }
}

async function keepFailure(ctx: Ctx, ref: ImportRef, error: unknown): Promise<void> {
  const other = error instanceof DomainError && error.key === 'exchange.errors.otherRun';
  if (other || pgCode(error) === UNIQUE_VIOLATION) return; // the other run goes on
  const known = error instanceof DomainError;
  if (known && error.code === 'INVALID' && ref.status === 'staging') return; // kept with the mapping it calls for
  if (!known) log().error({ err: error, importId: ref.id }, 'an import ended unexpectedly');
  const failure = known
    ? { key: error.key, params: plainParams(error) }
    : { key: 'exchange.errors.unexpected' };
  await transact(ctx, (ctx) =>
    ctx.db
      .update(imports)
      .set({ failure })
      .where(and(eq(imports.storeId, ctx.store.id), eq(imports.id, ref.id))),
  );
}

/** Takes over the imports whose run has said nothing for minutes: its process was killed. */
export async function resumeSilentImports(ctx: Ctx): Promise<void> {
  allow(ctx, 'data.import');
  const silent = await read(ctx, (ctx) =>
    ctx.db
      .select({ id: imports.id })
      .from(imports)
      .where(
        and(
          eq(imports.storeId, ctx.store.id),
          inArray(imports.status, [...RUNNING]),
          eq(imports.paused, false),
          isNull(imports.failure),
          sql`(${imports.storedAs} is not null or ${imports.status} = 'undoing') and not (${imports.status} = 'planned' and not ${imports.confirmed})`,
          sql`coalesce(${imports.beatAt}, ${imports.createdAt}) < ${SILENT}`,
        ),
      ),
  );
  for (const { id } of silent) await runUploaded(ctx, id);
}
