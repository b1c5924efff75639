import type { TxCtx } from '@/lib/core/ctx';

/** Some statements of an import read every row of its file, which may be millions: their time is not that of a page. */
export async function takeTime(ctx: TxCtx): Promise<void> {
  await ctx.connection.simple(`set local statement_timeout = '30min'`);
}
