import type { EventType } from '@/lib/events/event-types';

export type RelayedEvent = { type: string; subject: string; payload: Record<string, unknown> };
export type Enqueued = { task: string; payload: Record<string, unknown> };
type Subscription = (event: RelayedEvent) => {
  task: string;
  variantIds?: string[];
  orderLines?: boolean;
  everyWaiting?: boolean;
  runId?: string;
} | null;

const arrived: Subscription = ({ payload }) => ({
  task: 'fill_backorders',
  variantIds: [String(payload.variantId)],
});

/** Units that stood there before may now be promised, to whoever waits for whatever. */
const opened = (is: boolean) => (is ? { task: 'fill_backorders', everyWaiting: true } : null);
const changed = ({ fields }: RelayedEvent['payload'], field: string) =>
  Array.isArray(fields) && fields.includes(field);

const bulk: Subscription = ({ subject }) => ({ task: 'run_bulk', runId: subject });

/**
 * Which events make which jobs: everything that puts units on a shelf, keeps fewer back, opens a warehouse or allows a
 * second parcel may fill a backorder.
 */
const BY_TYPE = {
  'stock.received': arrived,
  'stock.set': arrived,
  'stock.adjusted': arrived,
  'stock.policy_changed': arrived,
  'warehouse.activated': () => opened(true),
  'settings.changed': ({ payload }) => opened(changed(payload, 'splitShipments')),
  'bulk.started': bulk,
  'bulk.retried': bulk,
  'order.units_canceled': () => ({ task: 'fill_backorders', orderLines: true }),
} satisfies Partial<Record<EventType, Subscription>>;

export const SUBSCRIPTIONS: ReadonlyMap<string, Subscription> = new Map(Object.entries(BY_TYPE));
