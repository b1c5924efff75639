import type { TxCtx } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import type { ImportRef } from './import-ref';
import type { ImportFailure, RecordCounts } from './import-report';
import type { RecordOutcome } from './import-state';

export type JudgedRecord = { row: number; outcome: RecordOutcome; reason: ImportFailure | null };

export async function writeRecordOutcomes(
  ctx: TxCtx,
  ref: ImportRef,
  judged: readonly JudgedRecord[],
): Promise<void> {
  if (judged.length === 0) return;
  await ctx.raw(
    `update import_records r set outcome = j.outcome, reason = j.reason::jsonb
     from unnest($3::int[], $4::text[], $5::text[]) as j(n, outcome, reason)
     where r.store_id = $1::uuid and r.import_id = $2::uuid and r."row" = j.n`,
    [
      uuidOf(ctx.store.id),
      uuidOf(ref.id),
      judged.map(({ row }) => row),
      judged.map(({ outcome }) => outcome),
      judged.map(({ reason }) => (reason ? JSON.stringify(reason) : null)),
    ],
  );
}

export async function countOutcomes(ctx: TxCtx, ref: ImportRef): Promise<RecordCounts> {
  const rows = await ctx.raw<{ outcome: RecordOutcome; n: number }>(
    `select outcome, count(*)::int as n from import_records
     where store_id = $1::uuid and import_id = $2::uuid group by outcome`,
    [uuidOf(ctx.store.id), uuidOf(ref.id)],
  );
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, Number(n)]));
}
