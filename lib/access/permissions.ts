import type { Limits } from '@/lib/core/actor';

/** Every permission, `noun.verb`. Who has which stands in ROLE_TABLE below; the team page prints it. */
export const PERMISSIONS = [
  'order.read', 'order.write', 'order.place', 'order.confirm', 'order.discount', 'order.cancel', 'order.complete', 'order.note',
  'shipment.write',
  'stock.read', 'stock.write',
  'payment.read', 'payment.record', 'payment.refund',
  'product.read', 'product.write',
  'customer.read', 'customer.contact', 'customer.write', 'customer.note',
  'data.import', 'data.export',
  'view.share',
  'settings.read', 'settings.write', 'team.write', 'apikey.write',
  'audit.read', 'jobs.read',
] as const; // biome-ignore format: by area
export type Permission = (typeof PERMISSIONS)[number];

export const ROLE_NAMES = [
  'owner',
  'manager',
  'fulfilment',
  'stock',
  'support',
  'finance',
  'analyst',
] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

const EVERYONE: readonly RoleName[] = ROLE_NAMES;
const OWNERS: readonly RoleName[] = ['owner', 'manager'];

/** domain.md §7 as one table. */
export const ROLE_TABLE: Record<Permission, readonly RoleName[]> = {
  'order.read': EVERYONE,
  'product.read': EVERYONE,
  'stock.read': EVERYONE,
  'customer.read': EVERYONE,
  'payment.read': EVERYONE,
  'customer.contact': [...OWNERS, 'fulfilment', 'support', 'finance'],
  'order.write': [...OWNERS, 'support'],
  'order.place': [...OWNERS, 'support'],
  'order.confirm': [...OWNERS, 'support'],
  'order.note': [...OWNERS, 'support', 'fulfilment', 'finance'],
  'order.discount': [...OWNERS, 'support'],
  'order.complete': [...OWNERS, 'fulfilment', 'support'],
  'order.cancel': [...OWNERS, 'fulfilment', 'support', 'finance'],
  'shipment.write': [...OWNERS, 'fulfilment'],
  'stock.write': [...OWNERS, 'stock'],
  'payment.record': [...OWNERS, 'finance'],
  'payment.refund': [...OWNERS, 'support', 'finance'],
  'product.write': [...OWNERS, 'stock'],
  'customer.write': [...OWNERS, 'support'],
  'customer.note': [...OWNERS, 'support', 'finance'],
  'data.import': [...OWNERS, 'stock'],
  'data.export': [...OWNERS, 'finance', 'analyst'],
  'view.share': OWNERS,
  'settings.read': OWNERS,
  'settings.write': OWNERS,
  'team.write': ['owner'],
  'apikey.write': OWNERS,
  'audit.read': [...OWNERS, 'finance'],
  'jobs.read': OWNERS,
};

/** Limits that come with a role unless the membership says otherwise. */
export const ROLE_LIMITS: Partial<Record<RoleName, Limits>> = {
  support: { discountPercent: 10, refundMinor: 50_00 },
};

export function permissionsOf(role: RoleName): ReadonlySet<Permission> {
  return new Set(PERMISSIONS.filter((permission) => ROLE_TABLE[permission].includes(role)));
}

/** What an API key may be given. */
export const KEY_PERMISSIONS: readonly Permission[] = [
  'order.read', 'order.place', 'order.cancel', 'order.discount', 'product.read', 'stock.read', 'customer.read', 'customer.contact',
]; // biome-ignore format: a list
