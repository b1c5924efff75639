/** How fast orders are placed, beside the floors of the same run: `npm run bench:place-order -- --help`. */
import { parseArgs } from 'node:util';
import { closePool } from '@/db/client';
import { env } from '@/lib/core/env';
import { say } from '@/scripts/say.mjs';
import { loadVerb, tripsPerOrder, warmUpVerb } from './at-the-verb';
import { type BenchStore, makeBenchStore } from './bench-store';
import { type BenchDatabase, startDurableDatabase } from './durable-database';
import { BUYERS, type Sale, sellAtTheVerb, sellOverHttp, UNITS } from './flash-sale';
import { type Measured, median, medianRun, runLoad } from './load';
import {
  type BenchServer,
  loadEmptyHandler,
  loadOrders,
  makeKeys,
  startBenchServer,
  warmUpServer,
} from './over-http';
import { ms, percent, printTable, rate } from './print-table';
import { makeSqlFloor } from './sql-floor';

const PARTS = ['verb', 'trips', 'http', 'flash'] as const;
const HELP = `usage: npm run bench:place-order -- [--only ${PARTS.join('|')}]… [--seconds 3] [--repeats 3]

Measures placing orders of three lines on a temporary Postgres that waits for the disk, and on a production build:
at the verb, over HTTP, in round trips, and a flash sale. Each cell is the median of the repeats.`;
const CLIENTS = [1, 8, 32];

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    seconds: { type: 'string', default: '3' },
    repeats: { type: 'string', default: '3' },
    help: { type: 'boolean' },
  },
});
const seconds = Math.min(Math.max(Number(values.seconds) || 3, 0.5), 60);
const repeats = Math.min(Math.max(Math.trunc(Number(values.repeats)) || 3, 1), 15);
const wants = (part: (typeof PARTS)[number]) => !values.only || values.only.includes(part);
const load = (clients: number) => ({ clients, warmUpMs: 700, measureMs: seconds * 1000 });

type Pair = { product: Measured[]; floor: Measured[] };

/** Product and floor in turn, so that what else the machine does meets both. */
async function inTurn(product: () => Promise<Measured>, floor: () => Promise<Measured>): Promise<Pair> {
  const pair: Pair = { product: [], floor: [] };
  for (let n = 0; n < repeats; n++) {
    pair.product.push(await product());
    pair.floor.push(await floor());
  }
  return pair;
}

const COLUMNS = ['case', 'per second', 'p50 ms', 'p99 ms', 'errors', 'floor', 'of the floor'];
let problems = 0;

function row(name: string, { product, floor }: Pair): string[] {
  const run = medianRun(product);
  const ratios = product.map((one, i) => one.perSecond / (floor[i]?.perSecond ?? Number.NaN));
  if (run.firstError) say(`${name}: ${run.firstError}`);
  problems += run.errors;
  const figures = [rate(run.perSecond), ms(run.p50Ms), ms(run.p99Ms), String(run.errors)];
  return [name, ...figures, rate(medianRun(floor).perSecond), percent(median(ratios))];
}

const KINDS = [
  { hot: false, name: '10,000 SKUs' },
  { hot: true, name: 'one hot SKU' },
];

async function measureVerb(store: BenchStore, database: BenchDatabase): Promise<void> {
  const floor = await makeSqlFloor(database.ownerUrl, 10_000, env().DB_POOL);
  const rows: string[][] = [];
  await warmUpVerb(store);
  for (const { hot, name } of KINDS) {
    for (const clients of CLIENTS) {
      say(`at the verb, ${name}, ${clients} clients`);
      const bare = () => runLoad(load(clients), () => floor.place(hot));
      const pair = await inTurn(() => loadVerb(store, hot, load(clients)), bare);
      rows.push(row(`${name}, ${clients} clients`, pair));
    }
  }
  await floor.close();
  printTable('At the verb: orders of 3 lines; the floor is bare SQL in one round trip', COLUMNS, rows);
}

async function measureHttp(store: BenchStore, server: BenchServer): Promise<void> {
  const keys = await makeKeys(store);
  const rows: string[][] = [];
  await warmUpServer(server, store, keys);
  await loadEmptyHandler(server, load(8));
  for (const { hot, name } of KINDS) {
    for (const clients of CLIENTS) {
      say(`over HTTP, ${name}, ${clients} clients`);
      const pair = await inTurn(
        () => loadOrders(server, store, keys, { ...load(clients), hot }),
        () => loadEmptyHandler(server, load(clients)),
      );
      rows.push(row(`${name}, ${clients} clients`, pair));
    }
  }
  printTable('Over HTTP: POST /api/v1/orders; the floor is a handler that asks nobody', COLUMNS, rows);
}

function saleRow(name: string, sale: Sale): string[] {
  const { sold, soldOut, other, perSecond, wrong } = sale;
  if (sold !== UNITS || other.length > 0 || wrong.length > 0) problems += 1;
  for (const line of [...other.slice(0, 3), ...wrong]) say(`${name}: ${line}`);
  const left = wrong.length === 0 ? 'nothing' : wrong.join('; ');
  return [name, String(sold), String(soldOut), String(other.length), left, rate(perSecond)];
}

async function sellOut(server: BenchServer): Promise<void> {
  say(`flash sale: ${BUYERS} at once for ${UNITS} units`);
  const rows: string[][] = [];
  for (let n = 0; n < repeats; n++) {
    rows.push(saleRow('at the verb', await sellAtTheVerb()));
    rows.push(saleRow('over HTTP', await sellOverHttp(server)));
  }
  const columns = [
    'flash sale',
    'sold',
    'told sold out',
    'anything else',
    'left behind',
    'answers per second',
  ];
  printTable(`Flash sale: ${BUYERS} buyers at once, ${UNITS} units`, columns, rows.sort());
}

async function main(): Promise<void> {
  say('starting a durable database');
  const database = await startDurableDatabase();
  let server: BenchServer | undefined;
  try {
    say('making a store of 10,000 SKUs');
    const store = await makeBenchStore(database.ownerUrl);
    if (wants('trips')) {
      const trips = await tripsPerOrder(store, database.appUrl);
      printTable('Round trips', ['at the verb', 'per order'], [['counted on the wire', trips.toFixed(2)]]);
    }
    if (wants('verb')) await measureVerb(store, database);
    if (wants('http') || wants('flash')) server = await startBenchServer(say);
    if (wants('http') && server) await measureHttp(store, server);
    if (wants('flash') && server) await sellOut(server);
  } finally {
    await server?.stop();
    await closePool();
    await database.stop();
  }
  say(problems === 0 ? 'done, no errors' : `done, ${problems} errors`);
  process.exitCode = problems === 0 ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
if (values.help) console.log(HELP);
else await main();
