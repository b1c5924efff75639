import type { Address } from '@/lib/core/address';
import type { OrderId, OrderLineId, ShipmentId, WarehouseId } from '@/lib/core/ids';
import type { OrderAction, ShipmentAction } from '@/lib/orders/order-actions';
import type { PaymentMethod } from '@/lib/orders/order-state';

/** Why something can not be done now, in words, and what would clear it. */
export type Why = { text: string; clear: { href: string; label: string } | null };
/** What a sheet is opened for. */
export type Act = OrderAction | 'unpack' | 'unpick' | 'recall' | 'correct' | 'billing';

export type DeskLine = {
  id: OrderLineId;
  name: string;
  sku: string;
  quantity: number;
  canceled: number;
  totalMinor: number;
  /** Not promised to any warehouse: open and backordered units. */
  waiting: number;
  promised: { warehouseId: WarehouseId; warehouse: string; quantity: number }[];
};

export type DeskParcel = {
  id: ShipmentId;
  sequence: number;
  warehouse: string;
  units: number;
  carrier: string;
  trackingNumber: string;
  contents: { lineId: OrderLineId; title: string; sku: string; quantity: number }[];
  why: Record<ShipmentAction, Why | null>;
};

/** All that the sheets of one order need, made on the server. */
export type Desk = {
  slug: string;
  id: OrderId;
  name: string;
  version: number;
  currency: string;
  buyer: string;
  units: number;
  carrier: string;
  method: PaymentMethod;
  methods: { value: PaymentMethod; label: string }[];
  reasons: { value: string; label: string }[];
  countries: { value: string; label: string }[];
  /** Paying what is open confirms the order by itself. */
  payConfirms: boolean;
  dueMinor: number;
  netMinor: number;
  heldMinor: number;
  openMinor: number;
  refundable: { goodwill: number; overpayment: number };
  refundLimitMinor: number | null;
  mayRefund: boolean;
  lines: DeskLine[];
  /** False when the order has more lines than this page of them. */
  whole: boolean;
  cancelable: number;
  houses: { id: WarehouseId; name: string; units: number }[];
  parcels: DeskParcel[];
  /** Without their phones, which are shown when asked for. */
  shipTo: Address | null;
  billTo: Address | null;
  /** Which of them has a phone. */
  phones: { shipTo: boolean; billTo: boolean };
  why: Record<OrderAction | 'billing', Why | null>;
};
