import type { StateTable } from '@/lib/core/state';

/**
 * How far an import is. Orders: file there, rows staged, documents judged, orders written, cancellations matched, done.
 * Everything else: file there, rows staged, rows judged, rows applied, done.
 */
export const IMPORT_STATUSES = [
  'uploaded', 'staging', 'planned', 'sales', 'cancellations', 'applying', 'finished', 'undoing', 'undone',
] as const; // biome-ignore format: a list
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** What becomes of a document. `known` was brought in before, by another file of the same source. */
export const TREATMENTS = ['sale', 'cancellation', 'set_aside', 'known'] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** What becomes of a row of products, customers, prices or stock; before it is applied, what would. */
export const OUTCOMES = [
  'waiting',
  'create',
  'change',
  'same',
  'refused',
  'created',
  'changed',
  'unchanged',
] as const;
export type RecordOutcome = (typeof OUTCOMES)[number];

/** The statuses in which a run is at work, or should be. */
export const RUNNING: readonly ImportStatus[] = [
  'staging',
  'planned',
  'sales',
  'cancellations',
  'applying',
  'undoing',
];

/** Each step is one way and ends with its last batch's commit, so that a killed run goes on in its status. */
export const importSteps = {
  read: { from: ['uploaded'], to: 'staging' },
  plan: { from: ['staging'], to: 'planned' },
  sell: { from: ['planned'], to: 'sales' },
  cancel: { from: ['sales'], to: 'cancellations' },
  apply: { from: ['planned'], to: 'applying' },
  finish: { from: ['cancellations', 'applying'], to: 'finished' },
  undo: { from: ['finished'], to: 'undoing' },
  forget: { from: ['undoing'], to: 'undone' },
} as const satisfies StateTable<ImportStatus>;
