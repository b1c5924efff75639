export type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

type Outside = { reason: string; grants: readonly Privilege[] };

/** Tables that belong to no single store, and what the app may do with each. Everything else has both walls. */
export const OUTSIDE_THE_WALLS: Record<string, Outside> = {
  users: {
    reason: 'one person works for several stores, and signs in before any store is chosen',
    grants: ['SELECT', 'INSERT', 'UPDATE'],
  },
  sessions: {
    reason: 'a session belongs to a person, and is looked up before any store is chosen',
    grants: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  },
  security_events: {
    reason: 'sign-ins and refusals are per person; nobody rewrites them',
    grants: ['SELECT', 'INSERT'],
  },
  stores: {
    reason: 'a request finds its store by the slug in the address; only name and brand are here',
    grants: ['SELECT', 'INSERT', 'UPDATE'],
  },
  rate_limits: {
    reason: 'attempts are counted per address and account, before anybody is known',
    grants: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  },
};

/** Facts: written once. Corrections are further rows, so the app has no way to change or remove one. */
export const APPEND_ONLY = ['events', 'money_movements', 'stock_movements'] as const;

/** Other tables of stores for which the app may do less than everything. */
const LESS: Record<string, readonly Privilege[]> = {
  event_personal: ['SELECT', 'INSERT', 'UPDATE'], // erasure overwrites it, the event stays
};

const EVERYTHING: readonly Privilege[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];
const APPEND: readonly Privilege[] = ['SELECT', 'INSERT'];

/** What the app's role may do with a table. */
export function grantsFor(table: string): readonly Privilege[] {
  if (APPEND_ONLY.some((name) => name === table)) return APPEND;
  return OUTSIDE_THE_WALLS[table]?.grants ?? LESS[table] ?? EVERYTHING;
}
