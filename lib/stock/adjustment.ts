import type { Bucket, MovementCode } from '@/db/schema/stock';

export const ADJUST_REASONS = ['damaged', 'lost', 'found', 'correction', 'other'] as const;
export type AdjustReason = (typeof ADJUST_REASONS)[number];

/** Which way a reason may go: a loss only takes away, a find only adds, damage goes to the damaged units and back. */
export const ADJUST_SIGNS: Record<AdjustReason, readonly (-1 | 1)[]> = {
  damaged: [-1, 1],
  lost: [-1],
  found: [1],
  correction: [-1, 1],
  other: [-1, 1],
};

/** From where to where the units of an adjustment go. Damaged units stay on hand; all others come from or go to `lost`. */
export function adjustmentPath(
  reason: AdjustReason,
  difference: number,
): { from: Bucket; to: Bucket; code: MovementCode } {
  const away: Bucket = reason === 'damaged' ? 'damaged' : 'lost';
  const code: MovementCode = reason === 'damaged' ? 'damage' : 'adjust';
  return difference < 0 ? { from: 'available', to: away, code } : { from: away, to: 'available', code };
}

/** What a level will be after an adjustment, for the sheet that shows it before it happens. */
export function afterAdjustment(
  level: { available: number; damaged: number; onHand: number },
  reason: AdjustReason,
  difference: number,
): { available: number; damaged: number; onHand: number } {
  const damaged = reason === 'damaged' ? level.damaged - difference : level.damaged;
  const onHand = reason === 'damaged' ? level.onHand : level.onHand + difference;
  return { available: level.available + difference, damaged, onHand };
}
