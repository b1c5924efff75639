/** Why units are packed without a scan. */
export const OVERRIDE_REASONS = ['label_unreadable', 'no_label', 'counted_by_hand', 'no_scanner'] as const;
export type OverrideReason = (typeof OVERRIDE_REASONS)[number];
