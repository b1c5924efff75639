/** What the browser tests open: a fresh temporary database with the demo store, and the build under test. */
import { prepareDatabase } from '@/db/prepare';
import { runChild } from '@/scripts/run-child';
import { startWeb, untilHealthy, type WebServer } from '@/scripts/web-server';
import { TEST_APP_PASSWORD, TEST_SECRETS } from '@/test/secrets';
import { asUser } from '@/test/sql-once';
import { startTemporaryCluster, type TemporaryCluster } from '@/test/temporary-cluster';

const HEALTHY_WITHIN_MS = 60_000;
const port = Number(process.env.E2E_PORT);

let cluster: TemporaryCluster | undefined;
let web: WebServer | undefined;
let ending: Promise<void> | undefined;

async function end(code: number): Promise<never> {
  ending ??= (async () => {
    await web?.stop();
    await cluster?.stop();
  })();
  await ending;
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    end(0).catch(() => process.exit(1));
  });
}

async function start(): Promise<void> {
  cluster = await startTemporaryCluster();
  Object.assign(process.env, TEST_SECRETS, {
    NODE_ENV: 'production',
    DATABASE_OWNER_URL: cluster.url,
    DATABASE_URL: asUser(cluster.url, 'waybill_app', TEST_APP_PASSWORD),
    PUBLIC_URL: `http://localhost:${port}`,
    PORT: String(port),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    WORKER: 'inline',
    NEXT_TELEMETRY_DISABLED: '1',
  });
  await prepareDatabase(cluster.url, TEST_APP_PASSWORD);
  const seeded = await runChild(['--import', 'tsx', 'scripts/db-seed.ts'], {
    onLine: (text) => process.stderr.write(text),
  });
  if (seeded !== 0) throw new Error(`the demo store could not be made (${seeded})`);
  web = startWeb({ dev: false, port, host: '127.0.0.1' });
  web.exited.then(
    (how) => ending ?? end(how === 'exit code 0' ? 0 : 1),
    () => {},
  );
  const wrong = await untilHealthy(web, `http://localhost:${port}/api/health`, HEALTHY_WITHIN_MS);
  if (wrong) throw new Error(`the server is not healthy: ${wrong}`);
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await end(1);
}
