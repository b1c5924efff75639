import type { Id } from '@/lib/core/ids';
import type { OrderRequestInput } from '@/lib/orders/order-request';
import { KNOWN_CUSTOMERS, knownEmail, SKUS, skuOf } from './bench-store';

/** Of the buyers, how many nobody has met before. */
const NEW_SHARE = 1 / 3;
const LINES = 3;
const FIRST = ['Ada', 'Grace', 'Tomasz', 'Leila', 'Chen', 'Margaret', 'Oluwaseun', 'Ines'];
const LAST = ['Wong', 'Hopper', 'Kowalski', 'Haddad', 'Okafor', 'Hamilton', 'Fernandes', 'Byrne'];

const pick = <T>(list: readonly T[]): T => {
  const chosen = list[Math.floor(Math.random() * list.length)];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
};

/** The one SKU everybody wants: from the middle, so that its row is neither first nor last in key order. */
export const HOT_SKU = skuOf(SKUS / 2);

let buyers = 0;

function skus(hot: boolean): string[] {
  const chosen = new Set(hot ? [HOT_SKU] : []);
  while (chosen.size < LINES) chosen.add(skuOf(Math.floor(Math.random() * SKUS)));
  return [...chosen];
}

/** What a shop would send: three lines of one or two units, a person, an address, a shipping method, a transfer. */
export function someRequest(hot: boolean, shippingMethodId: Id<'shm'>): OrderRequestInput {
  buyers += 1;
  const isNew = Math.random() < NEW_SHARE;
  const name = `${pick(FIRST)} ${pick(LAST)}`;
  const email = isNew
    ? `new.${buyers}@shop.example`
    : knownEmail(Math.floor(Math.random() * KNOWN_CUSTOMERS));
  return {
    customer: { name, email, phone: `+44 7700 ${String(900_000 + (buyers % 1000))}` },
    shipTo: {
      name,
      line1: `${1 + (buyers % 200)} Cotham Hill`,
      city: 'Bristol',
      postcode: 'BS6 6LF',
      country: 'GB',
    },
    lines: skus(hot).map((sku) => ({ sku, quantity: 1 + (buyers % 2) })),
    shippingMethodId,
    paymentMethod: 'bank_transfer',
  };
}
