import { imports } from '@/db/schema/exchange';
import type { TxCtx } from '@/lib/core/ctx';
import { conflict, invariant } from '@/lib/core/errors';
import { type Id, uuidOf } from '@/lib/core/ids';
import { mayStep } from '@/lib/core/state';
import type { FileFormat } from './file-format';
import { type ImportStatus, importSteps } from './import-state';
import type { ImportKind, SourceMapping } from './source-mapping';

/** An import as far as it has come. Every batch moves it on, guarded by its version: two runs never mix. */
export type ImportRef = {
  id: Id<'imp'>;
  kind: ImportKind;
  source: string;
  format: FileFormat;
  mapping: SourceMapping;
  storedAs: string | null;
  currency: string;
  timeZone: string;
  status: ImportStatus;
  confirmed: boolean;
  paused: boolean;
  stagedRows: number;
  stagedAmountE4: number;
  appliedTo: number;
  firstNumber: number | null;
  version: number;
};

export const refColumns = {
  id: imports.id,
  kind: imports.kind,
  source: imports.source,
  format: imports.format,
  mapping: imports.mapping,
  storedAs: imports.storedAs,
  currency: imports.currency,
  timeZone: imports.timeZone,
  status: imports.status,
  confirmed: imports.confirmed,
  paused: imports.paused,
  stagedRows: imports.stagedRows,
  stagedAmountE4: imports.stagedAmountE4,
  appliedTo: imports.appliedTo,
  firstNumber: imports.firstNumber,
  version: imports.version,
};

type Found = Omit<ImportRef, 'mapping'> & { mapping: SourceMapping | null };

/** What a run needs: an import that nobody has mapped yet can not be run. What its mapping knows of the file wins. */
export function mapped(found: Found): ImportRef {
  const { mapping } = found;
  if (!mapping) throw conflict('exchange.errors.notMapped');
  return { ...found, mapping, format: { ...found.format, ...mapping.format } };
}

const leadsTo = (from: ImportStatus, to: ImportStatus) =>
  Object.values(importSteps).some((step) => step.to === to && mayStep<ImportStatus>(step, from));

type Progress = Partial<
  Pick<ImportRef, 'status' | 'stagedRows' | 'stagedAmountE4' | 'appliedTo' | 'firstNumber'>
>;

/**
 * Moves an import on in the transaction of what was done, as its last statement, so that two batches in flight commit in
 * their order. No row: another run is at work on the same file (CONFLICT). Tells whether somebody paused it meanwhile.
 */
export async function advance(ctx: TxCtx, ref: ImportRef, progress: Progress): Promise<ImportRef> {
  const next = { ...ref, ...progress, version: ref.version + 1 };
  invariant(
    next.status === ref.status || leadsTo(ref.status, next.status),
    'an import goes one step at a time',
  );
  const [moved] = await ctx.raw<{ paused: boolean }>(
    `update imports set status = $4::text, staged_rows = $5::bigint, staged_amount_e4 = $6::bigint, applied_to = $7::int,
       first_number = $8::bigint, updated_at = $9::timestamptz, beat_at = clock_timestamp(), version = version + 1
     where store_id = $1::uuid and id = $2::uuid and version = $3::int returning paused`,
    [
      uuidOf(ctx.store.id), uuidOf(ref.id), ref.version, next.status, next.stagedRows, next.stagedAmountE4, next.appliedTo,
      next.firstNumber, ctx.now.toISOString(),
    ], // biome-ignore format: as the columns
  );
  if (!moved) throw conflict('exchange.errors.otherRun');
  return { ...next, paused: moved.paused };
}
