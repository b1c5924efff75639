import type { StateTable } from '@/lib/core/state';

export const SHIPMENT_STATUSES = ['picking', 'packed', 'shipped', 'delivered', 'canceled'] as const;
export type ShipmentStatus = (typeof SHIPMENT_STATUSES)[number];

export const shipmentSteps = {
  pack: { from: ['picking'], to: 'packed' },
  undoPack: { from: ['packed'], to: 'picking' },
  undoPick: { from: ['picking'], to: 'canceled' },
  ship: { from: ['packed'], to: 'shipped' },
  cancelParcel: { from: ['shipped'], to: 'canceled' },
  deliver: { from: ['shipped'], to: 'delivered' },
  correctTracking: { from: ['shipped', 'delivered'], to: 'shipped' },
} as const satisfies StateTable<ShipmentStatus>;
