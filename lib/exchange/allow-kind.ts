import { allow, may } from '@/lib/access/allow';
import type { Permission } from '@/lib/access/permissions';
import type { AnyCtx } from '@/lib/core/ctx';
import { IMPORT_KINDS, type ImportKind } from './source-mapping';

/** What somebody must be allowed to do by hand to bring files of it in. */
const NEEDS: Record<ImportKind, Permission> = {
  orders: 'order.write',
  products: 'product.write',
  customers: 'customer.write',
  prices: 'product.write',
  stock: 'stock.write',
};

export function allowKind(ctx: AnyCtx, kind: ImportKind): void {
  allow(ctx, NEEDS[kind]);
}

/** The kinds of files this person may bring in. */
export const kindsFor = (ctx: AnyCtx): ImportKind[] => IMPORT_KINDS.filter((kind) => may(ctx, NEEDS[kind]));
