import { systemActor } from '@/lib/access/system';
import type { Ctx } from '@/lib/core/ctx';
import { newId, type WarehouseId } from '@/lib/core/ids';
import { createCustomer } from '@/lib/customers/create-customer';
import { createWave } from '@/lib/fulfilment/create-wave';
import { listWaiting } from '@/lib/fulfilment/list-waiting';
import { completeDueOrders } from '@/lib/orders/complete-order';
import { fillBackorders } from '@/lib/orders/fill-backorders';
import { adjustStock } from '@/lib/stock/adjust-stock';
import { createWarehouse } from '@/lib/stock/create-warehouse';
import { receiveStock } from '@/lib/stock/receive-stock';
import { editOrderRules } from '@/lib/stores/edit-order-rules';
import { getStoreBySlug } from '@/lib/stores/get-store-by-slug';
import { getStoreSettings } from '@/lib/stores/get-store-settings';
import { DEMO_CUSTOMERS } from './demo-customers';
import { type DemoVariants, type DemoWarehouses, stockShelves } from './demo-goods';
import { DEMO_OWNER, type DemoActors, hireColleagues } from './demo-people';
import { bringPriceList } from './demo-price-list';
import { furnishShop } from './demo-shop';
import { MANUAL_SINCE, SPECIAL_STORIES } from './demo-special-stories';
import { everydayStories } from './demo-stories';
import { type Moment, momentAt } from './demo-time';
import { openStore } from './open-store';
import { beginStory, openOrder, playAct, type Stage } from './play-story';
import { seededRandom } from './seeded-random';

export const DEMO_SLUG = 'demo';

const SEED = 20_261_122;
const EVERYDAY_ORDERS = 27;
const WINDOW_DAYS = 30;

type Step = { at: Date; run: () => Promise<unknown> };

/** Makes the demo store, told by the real verbs over the last thirty days. Does nothing where it already is. */
export async function seedDemo(now: Date = new Date()): Promise<'made' | 'there'> {
  if (await getStoreBySlug(DEMO_SLUG)) return 'there';
  const timeZone = 'Europe/London';
  const when = (moment: Moment) => momentAt(now, moment, timeZone);
  const opened = await openStore(
    {
      store: {
        slug: DEMO_SLUG, name: 'Heath & Harbour', currency: 'GBP', timeZone, locale: 'en', country: 'GB', isDemo: true,
      }, // biome-ignore format: short
      owner: DEMO_OWNER,
      warehouse: { code: 'LEEDS', name: 'Leeds', country: 'GB', city: 'Leeds', postcode: 'LS1 4BR', street: '4 Granary Wharf', priority: 1 },
    }, // biome-ignore format: short
    { now: when([45, '09:00']), requestId: 'demo' },
  );
  const actors = await hireColleagues(opened.ctx, opened.ownerId);
  const as = (who: keyof DemoActors, at: Date): Ctx => ({ ...opened.ctx, actor: actors[who], now: at });
  const begun = as('owner', when([44, '10:00']));
  const rotterdam = await createWarehouse(begun, {
    code: 'RTM', name: 'Rotterdam', country: 'NL', city: 'Rotterdam', postcode: '3016 BG', street: 'Parkhaven 14', priority: 2,
  }); // biome-ignore format: short
  const places: DemoWarehouses = { leeds: opened.warehouseId, rotterdam: rotterdam.warehouseId };
  const methods = await furnishShop(begun);
  const variants = await stockShelves(as('stock', when([40, '08:00'])), places);
  await meetCustomers(as('support', when([38, '11:00'])));
  const stage: Stage = { as, places, methods };
  const steps = [...orderSteps(stage, when), ...storeSteps(stage, variants, when)];
  const past = steps.filter(({ at }) => at <= now).sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { run } of past) await run();
  await beginRound(as('fulfilment', now), opened.warehouseId);
  await bringPriceList(as('stock', when([6, '15:00'])));
  return 'made';
}

/** Somebody is on a round for the two most urgent orders. */
async function beginRound(ctx: Ctx, warehouseId: WarehouseId): Promise<void> {
  const { rows } = await listWaiting(ctx, { queue: 'pick', warehouseId });
  const orders = rows.slice(0, 2).map(({ orderId }) => orderId);
  if (orders.length > 0) await createWave(ctx, { waveId: newId('wav'), warehouseId, orders });
}

async function meetCustomers(ctx: Ctx): Promise<void> {
  for (const { name, email, phone, company = '', address } of Object.values(DEMO_CUSTOMERS)) {
    await createCustomer(ctx, { name, email, phone, company, country: address.country, address });
  }
}

function orderSteps(stage: Stage, when: (moment: Moment) => Date): Step[] {
  const stories = [...everydayStories(seededRandom(SEED), EVERYDAY_ORDERS), ...SPECIAL_STORIES];
  return stories.flatMap((story, serial) => {
    const running = beginStory(story, serial + 1);
    const placed = when(story.placed);
    return [
      { at: placed, run: () => openOrder(stage, running, placed) },
      ...(story.acts ?? []).map((act) => ({
        at: when(act.at),
        run: () => playAct(stage, running, act, when(act.at)),
      })),
    ];
  });
}

/** What happened beside the orders: deliveries, a breakage, a changed rule, and the completion window every night. */
function storeSteps({ as, places }: Stage, variants: DemoVariants, when: (moment: Moment) => Date): Step[] {
  const variant = (sku: string) => {
    const id = variants.get(sku);
    if (!id) throw new Error(`the demo has no ${sku}`);
    return id;
  };
  const step = (moment: Moment, run: (at: Date) => Promise<unknown>): Step => {
    const at = when(moment);
    return { at, run: () => run(at) };
  };
  const receive = (moment: Moment, sku: string, quantity: number, reason: string) =>
    step(moment, async (at) => {
      const ctx = as('stock', at);
      await receiveStock(ctx, { warehouseId: places.leeds, variantId: variant(sku), quantity, reason });
      await fillBackorders(ctx, [variant(sku)]);
    });
  const nights = Array.from({ length: WINDOW_DAYS }, (_, day) =>
    step([day, '03:00'], (at) => completeDueOrders({ ...as('owner', at), actor: systemActor('completion') })),
  );
  return [
    ...nights,
    receive([21, '10:30'], 'HH-CDL-FIG', 24, 'Delivery note 8841'),
    receive([5, '09:40'], 'HH-LMP-BRS', 2, 'Delivery note 8902'),
    step([17, '16:20'], (at) =>
      adjustStock(as('stock', at), {
        warehouseId: places.leeds,
        variantId: variant('HH-MUG-OAT'),
        difference: -2,
        reason: 'damaged',
        note: 'Dropped while stacking',
      }),
    ),
    step(MANUAL_SINCE, async (at) => {
      const ctx = as('owner', at);
      const rules = await getStoreSettings(ctx);
      const { version, onlinePaymentMinutes, transferPaymentDays, completionDays, splitShipments } = rules;
      const { numberPrefix, pricesIncludeTax } = rules;
      await editOrderRules(ctx, {
        version,
        confirmation: 'manual',
        onlinePaymentMinutes,
        transferPaymentDays,
        completionDays,
        splitShipments,
        numberPrefix,
        pricesIncludeTax,
      });
    }),
  ];
}
