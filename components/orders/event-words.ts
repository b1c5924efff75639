import type { EventPayloads } from '@/lib/events/event-types';
import type { OrderEventType } from '@/lib/orders/order-timeline';

/** What the words of an event may need: names instead of ids, amounts as people read them. */
export type EventTools = {
  money: (minor: number, currency: string) => string;
  warehouse: (id: string) => string;
  list: (words: string[]) => string;
  /** "3 at Leeds" */
  unitsAt: (quantity: number, warehouse: string) => string;
  /** The word for a code: `orders.<group>.<code>`. */
  word: (group: 'channels' | 'methods' | 'reasons' | 'causes' | 'fields' | 'holds', code: string) => string;
};

type Params = Record<string, string | number>;
type Words = { [T in OrderEventType]: (payload: EventPayloads[T], tools: EventTools) => Params };

const none = () => ({});

/** For every event of an order, what its message `orders.events.<type>` is told. The compiler asks for new ones. */
const WORDS: Words = {
  'order.drafted': none,
  'order.draft_edited': none,
  'order.draft_discarded': none,
  'order.placed': ({ totalMinor, currency, channel }, { money, word }) => ({
    total: money(totalMinor, currency),
    channel: word('channels', channel),
  }),
  'order.allocated': ({ warehouses, backordered }, tools) => ({
    places: places(warehouses, tools),
    houses: warehouses.length,
    backordered,
  }),
  'order.backorder_filled': ({ warehouses }, tools) => ({ places: places(warehouses, tools) }),
  'order.confirmed': ({ automatic }) => ({ automatic: String(automatic) }),
  'order.units_canceled': ({ lines, reason }, { word }) => ({
    units: lines.reduce((sum, line) => sum + line.quantity, 0),
    reason: word('reasons', reason),
  }),
  'order.canceled': ({ reason }, { word }) => ({ reason: word('reasons', reason) }),
  'order.delivered': none,
  'order.completed': ({ by }) => ({ by }),
  'order.noted': none,
  'order.tagged': ({ added, removed }, { list }) => ({
    added: list(added),
    removed: list(removed),
    adds: added.length,
    removes: removed.length,
  }),
  'order.address_changed': ({ fields }, { list, word }) => ({
    fields: list(fields.map((field) => word('fields', field))),
  }),
  'order.held': ({ reason }, { word }) => ({ reason: word('holds', reason) }),
  'order.released': none,
  'order.imported': ({ externalId }) => ({ externalId }),
  'order.return_imported': ({ units, externalId }) => ({ units, externalId }),
  'payment.recorded': ({ amountMinor, currency, method }, { money, word }) => ({
    amount: money(amountMinor, currency),
    method: word('methods', method),
  }),
  'payment.failed': ({ reason }) => ({ reason }),
  'refund.requested': refundWords,
  'refund.succeeded': refundWords,
  'refund.failed': ({ amountMinor, currency, reason }, { money }) => ({
    amount: money(amountMinor, currency),
    reason,
  }),
  'shipment.picked': ({ units, sequence, warehouseId }, { warehouse }) => ({
    units,
    sequence,
    warehouse: warehouse(warehouseId),
  }),
  'shipment.packed': ({ units, sequence }) => ({ units, sequence }),
  'shipment.unpacked': ({ sequence }) => ({ sequence }),
  'shipment.unpicked': ({ units, sequence }) => ({ units, sequence }),
  'shipment.shipped': ({ units, carrier, tracking, warehouseId }, { warehouse }) => ({
    units,
    carrier,
    tracking,
    warehouse: warehouse(warehouseId),
  }),
  'shipment.parcel_canceled': ({ units, sequence, reason }) => ({ units, sequence, reason }),
  'shipment.tracking_corrected': ({ sequence, carrier, before, after }) => ({
    sequence,
    carrier,
    before,
    after,
  }),
  'shipment.delivered': ({ units, sequence }) => ({ units, sequence }),
  'shipment.check_overridden': ({ units, sequence, reason }) => ({ units, sequence, reason }),
  'shipment.picked_short': ({ lines, sequence }) => ({
    units: lines.reduce((sum, line) => sum + line.quantity, 0),
    sequence,
  }),
  'customer.revealed': none,
};

export type EventSaying = { key: string; params: Params };

/** The message of an event and what it is told; one that is not about orders is named plainly. */
export function eventWords(
  { type, payload }: { type: string; payload: EventPayloads[OrderEventType] },
  tools: EventTools,
): EventSaying {
  if (!isOrderEvent(type)) return { key: 'other', params: { type } };
  return { key: type.replace('.', '_'), params: paramsOf(type, payload, tools) };
}

function paramsOf<T extends OrderEventType>(type: T, payload: EventPayloads[T], tools: EventTools): Params {
  return WORDS[type](payload, tools);
}

const isOrderEvent = (type: string): type is OrderEventType => Object.hasOwn(WORDS, type);

function places(at: EventPayloads['order.allocated']['warehouses'], tools: EventTools): string {
  return tools.list(
    at.map(({ warehouseId, quantity }) => tools.unitsAt(quantity, tools.warehouse(warehouseId))),
  );
}

function refundWords(
  { amountMinor, currency, cause }: EventPayloads['refund.requested'],
  { money, word }: EventTools,
): Params {
  return { amount: money(amountMinor, currency), cause: word('causes', cause) };
}
