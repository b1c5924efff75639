import type { EventType } from '@/lib/events/event-types';

export type RelayedEvent = { type: string; subject: string; payload: Record<string, unknown> };
export type Enqueued = { task: string; payload: Record<string, unknown> };
type Subscription = (
  event: RelayedEvent,
) => { task: string; variantIds?: string[]; orderLines?: boolean } | null;

const arrived: Subscription = ({ payload }) => ({
  task: 'fill_backorders',
  variantIds: [String(payload.variantId)],
});

/** Which events make which jobs: everything that puts units on a shelf, or keeps fewer back, may fill a backorder. */
const BY_TYPE = {
  'stock.received': arrived,
  'stock.set': arrived,
  'stock.adjusted': arrived,
  'stock.policy_changed': arrived,
  'order.units_canceled': () => ({ task: 'fill_backorders', orderLines: true }),
} satisfies Partial<Record<EventType, Subscription>>;

export const SUBSCRIPTIONS: ReadonlyMap<string, Subscription> = new Map(Object.entries(BY_TYPE));
