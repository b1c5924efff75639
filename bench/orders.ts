/** How fast the orders list and one order open, at a size: `npm run bench:orders -- --help`. */
import { parseArgs } from 'node:util';
import { closePool } from '@/db/client';
import { type Ctx, read, transact } from '@/lib/core/ctx';
import { getOrder } from '@/lib/orders/get-order';
import { openOrderList } from '@/lib/orders/open-order-list';
import { writeCursor } from '@/lib/orders/order-cursor';
import { orderTimeline } from '@/lib/orders/order-timeline';
import { parseOrderList } from '@/lib/orders/order-views';
import { sessionCookieName, writeSessionCookie } from '@/lib/web/session-cookie';
import { say } from '@/scripts/say.mjs';
import { ctxOf, freshStore, insertStore } from '@/test/fresh-store';
import { startDurableDatabase } from './durable-database';
import { benchSku, emailOf, fillOrders, nameOf, openSession } from './fill-orders';
import { runLoad } from './load';
import { startBenchServer } from './over-http';
import { ms, printTable, rate } from './print-table';

const HELP = `usage: npm run bench:orders -- [--orders 28000]… [--repeats 100] [--seconds 5] [--no-http]

Fills a temporary, durable Postgres with a store of that many orders and measures, as the app's role under row-level
security: each view, filter and kind of search at the query, then whole pages of a production build at 32 clients.
1000000 takes some minutes to fill, 5000000 half an hour.`;
const CLIENTS = 32;

const { values } = parseArgs({
  options: {
    orders: { type: 'string', multiple: true, default: ['28000'] },
    repeats: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '5' },
    'no-http': { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
const repeats = Math.min(Math.max(Number(values.repeats) || 100, 5), 5_000);
const seconds = Math.min(Math.max(Number(values.seconds) || 5, 1), 60);

type Case = { name: string; params: Record<string, string>; cursor?: string };

/** A page in the middle of everything: what a person reaches by paging on and on. */
const deep = (now: Date, count: number) =>
  writeCursor({
    way: 'older',
    atMs: now.getTime() - (count / 2) * 30_000,
    uuid: '80000000-0000-7000-8000-000000000000',
    skipped: Math.floor(count / 2),
  });

function casesOf(now: Date, count: number): Case[] {
  const filtered = (name: string, filter: string): Case => ({
    name: `filter ${name}`,
    params: { view: 'all', filter },
  });
  const searched = (name: string, q: string): Case => ({
    name: `search ${name}`,
    params: { view: 'all', q },
  });
  const n = Math.floor(count / 3);
  return [
    { name: 'open, page one', params: {} },
    { name: 'all, page one', params: { view: 'all' } },
    { name: 'all, in the middle', params: { view: 'all' }, cursor: deep(now, count) },
    { name: 'late', params: { view: 'late' } },
    { name: 'on hold', params: { view: 'on_hold' } },
    filtered('payment unpaid', 'payment.is.unpaid'),
    filtered('country, one in 31', 'country.is.IS'),
    filtered('last 7 days', 'placed.last.7'),
    filtered('total at least', 'total.atLeast.GBP:85000'),
    filtered('SKU', `sku.is.${benchSku(7)}`),
    filtered('SKU nobody sells', 'sku.is.NOTHING'),
    filtered('tag, one in 1000', 'tag.is.vip'),
    filtered('has note, none', 'note.yes'),
    filtered('channel and either', 'channel.is.api;(any:country.is.CN;late.yes)'),
    searched('number', String(n)),
    searched('external id, miss', 'X-NOBODY-1'),
    searched('given name many share', 'ada'),
    searched('two words', nameOf(7).split(' ').slice(0, 2).join(' ')),
    searched('Chinese', '李明'),
    searched('e-mail', emailOf(7)),
    searched('SKU', benchSku(13)),
    searched('miss', 'zzzqqq'),
  ];
}

/** Times in milliseconds at the middle and near the end. */
async function timed(work: () => Promise<unknown>): Promise<string[]> {
  for (let i = 0; i < Math.min(20, repeats); i++) await work();
  const took: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const from = performance.now();
    await work();
    took.push(performance.now() - from);
  }
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return [ms(at(0.5)), ms(at(0.95))];
}

async function atTheQuery(ctx: () => Ctx, count: number): Promise<void> {
  const rows: string[][] = [];
  for (const { name, params, cursor } of casesOf(new Date(), count)) {
    const query = parseOrderList(params);
    const open = () => openOrderList(ctx(), { query, cursor: cursor ?? null });
    const { list } = await open();
    const found = list.size.count < list.size.cap ? String(list.size.count) : `${list.size.cap - 1}+`;
    rows.push([name, found, ...(await timed(open))]);
  }
  const detail = () =>
    read(ctx(), async (inner) => {
      const { order } = await getOrder(inner, { key: String(count) });
      await orderTimeline(inner, { orderId: order.id });
    });
  rows.push(['one order of 500 lines', '1', ...(await timed(detail))]);
  printTable(`${count.toLocaleString('en')} orders, at the query, ms`, ['case', 'found', 'p50', 'p95'], rows);
}

async function overHttp(slug: string, cookie: string, count: number): Promise<void> {
  const server = await startBenchServer(say);
  const http = server.client(CLIENTS);
  const rows: string[][] = [];
  try {
    const n = Math.floor(count / 3);
    for (const path of ['/orders', '/orders?view=all', `/orders?view=all&q=${n}`, `/orders/${count}`]) {
      const load = { clients: CLIENTS, warmUpMs: 3_000, measureMs: seconds * 1000 };
      const run = await runLoad(load, async () => {
        const { status } = await http.send(`/${slug}${path}`, { headers: { cookie } });
        if (status !== 200) throw new Error(`${status} ${path}`);
      });
      rows.push([path, rate(run.perSecond), ms(run.p50Ms), ms(run.p99Ms), String(run.errors)]);
    }
  } finally {
    http.close();
    await server.stop();
  }
  const columns = ['page', 'pages/s', 'p50 ms', 'p99 ms', 'errors'];
  printTable(`${count.toLocaleString('en')} orders, whole pages, ${CLIENTS} clients`, columns, rows);
}

async function measure(count: number): Promise<void> {
  const database = await startDurableDatabase();
  try {
    const fresh = freshStore({ slug: 'bench', name: 'bench' });
    const ctx = () => ctxOf(fresh, 'owner', new Date());
    await transact(ctx(), (inner) => insertStore(inner, fresh));
    await fillOrders(database.ownerUrl, fresh, count, say);
    await atTheQuery(ctx, count);
    if (values['no-http']) return;
    const session = await openSession(database.ownerUrl, fresh.people.owner);
    const cookie = `${sessionCookieName(false)}=${await writeSessionCookie(session)}`;
    await overHttp(fresh.store.slug, cookie, count);
  } finally {
    await closePool();
    await database.stop();
  }
}

if (values.help) process.stdout.write(`${HELP}\n`);
else
  for (const text of values.orders)
    await measure(Math.min(Math.max(Math.trunc(Number(text)) || 28_000, 1_000), 5_000_000));
