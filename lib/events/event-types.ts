import type {
  CustomerId, Id, OrderId, OrderLineId, PaymentId, ProductId, RefundId, ShipmentId, UserId, VariantId, WarehouseId,
} from '@/lib/core/ids'; // biome-ignore format: short

type LineUnits = { lineId: OrderLineId; quantity: number };
type AtWarehouse = { warehouseId: WarehouseId; quantity: number };

/** Everything that can happen, `noun.past`. Payloads hold ids, amounts and field names, never personal data. */
export type EventPayloads = {
  'order.drafted': Record<string, never>;
  'order.draft_edited': { fields: string[] };
  'order.draft_discarded': Record<string, never>;
  'order.placed': { number: number; totalMinor: number; currency: string; channel: string };
  'order.allocated': { warehouses: AtWarehouse[]; backordered: number };
  'order.backorder_filled': { warehouses: AtWarehouse[] };
  'order.confirmed': { automatic: boolean; shipByAt: string | null };
  'order.units_canceled': { lines: LineUnits[]; reason: string; all: boolean; refundedMinor: number };
  'order.canceled': { reason: string };
  'order.delivered': Record<string, never>;
  'order.completed': { by: 'staff' | 'window' };
  'order.noted': { noteId: Id<'nte'> };
  'order.tagged': { added: string[]; removed: string[] };
  'order.address_changed': { fields: string[] };
  'order.held': { holdId: Id<'hld'>; reason: string };
  'order.released': { shipByAt: string | null };
  'order.imported': { importId: string; externalId: string };
  'order.return_imported': {
    importId: string;
    externalId: string;
    units: number;
    refundedMinor: number;
    currency: string;
  };
  'payment.recorded': {
    paymentId: PaymentId;
    amountMinor: number;
    currency: string;
    method: string;
    provider: string;
  };
  'payment.failed': { paymentId: PaymentId; reason: string };
  'refund.requested': { refundId: RefundId; amountMinor: number; currency: string; cause: string };
  'refund.succeeded': { refundId: RefundId; amountMinor: number; currency: string; cause: string };
  'refund.failed': { refundId: RefundId; amountMinor: number; currency: string; reason: string };
  'shipment.picked': { shipmentId: ShipmentId; sequence: number; warehouseId: WarehouseId; units: number };
  'shipment.packed': { shipmentId: ShipmentId; sequence: number; units: number };
  'shipment.unpacked': { shipmentId: ShipmentId; sequence: number };
  'shipment.unpicked': { shipmentId: ShipmentId; sequence: number; units: number };
  'shipment.shipped': {
    shipmentId: ShipmentId;
    sequence: number;
    warehouseId: WarehouseId;
    units: number;
    carrier: string;
    tracking: string;
  };
  'shipment.parcel_canceled': { shipmentId: ShipmentId; sequence: number; units: number; reason: string };
  'shipment.tracking_corrected': {
    shipmentId: ShipmentId;
    sequence: number;
    carrier: string;
    before: string;
    after: string;
  };
  'shipment.delivered': { shipmentId: ShipmentId; sequence: number; units: number };
  /** Units packed without being scanned, and why. */
  'shipment.check_overridden': {
    shipmentId: ShipmentId;
    sequence: number;
    units: number;
    reason: string;
  };
  /** Fewer units were there than picked: the others are promised again. */
  'shipment.picked_short': { shipmentId: ShipmentId; sequence: number; lines: LineUnits[] };
  'wave.created': { number: number; warehouseId: WarehouseId; orders: number };
  'wave.picked': { number: number; picked: number; orders: number };
  'wave.closed': { number: number; picked: number; orders: number };
  'wave.canceled': { number: number; picked: number; orders: number };
  'product.created': { productId: ProductId; variants: number };
  'product.activated': { productId: ProductId };
  'product.archived': { productId: ProductId };
  'product.image_changed': { productId: ProductId; imageId: Id<'img'> | null };
  'product.edited': { productId: ProductId; fields: string[] };
  'variant.created': { variantId: VariantId; sku: string };
  'variant.edited': { variantId: VariantId; fields: string[] };
  'variant.archived': { variantId: VariantId };
  'variant.restored': { variantId: VariantId };
  'stock.set': {
    warehouseId: WarehouseId;
    variantId: VariantId;
    before: number;
    after: number;
    reason: string;
  };
  'stock.received': { warehouseId: WarehouseId; variantId: VariantId; quantity: number };
  'stock.adjusted': { warehouseId: WarehouseId; variantId: VariantId; difference: number; reason: string };
  'stock.policy_changed': { variantId: VariantId; fields: string[] };
  'customer.created': { customerId: CustomerId };
  'customer.edited': { customerId: CustomerId; fields: string[] };
  'customer.address_added': { addressId: Id<'adr'> };
  'customer.address_edited': { addressId: Id<'adr'>; fields: string[] };
  'customer.address_removed': { addressId: Id<'adr'> };
  'customer.default_address_changed': { addressId: Id<'adr'> };
  'customer.noted': { noteId: Id<'nte'> };
  'customer.revealed': { customerId: string };
  'warehouse.created': { warehouseId: WarehouseId };
  'warehouse.edited': { warehouseId: WarehouseId; fields: string[] };
  'warehouse.activated': { warehouseId: WarehouseId };
  'warehouse.deactivated': { warehouseId: WarehouseId };
  /** `of` is the one rate, class or way to ship, when it is not the store itself. */
  'settings.changed': { area: string; fields: string[]; of?: string };
  'member.added': { userId: UserId; role: string };
  'member.changed': { userId: UserId; role: string; active: boolean };
  'apikey.created': { keyId: Id<'key'> };
  'apikey.revoked': { keyId: Id<'key'> };
  'store.created': Record<string, never>;
  'bulk.started': { action: string; orders: number };
  'bulk.retried': { action: string; orders: number };
  'bulk.ended': { status: string };
  'list.exported': { list: string; view: string; format: string; columns: string[]; narrowed: boolean };
  'view.saved': { list: string; shared: boolean };
  'view.changed': { fields: string[] };
  'view.removed': { list: string; shared: boolean };
  'view.reordered': { list: string; views: number };
  'import.started': { importId: Id<'imp'>; source: string };
  'import.finished': { importId: Id<'imp'>; orders: number };
  'import.undone': { importId: Id<'imp'>; orders: number };
};
export type EventType = keyof EventPayloads;
export type EventSubject =
  | OrderId
  | ProductId
  | CustomerId
  | WarehouseId
  | Id<'sto'>
  | Id<'usr'>
  | Id<'key'>
  | Id<'imp'>
  | Id<'lvw'>
  | Id<'blk'>
  | Id<'wav'>
  | VariantId;
