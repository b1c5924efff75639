import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { lookAtRecord } from './bring-record';
import { advance, type ImportRef } from './import-ref';
import { type FileRecord, loadRecords } from './load-records';
import { type JudgedRecord, writeRecordOutcomes } from './record-outcomes';
import { refusalOf } from './refusal';

const BATCH = 100;
const DONE = { create: 'created', change: 'changed', same: 'unchanged' } as const;

/**
 * Brings judged rows in, in the file's order, each by the verb its domain has for it, in batches with the progress. A row is
 * judged anew: what changed since the report is told with the row, and never overwritten unseen.
 */
export async function applyRecords(
  ctx: AnyCtx,
  from: ImportRef,
  tell: (ref: ImportRef, done: number) => void,
): Promise<ImportRef> {
  allow(ctx, 'data.import');
  invariant(from.status === 'applying', 'rows are applied when they are judged');
  let ref = from;
  for (;;) {
    const next = await transact(ctx, async (ctx) => {
      const records = await loadRecords(ctx, ref, ['create', 'change', 'same'], ref.appliedTo, BATCH);
      const last = records.at(-1);
      if (!last) return null;
      const outcomes: JudgedRecord[] = [];
      for (const record of records) outcomes.push(await bringOne(ctx, ref, record));
      await writeRecordOutcomes(ctx, ref, outcomes);
      return advance(ctx, ref, { appliedTo: last.row });
    });
    if (!next) return ref;
    ref = next;
    tell(ref, ref.appliedTo);
    if (ref.paused) return ref;
  }
}

/** In a savepoint of its own: a row that is refused takes nothing with it. */
async function bringOne(ctx: TxCtx, ref: ImportRef, record: FileRecord): Promise<JudgedRecord> {
  const { kind } = ref;
  invariant(kind !== 'orders', 'orders are applied as documents');
  try {
    return await transact(ctx, async (ctx) => {
      const { outcome, bring } = await lookAtRecord[kind](ctx, ref, record);
      await bring(ctx);
      return { row: record.row, outcome: DONE[outcome], reason: null };
    });
  } catch (error) {
    const reason = refusalOf(error);
    if (!reason) throw error;
    return { row: record.row, outcome: 'refused', reason };
  }
}
