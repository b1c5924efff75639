import type { StateTable } from '@/lib/core/state';

/** How far an import is: rows staged, documents judged, people and goods made, orders, cancellations, done. */
export const IMPORT_STATUSES = ['staging', 'planned', 'sales', 'cancellations', 'finished'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** What becomes of a document. `known` was brought in before, by another file of the same source. */
export const TREATMENTS = ['sale', 'cancellation', 'set_aside', 'known'] as const;
export type Treatment = (typeof TREATMENTS)[number];

/** Each step is one way and ends with its last batch's commit, so that a killed run goes on in its status. */
export const importSteps = {
  plan: { from: ['staging'], to: 'planned' },
  sell: { from: ['planned'], to: 'sales' },
  cancel: { from: ['sales'], to: 'cancellations' },
  finish: { from: ['cancellations'], to: 'finished' },
} as const satisfies StateTable<ImportStatus>;
