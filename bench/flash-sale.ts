import { importProducts } from '@/lib/catalog/import-products';
import { read, transact } from '@/lib/core/ctx';
import { DomainError } from '@/lib/core/errors';
import { idOf, uuidOf } from '@/lib/core/ids';
import { orderRequestSchema } from '@/lib/orders/order-request';
import { placeOrder } from '@/lib/orders/place-order';
import { checkStock } from '@/lib/stock/check-stock';
import { setStock } from '@/lib/stock/set-stock';
import { someRequest } from './bench-requests';
import { type BenchStore, openStore } from './bench-store';
import { type BenchServer, makeKeys, orderHeaders } from './over-http';

export const BUYERS = 200;
export const UNITS = 100;
const SKU = 'FLASH-1';
const SOLD_OUT = 'soldOutSku';

export type Sale = {
  sold: number;
  soldOut: number;
  /** Every answer that was neither. */
  other: string[];
  perSecond: number;
  /** What does not add up afterwards; empty is as it should be. */
  wrong: string[];
};
type Outcome = 'sold' | 'sold out' | { other: string };

let sales = 0;

/** A store of its own with a hundred units of one thing, so that everything in it belongs to the sale. */
async function openSale(): Promise<BenchStore> {
  sales += 1;
  const store = await openStore(`flash-${sales}`);
  await transact(store.ctx(), async (ctx) => {
    await importProducts(ctx, [{ sku: SKU, title: 'Flash', priceE4: 90_000 }]);
    const [row] = await ctx.raw('select id from variants where store_id = $1::uuid', [uuidOf(ctx.store.id)]);
    const variantId = idOf('var', String(row?.id));
    await setStock(ctx, { variantId, warehouseId: store.warehouseId, available: UNITS, reason: 'Sale' });
  });
  return store;
}

const buyer = (store: BenchStore) => ({
  ...someRequest(false, store.shippingMethodId),
  lines: [{ sku: SKU, quantity: 1 }],
});

async function sell(store: BenchStore, buy: (n: number) => Promise<Outcome>): Promise<Sale> {
  const from = performance.now();
  const outcomes = await Promise.all(Array.from({ length: BUYERS }, (_, n) => buy(n)));
  const seconds = (performance.now() - from) / 1000;
  return {
    sold: outcomes.filter((outcome) => outcome === 'sold').length,
    soldOut: outcomes.filter((outcome) => outcome === 'sold out').length,
    other: outcomes.flatMap((outcome) => (typeof outcome === 'object' ? [outcome.other] : [])),
    perSecond: BUYERS / seconds,
    wrong: await whatIsWrong(store),
  };
}

/** Two hundred at once at the verb. */
export async function sellAtTheVerb(): Promise<Sale> {
  const store = await openSale();
  return sell(store, async () => {
    try {
      await placeOrder(store.ctx(), orderRequestSchema.parse(buyer(store)), 'api');
      return 'sold';
    } catch (error) {
      const problems = error instanceof DomainError ? (error.details.problems ?? []) : [];
      return problems.some(({ key }) => key.endsWith(SOLD_OUT)) ? 'sold out' : { other: String(error) };
    }
  });
}

/** Two hundred at once over as many connections. */
export async function sellOverHttp(server: BenchServer): Promise<Sale> {
  const store = await openSale();
  const keys = await makeKeys(store);
  const http = server.client(BUYERS);
  const sale = await sell(store, async (n) => {
    const request = { body: buyer(store), headers: orderHeaders(keys, n) };
    const { status, text } = await http.send('/api/v1/orders', request);
    if (status === 201) return 'sold';
    return status === 409 && text.includes(SOLD_OUT)
      ? 'sold out'
      : { other: `${status} ${text.slice(0, 300)}` };
  });
  http.close();
  return sale;
}

/** Every trace of the sale must say the same hundred, and nothing may stand without its order. */
const TRACES = `select
    (select count(*) from orders where store_id = $1::uuid and status <> 'draft') as orders,
    (select count(*) from order_lines where store_id = $1::uuid) as lines,
    (select sum(quantity) from order_allocations where store_id = $1::uuid) as promised,
    (select sum(quantity) from stock_movements where store_id = $1::uuid and code = 'allocate') as moved,
    (select count(*) from events where store_id = $1::uuid and type = 'order.placed') as placed,
    (select count(distinct order_id) from order_search where store_id = $1::uuid) as findable,
    (select available from stock_levels where store_id = $1::uuid) as left,
    (select count(*) from customers c where c.store_id = $1::uuid and not exists (
      select from orders o where o.store_id = c.store_id and o.customer_id = c.id)) as strangers`;

const WANTED = {
  orders: UNITS, lines: UNITS, promised: UNITS, moved: UNITS, placed: UNITS, findable: UNITS, left: 0, strangers: 0,
}; // biome-ignore format: a list

async function whatIsWrong(store: BenchStore): Promise<string[]> {
  const ctx = store.ctx();
  const [row] = await read(ctx, (inner) => inner.raw(TRACES, [uuidOf(ctx.store.id)]));
  const wrong = Object.entries(WANTED)
    .filter(([name, wanted]) => Number(row?.[name]) !== wanted)
    .map(([name, wanted]) => `${name}: ${String(row?.[name])} instead of ${wanted}`);
  const { differences } = await checkStock(ctx);
  return differences.length > 0 ? [...wrong, 'the counters and their movements differ'] : wrong;
}
