import fc from 'fast-check';
import type { RoleName } from '@/lib/access/permissions';
import { ORDER_ACTIONS, type OrderAction } from '@/lib/orders/order-actions';
import type { Knobs, ParcelStep, Wanted } from './attempts';
import { MOODS, type Mood } from './flaky-provider';
import type { Rules } from './world';

/** One thing that may happen in a store, as plain data: a failure prints it, and it can be sent again. */
export type Step =
  | {
      do: 'place';
      channel: 'api' | 'staff';
      method: 'bank_transfer' | 'cash_on_delivery';
      off: number;
      wanted: Wanted[];
    }
  | { do: 'draft'; named: boolean; wanted: Wanted[] }
  | { do: 'next'; order: number; knobs: Knobs; mood: Mood }
  | { do: 'act'; order: number; action: OrderAction; as: RoleName; knobs: Knobs; mood: Mood }
  | { do: 'both'; order: number; actions: [OrderAction, OrderAction]; knobs: Knobs }
  | { do: 'parcel'; order: number; step: ParcelStep; which: number; as: RoleName }
  | {
      do: 'stock';
      what: 'receive' | 'take' | 'set' | 'cap' | 'safety';
      good: number;
      house: number;
      quantity: number;
    }
  | { do: 'fill' }
  | { do: 'wait'; days: number }
  | { do: 'sweep'; mood: Mood }
  | { do: 'again' };

const small = fc.nat({ max: 7 });
const knobs = fc.record({ part: small, which: small, refund: fc.boolean() });
const mood = fc.oneof({ weight: 6, arbitrary: fc.constant<Mood>('willing') }, fc.constantFrom(...MOODS));
const role = fc.oneof(
  { weight: 6, arbitrary: fc.constant<RoleName>('owner') },
  fc.constantFrom<RoleName>('support', 'fulfilment', 'finance', 'stock', 'analyst'),
);
const wanted = fc.array(fc.record({ good: fc.nat({ max: 3 }), quantity: fc.integer({ min: 1, max: 5 }) }), {
  maxLength: 3,
});
const action = fc.constantFrom(...ORDER_ACTIONS);
const it = <T extends Step['do']>(name: T) => fc.constant(name);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: it('place'),
      channel: fc.constantFrom('api', 'staff'),
      method: fc.constantFrom('bank_transfer', 'cash_on_delivery'),
      off: fc.constantFrom(0, 0, 1, 333, 10_000),
      wanted: fc
        .array(wanted, { minLength: 1, maxLength: 1 })
        .map(([lines = []]) => (lines.length ? lines : [{ good: 3, quantity: 4 }])),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: it('draft'), named: fc.boolean(), wanted }) },
  { weight: 14, arbitrary: fc.record({ do: it('next'), order: small, knobs, mood }) },
  { weight: 14, arbitrary: fc.record({ do: it('act'), order: small, action, as: role, knobs, mood }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: it('both'), order: small, actions: fc.tuple(action, action), knobs }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: it('parcel'),
      order: small,
      step: fc.constantFrom<ParcelStep>(
        'undoPack',
        'undoPick',
        'cancelParcel',
        'correctTracking',
        'pack',
        'ship',
        'deliver',
      ),
      which: small,
      as: role,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: it('stock'),
      what: fc.constantFrom('receive', 'receive', 'take', 'set', 'cap', 'safety'),
      good: fc.nat({ max: 3 }),
      house: fc.nat({ max: 1 }),
      quantity: fc.integer({ min: 0, max: 6 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: it('fill') }) },
  { weight: 1, arbitrary: fc.record({ do: it('wait'), days: fc.constantFrom(1, 8) }) },
  { weight: 2, arbitrary: fc.record({ do: it('sweep'), mood }) },
  { weight: 2, arbitrary: fc.record({ do: it('again') }) },
);

export type Walk = { rules: Rules; steps: Step[] };

/** A store's rules and what happens in it. */
export const walks = (most: number): fc.Arbitrary<Walk> =>
  fc.record({
    rules: fc.record({
      confirmation: fc.constantFrom('automatic', 'automatic', 'manual'),
      splitShipments: fc.boolean(),
    }),
    steps: fc.array(step, { minLength: Math.floor(most / 2), maxLength: most, size: 'max' }),
  });
