import type { ImportFailure } from './import-report';
import type { ImportStatus } from './import-state';

/** What an import asks of whoever looks at it. */
export const IMPORT_STAGES = [
  'map', 'reading', 'report', 'writing', 'paused', 'stopped', 'result', 'undoing', 'undone',
] as const; // biome-ignore format: a list
export type ImportStage = (typeof IMPORT_STAGES)[number];

type Known = { status: ImportStatus; confirmed: boolean; paused: boolean; failure: ImportFailure | null };

const PLAIN: Partial<Record<ImportStatus, ImportStage>> = {
  uploaded: 'map',
  finished: 'result',
  undone: 'undone',
};

/** The stage an import is in, from where it stands and what somebody said to it. */
export function stageOf({ status, confirmed, paused, failure }: Known): ImportStage {
  const plain = PLAIN[status];
  if (plain) return plain;
  if (failure) return 'stopped';
  if (paused) return 'paused';
  if (status === 'undoing') return 'undoing';
  if (status === 'staging') return 'reading';
  return status === 'planned' && !confirmed ? 'report' : 'writing';
}

/** Nothing of it is applied yet: the mapping may still be changed. */
export const mayRemap = ({ status, confirmed }: Known): boolean =>
  !confirmed && (status === 'staging' || status === 'planned');
