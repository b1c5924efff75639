import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { bulkRows, bulkRuns } from '@/db/schema/bulk';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict, notFound } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { type Id, uuidOf } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { BULK_PERMISSION, OPPOSITE } from './bulk-state';
import { beginRun, openRun } from './start-bulk';

export const retryBulkInput = z.object({ runId: idInput('blk') });

/** Tries the failed rows of a run again; what was done or skipped stays as it is. */
export async function retryBulk(
  ctx: AnyCtx,
  input: z.output<typeof retryBulkInput>,
): Promise<{ rows: number }> {
  allow(ctx, 'order.read');
  return transact(ctx, async (ctx) => {
    const run = await lockRun(ctx, input.runId);
    allow(ctx, BULK_PERMISSION[run.action]);
    const again = await ctx.db
      .update(bulkRows)
      .set({ outcome: 'waiting', reason: null, reasonParams: null, doneAt: null })
      .where(
        and(
          eq(bulkRows.storeId, ctx.store.id),
          eq(bulkRows.runId, input.runId),
          eq(bulkRows.outcome, 'failed'),
        ),
      )
      .returning({ position: bulkRows.position });
    if (again.length === 0) throw conflict('bulk.errors.nothingFailed');
    await ctx.db
      .update(bulkRuns)
      .set({ status: 'running', finishedAt: null })
      .where(and(eq(bulkRuns.storeId, ctx.store.id), eq(bulkRuns.id, input.runId)));
    await record(ctx, 'bulk.retried', input.runId, { action: run.action, orders: again.length });
    return { rows: again.length };
  });
}

export const undoBulkInput = z.object({ runId: idInput('blk'), undoId: idInput('blk') });

/** Takes a tagging back, from the orders it was done to and no others. */
export async function undoBulk(
  ctx: AnyCtx,
  input: z.output<typeof undoBulkInput>,
): Promise<{ total: number }> {
  allow(ctx, 'order.read');
  return transact(ctx, async (ctx) => {
    const run = await lockRun(ctx, input.runId);
    const action = OPPOSITE[run.action];
    if (!action) throw conflict('bulk.errors.noUndo');
    allow(ctx, BULK_PERMISSION[action]);
    if (run.status === 'running') throw conflict('bulk.errors.stillRunning');
    const { runId, undoId } = input;
    if (!(await openRun(ctx, { runId: undoId, action, options: run.options, undoes: runId })))
      return { total: 0 };
    const rows = await ctx.raw(
      `insert into bulk_rows (store_id, run_id, position, order_id, act_id)
       select store_id, $3::uuid, position, order_id, gen_random_uuid() from bulk_rows
       where store_id = $1::uuid and run_id = $2::uuid and outcome = 'done' returning 1`,
      [uuidOf(ctx.store.id), uuidOf(runId), uuidOf(undoId)],
    );
    return { total: await beginRun(ctx, undoId, action, rows.length) };
  });
}

async function lockRun(ctx: TxCtx, runId: Id<'blk'>) {
  const [run] = await ctx.db
    .select({ action: bulkRuns.action, options: bulkRuns.options, status: bulkRuns.status })
    .from(bulkRuns)
    .where(and(eq(bulkRuns.storeId, ctx.store.id), eq(bulkRuns.id, runId)))
    .for('update');
  if (!run) throw notFound('bulk.errors.notFound');
  return run;
}
