/** What can be done with many orders at once. */
export const BULK_ACTIONS = [
  'confirm', 'tag', 'untag', 'hold', 'release', 'markPaid', 'ship', 'cancel',
] as const; // biome-ignore format: a list
export type BulkAction = (typeof BULK_ACTIONS)[number];

export const BULK_STATUSES = ['running', 'finished', 'stopped'] as const;
export type BulkStatus = (typeof BULK_STATUSES)[number];

export const BULK_OUTCOMES = ['waiting', 'done', 'skipped', 'failed'] as const;
export type BulkOutcome = (typeof BULK_OUTCOMES)[number];

/** More than this is narrowed first: nobody looks through so many results. */
export const BULK_MOST = 10_000;
