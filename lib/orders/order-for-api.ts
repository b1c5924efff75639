import type { OrderDetail } from './order-detail';

/** An order as the API answers it: ids, words of the glossary, amounts in minor units, times in ISO 8601. Pure. */
export function orderForApi({
  order,
  lines,
  parcels,
  payments,
  refunds,
  charges,
  shipTo,
  billTo,
}: OrderDetail) {
  const { shippingMethodName, cancelReason, tags, ...head } = order;
  return {
    ...head,
    tags,
    cancelReason,
    shippingMethod: shippingMethodName || null,
    shipTo: shipTo?.address ?? null,
    billTo: billTo?.address ?? null,
    lines: lines.map(({ productId: _, imageId: __, allocatedAt, ...line }) => ({ ...line, allocatedAt })),
    charges,
    shipments: parcels.map(({ version: _, ...parcel }) => parcel),
    payments: payments.map(({ note: _, ...payment }) => payment),
    refunds,
  };
}
