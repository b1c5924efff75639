import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { permissionsOf, ROLE_NAMES, type RoleName } from '@/lib/access/permissions';
import type { ActionState } from '@/lib/core/state';
import { SHIPMENT_STATUSES, shipmentSteps } from '@/lib/shipping/shipment-state';
import en from '@/messages/en/order-errors.json';
import zh from '@/messages/zh-CN/order-errors.json';
import {
  type ActionFacts,
  nextAction,
  ORDER_ACTIONS,
  type OrderAction,
  orderActions,
  shipmentActions,
} from './order-actions';
import { ORDER_STATUSES, PAYMENT_STATUSES } from './order-state';

const UNITS = {
  quantity: 2, open: 0, allocated: 2, backordered: 0, picked: 0, packed: 0, shipped: 0, canceled: 0, delivered: 0, returnRequested: 0,
  returned: 0,
}; // biome-ignore format: zeros
const owner = permissionsOf('owner');
const PAID = { capturedMinor: 2000, paymentStatus: 'paid' } as const;
const facts = (change: Partial<ActionFacts> = {}, units: Partial<typeof UNITS> = {}): ActionFacts => ({
  kind: 'sale',
  status: 'confirmed',
  paymentStatus: 'unpaid',
  paymentMethod: 'bank_transfer',
  dueMinor: 2000,
  capturedMinor: 0,
  refundedMinor: 0,
  heldMinor: 0,
  askedMinor: 0,
  held: false,
  buyerNamed: true,
  lines: [{ ...UNITS, ...units }],
  promised: [],
  shipments: [],
  permissions: owner,
  ...change,
});
const parcel = (status: (typeof SHIPMENT_STATUSES)[number]) => ({
  id: 'shp_1',
  sequence: 1,
  status,
  units: 2,
});
const allowed = (given: ActionFacts) =>
  ORDER_ACTIONS.filter((action) => orderActions(given)[action].allowed).toSorted();
const blocks = (given: ActionFacts, action: OrderAction) =>
  orderActions(given)[action].blocks.map((block) => block.key.replace('order-errors.blocks.', ''));

