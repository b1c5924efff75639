import { and, eq } from 'drizzle-orm';
import { imports } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { lookAtRecord } from './bring-record';
import { advance, type ImportRef } from './import-ref';
import { type FileRecord, loadRecords } from './load-records';
import { countOutcomes, type JudgedRecord, writeRecordOutcomes } from './record-outcomes';
import { refusalOf } from './refusal';

const BATCH = 200;

/** Says of every staged row what it would do, or why it is refused, without doing it. Safe to run again. */
export async function judgeRecords(ctx: AnyCtx, from: ImportRef): Promise<ImportRef> {
  allow(ctx, 'data.import');
  invariant(from.status === 'staging', 'staged rows are judged once');
  let ref = from;
  for (let after = 0; ; ) {
    const last = await transact(ctx, async (ctx) => {
      const records = await loadRecords(ctx, ref, ['waiting'], after, BATCH);
      const judged: JudgedRecord[] = [];
      for (const record of records) judged.push(await judgeOne(ctx, ref, record));
      await writeRecordOutcomes(ctx, ref, judged);
      ref = await advance(ctx, ref, {});
      return records.at(-1)?.row ?? null;
    });
    if (last === null || ref.paused) break;
    after = last;
  }
  if (ref.paused) return ref;
  return transact(ctx, async (ctx) => {
    const counts = await countOutcomes(ctx, ref);
    await ctx.db
      .update(imports)
      .set({ counts })
      .where(and(eq(imports.storeId, ctx.store.id), eq(imports.id, ref.id)));
    return advance(ctx, ref, { status: 'planned', appliedTo: 0 });
  });
}

async function judgeOne(ctx: TxCtx, ref: ImportRef, { row, ...record }: FileRecord): Promise<JudgedRecord> {
  const { kind } = ref;
  invariant(kind !== 'orders', 'orders are judged as documents');
  try {
    const { outcome } = await lookAtRecord[kind](ctx, ref, { row, ...record });
    return { row, outcome, reason: null };
  } catch (error) {
    const reason = refusalOf(error);
    if (!reason) throw error;
    return { row, outcome: 'refused', reason };
  }
}
