import type { StoreId } from '@/lib/core/ids';
import { codeTokens, emailTokens, nameTokens, phoneTokens } from '@/lib/core/search-tokens';

export type Findable = {
  number: number | null;
  externalId: string | null;
  name: string;
  email: string;
  phone: string;
  skus: readonly string[];
  trackingNumbers?: readonly string[];
};

/** Everything an order is found by, as blind tokens (architecture §11). */
export function orderTokens(store: StoreId, order: Findable): bigint[] {
  const codes = [order.number === null ? null : String(order.number), order.externalId];
  return [
    ...new Set([
      ...codeTokens(store, ...codes, ...order.skus, ...(order.trackingNumbers ?? [])),
      ...nameTokens(store, order.name),
      ...emailTokens(store, order.email),
      ...phoneTokens(store, order.phone),
    ]),
  ];
}
