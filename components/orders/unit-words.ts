import type { LineUnits } from '@/lib/orders/derive-status';
import type { UnitsAt } from '@/lib/orders/order-detail';

/** One phrase of a line's ledger: `orders.units.<key>` with its parameters. */
export type UnitPhrase = {
  key:
    | 'delivered' | 'shipped' | 'packed' | 'packedAt' | 'picked' | 'pickedAt' | 'allocated' | 'allocatedAt' | 'backordered'
    | 'open' | 'canceled' | 'returned' | 'returnRequested';
  count: number;
  warehouse: string;
}; // biome-ignore format: a list of words

type InParcel = { status: string; warehouse: string; quantity: number };

/** Where the units of a line are, in the order they travel: "3 shipped", "1 allocated at Leeds". */
export function unitWords(
  line: LineUnits & { open: number },
  allocatedAt: readonly UnitsAt[],
  parcels: readonly InParcel[],
): UnitPhrase[] {
  const at = (status: string) => parcels.filter((parcel) => parcel.status === status);
  const plain = (key: UnitPhrase['key'], count: number): UnitPhrase[] =>
    count > 0 ? [{ key, count, warehouse: '' }] : [];
  const placed = (
    key: 'packed' | 'picked' | 'allocated',
    count: number,
    places: readonly { warehouse: string; quantity: number }[],
  ): UnitPhrase[] =>
    count > 0 && places.length > 0
      ? places.map(({ warehouse, quantity }) => ({ key: `${key}At`, count: quantity, warehouse }))
      : plain(key, count);
  return [
    ...plain('delivered', line.delivered),
    ...plain('shipped', line.shipped - line.delivered),
    ...placed('packed', line.packed, at('packed')),
    ...placed('picked', line.picked, at('picking')),
    ...placed('allocated', line.allocated, allocatedAt),
    ...plain('open', line.open),
    ...plain('backordered', line.backordered),
    ...plain('canceled', line.canceled),
    ...plain('returnRequested', line.returnRequested),
    ...plain('returned', line.returned),
  ];
}
