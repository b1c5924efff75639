import type { Permission } from '@/lib/access/permissions';
import type { OrderAction } from '@/lib/orders/order-actions';

/** What can be done with many orders at once. */
export const BULK_ACTIONS = [
  'confirm', 'tag', 'untag', 'hold', 'release', 'markPaid', 'ship', 'cancel',
] as const; // biome-ignore format: a list
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** Which action of one order each is: whether it goes, and why not, is that one's word. */
export const ACTION_OF: Record<BulkAction, OrderAction> = {
  confirm: 'confirm',
  tag: 'tag',
  untag: 'tag',
  hold: 'hold',
  release: 'release',
  markPaid: 'pay',
  ship: 'ship',
  cancel: 'cancelAll',
};

export const BULK_PERMISSION: Record<BulkAction, Permission> = {
  confirm: 'order.confirm',
  tag: 'order.write',
  untag: 'order.write',
  hold: 'order.cancel',
  release: 'order.cancel',
  markPaid: 'payment.record',
  ship: 'shipment.write',
  cancel: 'order.cancel',
};

/** What takes each other back, over the rows that were done. */
export const OPPOSITE: Partial<Record<BulkAction, BulkAction>> = { tag: 'untag', untag: 'tag' };

/** Stopped: whoever started it may not act here any more. */
export const BULK_STATUSES = ['running', 'finished', 'stopped'] as const;
export const BULK_OUTCOMES = ['waiting', 'done', 'skipped', 'failed'] as const;
export type BulkStatus = (typeof BULK_STATUSES)[number];
export type BulkOutcome = (typeof BULK_OUTCOMES)[number];

/** More than this is narrowed first: nobody looks through so many results. */
export const BULK_MOST = 10_000;
