import path from 'node:path';
import { ensureBuilt } from './build';
import { seedDemoOnce } from './demo-once';
import { type Environment, loadEnvironment } from './environment';
import { freePort } from './free-port';
import { keepPostgres } from './keep-postgres';
import { otherUsers } from './leases';
import { clusterDir, makeReady, type OpenDatabase, openDatabase } from './open-database';
import { releaseJobs } from './release-jobs';
import { endChildren } from './run-child';
import { claimRun, forgetRun, noteWeb } from './run-record';
import { complain, say } from './say.mjs';
import { secretsFile } from './secrets';
import { startWeb, untilHealthy, type WebServer } from './web-server';

const HEALTHY_WITHIN_MS = 90_000;
const EVERYWHERE = new Set(['0.0.0.0', '::']);

/** What runs, in the order it was started; ended from the last to the first. */
type Running = { database?: OpenDatabase; watch?: { stop: () => void }; web?: WebServer; dataDir?: string };

const running: Running = {};
let ending: Promise<void> | undefined;
let firm = false;

async function endInOrder(): Promise<void> {
  running.watch?.stop();
  endChildren();
  if (running.web) await running.web.stop(firm);
  if (running.database?.embedded) {
    const { stillUsedBy } = await running.database.embedded.stop(firm ? 'immediate' : 'fast');
    for (const { pid, command } of stillUsedBy) say(`the database stays up for process ${pid}: ${command}`);
  }
  if (running.dataDir) forgetRun(running.dataDir);
}

/** Ends everything once, whoever asks, and the process with it. */
function finish(reason: string, code: number): Promise<void> {
  ending ??= (async () => {
    say(`${reason}: stopping`);
    await endInOrder();
    say('stopped');
    process.exit(code);
  })();
  return ending;
}

function stopOnSignals(): void {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (ending !== undefined) {
        firm = true; // asked twice: at once
        running.web?.stop(true).catch(() => {});
      }
      finish(name === 'SIGINT' ? 'interrupted' : `received ${name}`, 0).catch(() => process.exit(1));
    });
  }
}

async function startDatabase(environment: Environment): Promise<void> {
  const { env } = environment;
  if (env.DATABASE_URL) say(`using the database at ${new URL(env.DATABASE_URL).host}`);
  else say('starting the database');
  const database = await openDatabase(environment);
  running.database = database;
  const { embedded } = database;
  if (embedded) {
    const note = embedded.note && ` (${embedded.note})`;
    say(`Postgres ${embedded.adopted ? 'ran already' : 'is up'} on port ${embedded.port}${note}`);
    running.watch = keepPostgres({
      server: embedded,
      restart: async () => {
        const again = await openDatabase(
          { ...environment, env: { ...env, DATABASE_URL: undefined } },
          embedded.port,
        );
        running.database = again;
        if (!again.embedded) throw new Error('the database is gone');
        return again.embedded;
      },
      say,
      giveUp: (reason) => void finish(reason, 1),
    });
  }
  const { migrated, walls } = await makeReady(database, environment);
  const changed =
    migrated + walls > 0 ? `${migrated} migrations, ${walls} walls and grants` : 'nothing to do';
  say(`tables are ready (${changed})`);
  if (embedded && otherUsers(clusterDir(environment.dataDir)).length === 0)
    await releaseJobs(database.urls.owner);
}

async function startServer(environment: Environment, dev: boolean): Promise<string> {
  const { env, dataDir } = environment;
  const port = await freePort(env.PORT, env.HOST);
  if (port !== env.PORT && env.PORT !== 0) say(`port ${env.PORT} is taken: using ${port}`);
  const local = EVERYWHERE.has(env.HOST) || env.HOST === '127.0.0.1' ? 'localhost' : env.HOST;
  const here = `http://${local.includes(':') ? `[${local}]` : local}:${port}`;
  process.env.PUBLIC_URL ||= here;
  const web = startWeb({ dev, port, host: env.HOST });
  running.web = web;
  noteWeb(dataDir, web.pid, here);
  web.exited.then(
    (how) => finish(`the web server ended (${how})`, 1),
    () => {},
  );
  const wrong = await untilHealthy(web, `${here}/api/health`, HEALTHY_WITHIN_MS);
  if (wrong && ending === undefined) complain(`not healthy yet: ${wrong}`);
  return process.env.PUBLIC_URL;
}

function greet(address: string, demo: boolean): void {
  say(`Waybill is at ${address}`);
  if (demo) say('demo store: sign in as demo@waybill.example with waybill-demo');
}

/** Everything `npm start` does once the dependencies are there. Returns when it serves; signals end it. */
export async function serve({ dev }: { dev: boolean }): Promise<void> {
  process.env.NEXT_TELEMETRY_DISABLED ??= '1';
  const environment = loadEnvironment({ make: true });
  const { dataDir, madeSecrets } = environment;
  stopOnSignals();
  const { endedOrphan } = await claimRun(dataDir);
  running.dataDir = dataDir;
  if (endedOrphan) say(`ended a web server that was left behind (process ${endedOrphan})`);
  if (madeSecrets.length > 0)
    say(`made ${madeSecrets.join(', ')} in ${path.relative('.', secretsFile(dataDir))}`);
  try {
    await startDatabase(environment);
    const demo = await seedDemoOnce(environment.env.SEED_DEMO, say);
    if (!dev && (await ensureBuilt((why) => say(`building the app (${why})`)))) say('built');
    const address = await startServer(environment, dev);
    if (ending === undefined) greet(address, demo);
  } catch (error) {
    if (ending !== undefined) return ending;
    await endInOrder();
    throw error;
  }
}
