import type { TxCtx } from '@/lib/core/ctx';
import type { Id } from '@/lib/core/ids';

/** Has a worker take an import on, once this transaction is committed. */
export async function enqueueRun(ctx: TxCtx, importId: Id<'imp'>): Promise<void> {
  await ctx.raw(`select waybill_enqueue('run_import', $1::json, now(), $2::text)`, [
    JSON.stringify({ importId }),
    `import/${importId}`,
  ]);
}
