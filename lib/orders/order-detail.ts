import type { Address } from '@/lib/core/address';
import type {
  CustomerId, Id, OrderId, OrderLineId, PaymentId, ProductId, RefundId, ShipmentId, VariantId, WarehouseId,
} from '@/lib/core/ids'; // biome-ignore format: short
import type { ShipmentStatus } from '@/lib/shipping/shipment-state';
import type { LineUnits } from './derive-status';
import type {
  Channel, FulfilmentStatus, OrderStatus, PaymentMethod, PaymentStatus, ReturnStatus,
} from './order-state'; // biome-ignore format: short
import type { Hold } from './read-hold';

/** The order itself. Amounts are minor units of its currency. */
export type OrderHead = {
  id: OrderId;
  number: number | null;
  version: number;
  kind: 'sale' | 'credit';
  channel: Channel;
  externalId: string | null;
  status: OrderStatus;
  paymentStatus: PaymentStatus;
  fulfilmentStatus: FulfilmentStatus;
  returnStatus: ReturnStatus;
  currency: string;
  pricesIncludeTax: boolean;
  paymentMethod: PaymentMethod;
  shippingMethodId: Id<'shm'> | null;
  shippingMethodName: string;
  customerId: CustomerId | null;
  customerName: string;
  tags: string[];
  cancelReason: string | null;
  discountReason: string;
  goodsMinor: number;
  discountMinor: number;
  shippingMinor: number;
  feesMinor: number;
  taxMinor: number;
  totalMinor: number;
  dueMinor: number;
  creditsMinor: number;
  authorizedMinor: number;
  capturedMinor: number;
  refundedMinor: number;
  units: number;
  placedAt: Date | null;
  createdAt: Date;
  confirmedAt: Date | null;
  shipByAt: Date | null;
  payByAt: Date | null;
  promisedAt: Date | null;
  firstShippedAt: Date | null;
  deliveredAt: Date | null;
  completeAfterAt: Date | null;
  completedAt: Date | null;
  canceledAt: Date | null;
  heldAt: Date | null;
};

/** Units of a line standing at one warehouse. */
export type UnitsAt = { warehouseId: WarehouseId; warehouse: string; quantity: number };

export type DetailLine = LineUnits & {
  id: OrderLineId;
  position: number;
  variantId: VariantId | null;
  productId: ProductId | null;
  imageId: Id<'img'> | null;
  sku: string;
  title: string;
  variantTitle: string;
  unitPriceE4: number;
  goodsMinor: number;
  discountMinor: number;
  taxRatePpm: number;
  totalMinor: number;
  open: number;
  allocatedAt: UnitsAt[];
};

/** The whole order's units and rates, also when only some of its lines are shown. */
export type OrderTotals = LineUnits & {
  lines: number;
  open: number;
  taxRatesPpm: number[];
  /** Units promised and not yet picked, first choice of warehouse first. */
  promised: { warehouseId: WarehouseId; warehouse: string; units: number }[];
};

export type Parcel = {
  id: ShipmentId;
  sequence: number;
  status: ShipmentStatus;
  warehouseId: WarehouseId;
  warehouse: string;
  carrier: string;
  trackingNumber: string;
  units: number;
  lines: { lineId: OrderLineId; title: string; sku: string; quantity: number }[];
  pickedAt: Date;
  packedAt: Date | null;
  shippedAt: Date | null;
  dueAt: Date | null;
  deliveredAt: Date | null;
  canceledAt: Date | null;
  cancelReason: string;
  version: number;
};

export type Charge = {
  id: Id<'chg'>;
  kind: 'shipping' | 'fee' | 'discount' | 'rounding' | 'credit';
  label: string;
  basis: string;
  lineId: OrderLineId | null;
  amountMinor: number;
};

export type Payment = {
  id: PaymentId;
  provider: string;
  method: PaymentMethod;
  status: 'created' | 'pending' | 'authorized' | 'captured' | 'failed' | 'voided' | 'expired';
  amountMinor: number;
  capturedMinor: number;
  refundHeldMinor: number;
  refundedMinor: number;
  reference: string;
  note: string;
  createdAt: Date;
};

export type Refund = {
  id: RefundId;
  paymentId: PaymentId;
  status: 'requested' | 'succeeded' | 'failed';
  cause: 'cancellation' | 'return' | 'goodwill' | 'overpayment';
  amountMinor: number;
  reason: string;
  failure: string;
  requestedAt: Date;
  settledAt: Date | null;
};

/** Who bought. Contact is always masked here: `revealOrderContact` shows it and remembers that it did. */
export type Buyer = {
  email: string | null;
  phone: string | null;
  /** Placed and not cancelled orders of this customer, capped at 10,001, and which of them this one is. */
  orders: number;
  nth: number | null;
  sums: { currency: string; totalMinor: number }[];
};

/** A place as this reader may see it: without the permission only what routes a parcel. */
export type ShownAddress = { address: Address; masked: boolean };

export type Neighbours = { newer: string | null; older: string | null };

export type OrderDetail = {
  order: OrderHead;
  hold: Hold | null;
  totals: OrderTotals;
  lines: DetailLine[];
  /** The position to read on after, when the order has more lines than one page. */
  nextLinesAfter: number | null;
  parcels: Parcel[];
  charges: Charge[];
  payments: Payment[];
  refunds: Refund[];
  /** What providers kept, by the money ledger. */
  providerFeesMinor: number;
  buyer: Buyer;
  shipTo: ShownAddress | null;
  billTo: ShownAddress | null;
  /** Only where the store's warehouses matter to the actions: active ones, first choice first. */
  warehouses: { id: WarehouseId; name: string; active: boolean }[];
  settings: { numberPrefix: string; completionDays: number; confirmation: string };
  neighbours: Neighbours;
};
