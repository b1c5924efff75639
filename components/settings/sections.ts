import type { Permission } from '@/lib/access/permissions';

/** The pages of settings, in the order of their list, each with what it asks for. */
export const SECTIONS = [
  { key: 'store', permission: 'settings.read' },
  { key: 'orders', permission: 'settings.read' },
  { key: 'taxes', permission: 'settings.read' },
  { key: 'warehouses', permission: 'settings.read' },
  { key: 'shipping', permission: 'settings.read' },
  { key: 'handling', permission: 'settings.read' },
  { key: 'team', permission: 'settings.read' },
  { key: 'keys', permission: 'apikey.write' },
] as const satisfies readonly { key: string; permission: Permission }[];
export type SectionKey = (typeof SECTIONS)[number]['key'];
