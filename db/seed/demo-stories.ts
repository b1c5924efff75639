import type { CancelReason } from '@/lib/orders/order-state';
import type { DemoCustomerKey } from './demo-customers';
import type { MethodKey } from './demo-shop';
import type { Moment } from './demo-time';
import type { SeededRandom } from './seeded-random';

type Place = 'leeds' | 'rotterdam';
export type Item = readonly [sku: string, quantity: number];

/** One thing that happens to an order. `pick`, `pack`, `ship`, `deliver` mean the parcel at a warehouse, or every one. */
export type Act =
  | { do: 'pay'; at: Moment }
  | { do: 'confirm'; at: Moment }
  | { do: 'pick' | 'pack' | 'ship' | 'deliver'; at: Moment; from?: Place; only?: Item[] }
  | { do: 'complete'; at: Moment }
  | { do: 'cancel'; at: Moment; only?: Item[]; reason: CancelReason }
  | { do: 'refund'; at: Moment; pence: number | 'all'; reason: string }
  | { do: 'note'; at: Moment; text: string; by?: 'support' | 'fulfilment' | 'finance' }
  | { do: 'tag'; at: Moment; tags: string[] };

export type Story = {
  who: DemoCustomerKey;
  /** No account, no e-mail: a guest. */
  guest?: boolean;
  items: Item[];
  placed: Moment;
  by: 'shop' | 'support' | 'manager';
  pay: 'bank_transfer' | 'cash_on_delivery' | 'invoice';
  method: MethodKey;
  discount?: { percent: number; reason: string };
  /** Never placed: somebody is still writing it. */
  draft?: boolean;
  acts?: Act[];
};

/** Picked, packed and handed over within two hours. */
export const sent = (daysAgo: number, hour: number, from?: Place): Act[] => {
  const place = from ? { from } : {};
  const at = (minutes: string): Moment => [daysAgo, `${String(hour).padStart(2, '0')}:${minutes}`];
  return [
    { do: 'pick', at: at('05'), ...place },
    { do: 'pack', at: at('25'), ...place },
    { do: 'ship', at: [daysAgo, `${String(hour + 1).padStart(2, '0')}:40`], ...place },
  ];
};

/** Goods of which there is always enough. */
const COMMON: readonly [string, ...string[]] = [
  'HH-MUG-SEA', 'HH-BBW-OAT', 'HH-PLT-STN', 'HH-LIN-RS4', 'HH-CDL-FIG', 'HH-CDL-SEA', 'HH-DIN-OA8', 'HH-VAS-CLY', 'HH-SPN-ASH',
  'HH-SOP-OLV', 'HH-SOP-LAV', 'HH-BRS-BCH', 'HH-TMB-SE4', 'HH-CRF-SEA', 'HH-GFT-ROS', 'HH-BRD-SML', 'HH-JUG-INK', 'HH-APR-MOS',
]; // biome-ignore format: a list
const BRITISH: readonly [DemoCustomerKey, ...DemoCustomerKey[]] = [
  'amelia', 'tom', 'priya', 'oliver', 'isla', 'gareth', 'daniel', 'ruth',
]; // biome-ignore format: a list
const EUROPEAN: readonly [DemoCustomerKey, ...DemoCustomerKey[]] = [
  'jonas', 'elin', 'hanna', 'chloe', 'nora', 'sofia', 'marta', 'joost', 'lotte', 'aoife',
]; // biome-ignore format: a list
const FAR: readonly [DemoCustomerKey, ...DemoCustomerKey[]] = [
  'wei',
  'liming',
  'james',
  'grace',
  'noah',
  'ruby',
];

const OLDEST_DAY = 30;
const NEWEST_DAY = 7;

/** The quiet part of the month: ordered, paid, sent, delivered; the window completes them. */
export function everydayStories(random: SeededRandom, count: number): Story[] {
  return Array.from({ length: count }, (_, i) => {
    const day = OLDEST_DAY - Math.floor((i * (OLDEST_DAY - NEWEST_DAY)) / count);
    return everyday(random, day);
  });
}

function everyday(random: SeededRandom, day: number): Story {
  const region = random.pick(['gb', 'gb', 'gb', 'eu', 'eu', 'far']);
  const who = random.pick(region === 'gb' ? BRITISH : region === 'eu' ? EUROPEAN : FAR);
  const method =
    region === 'gb' ? random.pick(['tracked24', 'tracked48'] as const) : region === 'eu' ? 'postnl' : 'dhl';
  const cash = region === 'gb' && random.whole(1, 5) === 1;
  const skus = new Set(Array.from({ length: random.whole(1, 3) }, () => random.pick(COMMON)));
  const time = `${String(random.whole(8, 21)).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}`;
  const transit = region === 'gb' ? random.whole(1, 2) : random.whole(2, 4);
  const arrived: Moment = [day - 1 - transit, `${random.whole(10, 17)}:${random.whole(10, 59)}`];
  return {
    who,
    items: [...skus].map((sku): Item => [sku, random.whole(1, 2)]),
    placed: [day, time],
    by: random.whole(1, 6) === 1 ? 'support' : 'shop',
    pay: cash ? 'cash_on_delivery' : 'bank_transfer',
    method,
    acts: [
      ...(cash ? [] : [{ do: 'pay' as const, at: [day - 1, '08:40'] as const }]),
      ...sent(day - 1, random.whole(10, 14)),
      { do: 'deliver', at: arrived },
      ...(cash ? [{ do: 'pay' as const, at: [day - 2 - transit, '09:20'] as const }] : []),
    ],
  };
}
