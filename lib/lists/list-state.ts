import type { Permission } from '@/lib/access/permissions';

/** The lists that can be filtered, saved as views, and have their columns chosen. */
export const LISTS = ['orders', 'products', 'customers', 'stock'] as const;
export type ListName = (typeof LISTS)[number];

/** What one needs to see a list at all. */
export const LIST_PERMISSION: Record<ListName, Permission> = {
  orders: 'order.read',
  products: 'product.read',
  customers: 'customer.read',
  stock: 'stock.read',
};
