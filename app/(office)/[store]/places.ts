import type { Place, PlaceKey } from '@/components/shell/place';
import { may } from '@/lib/access/allow';
import type { Permission } from '@/lib/access/permissions';
import type { Ctx } from '@/lib/core/ctx';

const PLACES: readonly { key: PlaceKey; permission: Permission }[] = [
  { key: 'home', permission: 'order.read' },
  { key: 'orders', permission: 'order.read' },
  { key: 'fulfilment', permission: 'order.read' },
  { key: 'stock', permission: 'stock.read' },
  { key: 'products', permission: 'product.read' },
  { key: 'customers', permission: 'customer.read' },
  { key: 'settings', permission: 'settings.read' },
];

export type PlaceCounts = Partial<Record<PlaceKey, { count: number; urgent?: boolean }>>;

/** Where this person may go, in the order of the sidebar. */
export function placesOf(ctx: Ctx, counts: PlaceCounts = {}): Place[] {
  return PLACES.filter(({ permission }) => may(ctx, permission)).map(({ key }) => ({
    key,
    href: key === 'home' ? `/${ctx.store.slug}` : `/${ctx.store.slug}/${key}`,
    ...counts[key],
  }));
}
