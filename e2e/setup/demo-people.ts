import type { RoleName } from '@/lib/access/permissions';

/** The demo store, and who works there. */
export const DEMO_STORE = 'demo';
export const DEMO_PASSWORD = 'waybill-demo';

export const DEMO_ROLES = [
  'owner',
  'manager',
  'fulfilment',
  'stock',
  'support',
  'finance',
  'analyst',
] as const satisfies readonly RoleName[];
export type DemoRole = (typeof DEMO_ROLES)[number];

export const emailOf = (role: DemoRole) => `${role === 'owner' ? 'demo' : role}@waybill.example`;

/** Where a signed-in browser's cookies are kept between tests. */
export const stateFileOf = (role: DemoRole) => `test-results/.signed-in/${role}.json`;