describe('what an order offers', () => {
  test.each<[string, ActionFacts, OrderAction[]]>([
    [
      'a draft',
      facts({ status: 'draft' }, { allocated: 0, open: 2 }),
      ['discard', 'edit', 'note', 'place', 'tag'],
    ],
    ['an empty draft', facts({ status: 'draft', lines: [] }), ['discard', 'edit', 'note', 'tag']],
    ['a draft for nobody', facts({ status: 'draft', buyerNamed: false }), ['discard', 'edit', 'note', 'tag']],
    [
      'an unpaid one',
      facts({ status: 'pending' }),
      ['cancelAll', 'cancelUnits', 'changeAddress', 'hold', 'note', 'pay', 'tag'],
    ],
    [
      'a paid one that waits for a person',
      facts({ status: 'pending', ...PAID }),
      ['cancelAll', 'cancelUnits', 'changeAddress', 'confirm', 'hold', 'note', 'refundGoodwill', 'tag'],
    ],
    [
      'one to pick',
      facts(PAID),
      ['cancelAll', 'cancelUnits', 'changeAddress', 'hold', 'note', 'pick', 'refundGoodwill', 'tag'],
    ],
    [
      'one whose units wait for stock',
      facts(PAID, { allocated: 0, backordered: 2 }),
      ['cancelAll', 'cancelUnits', 'changeAddress', 'hold', 'note', 'refundGoodwill', 'tag'],
    ],
    [
      'one half picked',
      facts({ ...PAID, status: 'processing', shipments: [parcel('picking')] }, { allocated: 1, picked: 1 }),
      ['cancelUnits', 'changeAddress', 'hold', 'note', 'pack', 'pick', 'refundGoodwill', 'tag'],
    ],
    [
      'one held back',
      facts(
        { ...PAID, held: true, status: 'processing', shipments: [parcel('packed')] },
        { allocated: 1, packed: 1 },
      ),
      ['cancelUnits', 'note', 'refundGoodwill', 'release', 'tag'],
    ],
    [
      'one packed',
      facts({ ...PAID, status: 'processing', shipments: [parcel('packed')] }, { allocated: 0, packed: 2 }),
      ['hold', 'note', 'refundGoodwill', 'ship', 'tag'],
    ],
    [
      'one half gone',
      facts({ ...PAID, status: 'processing', shipments: [parcel('shipped')] }, { allocated: 1, shipped: 1 }),
      ['cancelUnits', 'deliver', 'hold', 'note', 'pick', 'refundGoodwill', 'tag'],
    ],
    [
      'one that arrived unpaid',
      facts(
        { status: 'delivered', shipments: [parcel('delivered')] },
        { allocated: 0, shipped: 2, delivered: 2 },
      ),
      ['complete', 'note', 'pay', 'tag'],
    ],
    [
      'a completed one',
      facts({ ...PAID, status: 'completed' }, { allocated: 0, shipped: 2, delivered: 2 }),
      ['note', 'refundGoodwill', 'tag'],
    ],
    [
      'a cancelled one with money left',
      facts({ ...PAID, status: 'canceled', dueMinor: 0 }, { allocated: 0, canceled: 2 }),
      ['note', 'refundOverpayment', 'tag'],
    ],
    [
      'a credit',
      facts({ kind: 'credit', status: 'completed', dueMinor: -2000 }, { allocated: 0 }),
      ['note', 'tag'],
    ],
  ])('%s', (_, given, offered) => {
    expect(allowed(given)).toEqual(offered);
  });

  test('says what is in the way, and what clears it', () => {
    expect(orderActions(facts({ status: 'pending' })).confirm).toEqual({
      allowed: false,
      blocks: [{ key: 'order-errors.blocks.unpaid', params: {}, clear: 'pay' }],
    });
    expect(blocks(facts({ status: 'draft' }), 'confirm')).toEqual(['draft']);
    expect(blocks(facts({ status: 'canceled' }), 'confirm')).toEqual(['canceled']);
    expect(blocks(facts({ status: 'canceled' }), 'complete')).toEqual(['canceled']);
    expect(blocks(facts(), 'place')).toEqual(['notDraft']);
    expect(blocks(facts({ status: 'draft', lines: [], buyerNamed: false }), 'place')).toEqual([
      'noLines',
      'noBuyer',
    ]);
    expect(blocks(facts({}, { allocated: 0, backordered: 2 }), 'pick')).toEqual(['backordered']);
    expect(blocks(facts({ status: 'processing' }, { allocated: 1, shipped: 1 }), 'cancelAll')).toEqual([
      'left',
    ]);
  });

  test('money that is asked for or on its way back is not asked for, or given, twice', () => {
    expect(blocks(facts({ askedMinor: 2000 }), 'pay')).toEqual(['asked']);
    expect(orderActions(facts({ askedMinor: 1999 })).pay.allowed).toBe(true);
    expect(blocks(facts({ ...PAID, askedMinor: 0 }), 'pay')).toEqual(['nothingDue']);
    const back = { ...PAID, dueMinor: 500, heldMinor: 1500 };
    expect(blocks(facts(back), 'refundOverpayment')).toEqual(['nothingOwed']);
    expect(orderActions(facts({ ...back, heldMinor: 1499 })).refundOverpayment.allowed).toBe(true);
  });

  test('only what the role includes', () => {
    const may = (role: RoleName) => allowed(facts({ ...PAID, permissions: permissionsOf(role) }));
    expect(may('fulfilment')).toEqual(['cancelAll', 'cancelUnits', 'hold', 'note', 'pick']);
    expect(may('finance')).toEqual(['cancelAll', 'cancelUnits', 'hold', 'note', 'refundGoodwill']);
    expect(may('support')).toEqual([
      'cancelAll',
      'cancelUnits',
      'changeAddress',
      'hold',
      'note',
      'refundGoodwill',
      'tag',
    ]);
    expect(may('stock')).toEqual([]);
    expect(may('analyst')).toEqual([]);
  });
});

