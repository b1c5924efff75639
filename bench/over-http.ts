import { randomUUID } from 'node:crypto';
import { createApiKey } from '@/lib/access/create-api-key';
import { ensureBuilt } from '@/scripts/build';
import { freePort } from '@/scripts/free-port';
import { startWeb, untilHealthy } from '@/scripts/web-server';
import { someRequest } from './bench-requests';
import type { BenchStore } from './bench-store';
import { type HttpClient, httpClient } from './http-client';
import { type Load, type Measured, runLoad, warmUp } from './load';

const DIST_DIR = '.next-bench';
const FIRST_PORT = 3900;
/** One key may send 500 requests a second. */
const KEYS = 8;
const EMPTY_HANDLER = '/api/health/live';

export type BenchServer = { client: (connections: number) => HttpClient; stop: () => Promise<void> };

/** The product as `npm start` serves it: a production build, one process, on this machine only. */
export async function startBenchServer(say: (line: string) => void): Promise<BenchServer> {
  process.env.NEXT_DIST_DIR = DIST_DIR;
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  await ensureBuilt((why) => say(`building the app (${why})`));
  const port = await freePort(FIRST_PORT);
  const origin = `http://127.0.0.1:${port}`;
  process.env.PUBLIC_URL = origin;
  const web = startWeb({ dev: false, port, host: '127.0.0.1' });
  const endNow = () => {
    try {
      process.kill(-web.pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
  };
  process.once('exit', endNow);
  const stop = async () => {
    await web.stop();
    process.off('exit', endNow);
  };
  const wrong = await untilHealthy(web, `${origin}${EMPTY_HANDLER}`, 60_000);
  if (wrong) {
    await stop();
    throw new Error(`the server did not come up: ${wrong}`);
  }
  return { client: (connections) => httpClient(origin, connections), stop };
}

export async function makeKeys(store: BenchStore): Promise<string[]> {
  const keys: string[] = [];
  for (let n = 0; n < KEYS; n++) {
    const { secret } = await createApiKey(store.ctx(), { name: `Shop ${n}`, permissions: ['order.place'] });
    keys.push(secret);
  }
  return keys;
}

/** What each order is sent with: a key, and an Idempotency-Key of its own. */
export const orderHeaders = (keys: readonly string[], client: number) => ({
  authorization: `Bearer ${keys[client % keys.length]}`,
  'idempotency-key': randomUUID(),
});

export async function loadOrders(
  server: BenchServer,
  store: BenchStore,
  keys: readonly string[],
  load: Load & { hot: boolean },
): Promise<Measured> {
  const http = server.client(load.clients);
  const measured = await runLoad(load, sending(http, store, keys, load.hot));
  http.close();
  return measured;
}

export async function warmUpServer(
  server: BenchServer,
  store: BenchStore,
  keys: readonly string[],
): Promise<void> {
  const http = server.client(8);
  await warmUp(8, sending(http, store, keys, false));
  http.close();
}

function sending(http: HttpClient, store: BenchStore, keys: readonly string[], hot: boolean) {
  return async (client: number): Promise<void> => {
    const body = someRequest(hot, store.shippingMethodId);
    const answer = await http.send('/api/v1/orders', { body, headers: orderHeaders(keys, client) });
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text.slice(0, 300)}`);
  };
}

/** The least a request can be: the framework's own handler that asks nobody. */
export async function loadEmptyHandler(server: BenchServer, load: Load): Promise<Measured> {
  const http = server.client(load.clients);
  const measured = await runLoad(load, async () => {
    const answer = await http.send(EMPTY_HANDLER);
    if (answer.status !== 200) throw new Error(`${answer.status}`);
  });
  http.close();
  return measured;
}
