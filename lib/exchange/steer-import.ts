import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { imports } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict, notFound } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { allowKind } from './allow-kind';
import { discardImport } from './discard-import';
import { enqueueRun } from './enqueue-run';
import { mapped, refColumns } from './import-ref';
import { RUNNING } from './import-state';
import { dropUpload } from './uploaded-file';

export const steerImportInput = z.object({ importId: idInput('imp') });
export type SteerImportInput = z.input<typeof steerImportInput>;

const found = (ctx: TxCtx, { importId }: SteerImportInput) =>
  and(eq(imports.storeId, ctx.store.id), eq(imports.id, importId));

async function kindOf(ctx: AnyCtx, input: SteerImportInput): Promise<void> {
  const [row] = await read(ctx, (ctx) =>
    ctx.db.select({ kind: imports.kind }).from(imports).where(found(ctx, input)),
  );
  if (!row) throw notFound();
  allowKind(ctx, row.kind);
}

/** Says yes to the report: what was judged is applied. */
export async function confirmImport(ctx: AnyCtx, input: SteerImportInput): Promise<void> {
  allow(ctx, 'data.import');
  const given = steerImportInput.parse(input);
  await kindOf(ctx, given);
  await transact(ctx, async (ctx) => {
    const [confirmed] = await ctx.db
      .update(imports)
      .set({ confirmed: true, paused: false, failure: null, beatAt: sql`clock_timestamp()` })
      .where(and(found(ctx, given), eq(imports.status, 'planned')))
      .returning({ id: imports.id });
    if (!confirmed) throw conflict('exchange.errors.notThere');
    await enqueueRun(ctx, given.importId);
  });
}

/** Stops a run after the batch at hand. The run's version is left alone, so that the batch still counts. */
export async function pauseImport(ctx: AnyCtx, input: SteerImportInput): Promise<void> {
  allow(ctx, 'data.import');
  const given = steerImportInput.parse(input);
  await kindOf(ctx, given);
  await transact(ctx, async (ctx) => {
    const paused = await ctx.db
      .update(imports)
      .set({ paused: true })
      .where(and(found(ctx, given), inArray(imports.status, [...RUNNING])))
      .returning({ id: imports.id });
    if (paused.length === 0) throw conflict('exchange.errors.notThere');
  });
}

/** Goes on from where a run was paused, or ended before its time. */
export async function resumeImport(ctx: AnyCtx, input: SteerImportInput): Promise<void> {
  allow(ctx, 'data.import');
  const given = steerImportInput.parse(input);
  await kindOf(ctx, given);
  await transact(ctx, async (ctx) => {
    const resumed = await ctx.db
      .update(imports)
      .set({ paused: false, failure: null, beatAt: sql`clock_timestamp()` })
      .where(and(found(ctx, given), inArray(imports.status, [...RUNNING])))
      .returning({ id: imports.id });
    if (resumed.length === 0) throw conflict('exchange.errors.notThere');
    await enqueueRun(ctx, given.importId);
  });
}

/** Goes back from the report to the mapping: what was staged is dropped, nothing was applied. */
export async function remapImport(ctx: AnyCtx, input: SteerImportInput): Promise<void> {
  allow(ctx, 'data.import');
  const given = steerImportInput.parse(input);
  await kindOf(ctx, given);
  await transact(ctx, async (ctx) => {
    const [row] = await ctx.db.select(refColumns).from(imports).where(found(ctx, given)).for('update');
    const untouched = row && !row.confirmed && (row.status === 'staging' || row.status === 'planned');
    if (!untouched) throw conflict('exchange.errors.notThere');
    await discardImport(ctx, mapped(row), null);
  });
}

/** Removes an upload that was never begun. */
export async function dropImport(ctx: AnyCtx, input: SteerImportInput): Promise<void> {
  allow(ctx, 'data.import');
  const given = steerImportInput.parse(input);
  await kindOf(ctx, given);
  const [dropped] = await transact(ctx, (ctx) =>
    ctx.db
      .delete(imports)
      .where(and(found(ctx, given), eq(imports.status, 'uploaded')))
      .returning({ storedAs: imports.storedAs }),
  );
  if (!dropped) throw conflict('exchange.errors.notThere');
  await dropUpload(dropped.storedAs);
}