describe('the primary button', () => {
  const house = { warehouseId: 'whs_1', warehouse: 'Leeds', units: 2 };
  test.each<[string, ActionFacts, string | undefined]>([
    ['a draft is placed', facts({ status: 'draft' }), 'place'],
    ['an unpaid order is paid', facts({ status: 'pending' }), 'pay'],
    ['a paid one is confirmed', facts({ status: 'pending', ...PAID }), 'confirm'],
    ['a confirmed one is picked', facts({ ...PAID, promised: [house] }), 'pick'],
    [
      'picked is packed',
      facts({ ...PAID, status: 'processing', shipments: [parcel('picking')] }, { allocated: 0, picked: 2 }),
      'pack',
    ],
    [
      'packed is shipped',
      facts({ ...PAID, status: 'processing', shipments: [parcel('packed')] }, { allocated: 0, packed: 2 }),
      'ship',
    ],
    [
      'what is owed goes back',
      facts({ ...PAID, status: 'canceled', dueMinor: 0 }, { allocated: 0, canceled: 2 }),
      'refundOverpayment',
    ],
    [
      'shipped is delivered',
      facts({ ...PAID, status: 'shipped', shipments: [parcel('shipped')] }, { allocated: 0, shipped: 2 }),
      'deliver',
    ],
    [
      'delivered unpaid is paid',
      facts({ status: 'delivered' }, { allocated: 0, shipped: 2, delivered: 2 }),
      'pay',
    ],
    [
      'delivered is completed',
      facts({ ...PAID, status: 'delivered' }, { allocated: 0, shipped: 2, delivered: 2 }),
      'complete',
    ],
    [
      'completed is done',
      facts({ ...PAID, status: 'completed' }, { allocated: 0, shipped: 2, delivered: 2 }),
      undefined,
    ],
    ['held is released', facts({ ...PAID, held: true, promised: [house] }), 'release'],
    ['backordered waits', facts(PAID, { allocated: 0, backordered: 2 }), undefined],
  ])('%s', (_, given, action) => {
    expect(nextAction(given)?.action).toBe(action);
  });
});

const count = fc.nat({ max: 3 });
const anyFacts: fc.Arbitrary<ActionFacts> = fc.record({
  kind: fc.constantFrom('sale', 'credit'),
  status: fc.constantFrom(...ORDER_STATUSES),
  paymentStatus: fc.constantFrom(...PAYMENT_STATUSES),
  paymentMethod: fc.constantFrom('bank_transfer', 'invoice'),
  dueMinor: count,
  capturedMinor: count,
  refundedMinor: count,
  heldMinor: count,
  askedMinor: count,
  held: fc.boolean(),
  buyerNamed: fc.boolean(),
  lines: fc.array(
    fc.record({
      quantity: count, open: count, allocated: count, backordered: count, picked: count, packed: count, shipped: count, canceled: count,
      delivered: count, returnRequested: count, returned: count,
    }), // biome-ignore format: short
    { maxLength: 2 },
  ),
  promised: fc.constant([]),
  shipments: fc.array(fc.constantFrom(...SHIPMENT_STATUSES).map(parcel), { maxLength: 2 }),
  permissions: fc.constantFrom(...ROLE_NAMES).map(permissionsOf),
});

const words = (catalogue: { blocks: Record<string, string> }) => new Set(Object.keys(catalogue.blocks));
const saysWhy = ({ allowed, blocks }: ActionState) => allowed === (blocks.length === 0);

describe('whatever an order is', () => {
  test('each action goes or says why not, in words of both languages', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const actions = orderActions(given);
        const states = ORDER_ACTIONS.map((action) => actions[action]);
        const names = states.flatMap((state) =>
          state.blocks.map((block) => block.key.replace('order-errors.blocks.', '')),
        );
        expect(states.filter((state) => !saysWhy(state))).toEqual([]);
        expect(names.filter((name) => !(words(en).has(name) && words(zh).has(name)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('the primary button is one that goes', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const actions = orderActions(given);
        const next = nextAction(given, actions);
        if (next) expect(actions[next.action].allowed).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

test('a parcel’s steps are its state table’s, for those who ship', () => {
  for (const status of SHIPMENT_STATUSES) {
    const actions = shipmentActions(status, owner);
    for (const [name, step] of Object.entries(shipmentSteps)) {
      const from: readonly string[] = step.from;
      expect(actions[name as keyof typeof shipmentSteps].allowed).toBe(from.includes(status));
    }
    const held = shipmentActions(status, owner, true);
    expect([held.pack.allowed, held.ship.allowed]).toEqual([false, false]);
    const nobody = Object.values(shipmentActions(status, permissionsOf('support')));
    expect(nobody.some((state) => state.allowed)).toBe(false);
  }
});
