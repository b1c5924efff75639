import type { StateTable } from '@/lib/core/state';

export const WAVE_STATUSES = ['open', 'closed', 'canceled'] as const;
export type WaveStatus = (typeof WAVE_STATUSES)[number];

export const waveSteps = {
  pick: { from: ['open'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  cancel: { from: ['open'], to: 'canceled' },
} as const satisfies StateTable<WaveStatus>;

/** What became of one order of a wave: it waits, its units were picked, or they could not be. */
export const MEMBER_STATUSES = ['waiting', 'picked', 'skipped'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

/** As many as one round with a trolley holds, and as a list on paper stays readable. */
export const MAX_WAVE_ORDERS = 100;
