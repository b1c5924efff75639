import type { DatabaseUrls } from '@/db/urls';
import { loadEnvironment } from './environment';
import { errorText } from './error-text';
import { makeReady, type OpenDatabase, openDatabase } from './open-database';
import { runningAddress } from './run-record';
import { complain } from './say.mjs';

function stopOnSignal({ embedded }: OpenDatabase): void {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => {
      complain('interrupted');
      const stopped = embedded ? embedded.stop() : Promise.resolve();
      stopped.finally(() => process.exit(130)).catch(() => {});
    });
  }
}

/**
 * Runs a command's work on the database: the outside one, the running embedded one, or one started for as long as the
 * work takes; migrated first, unless `prepare` is false; a signal stops it all, unless `signals` is. Fills in process.env first, so the work imports the app's code itself (`await import('@/lib/…')`).
 */
export async function withDatabase<T>(
  work: (urls: DatabaseUrls) => Promise<T>,
  { prepare = true, signals = true }: { prepare?: boolean; signals?: boolean } = {},
): Promise<T> {
  const environment = loadEnvironment({ make: true });
  process.env.PUBLIC_URL ||= runningAddress(environment.dataDir);
  const database = await openDatabase(environment);
  if (signals) stopOnSignal(database);
  try {
    if (prepare) await makeReady(database, environment);
    return await work(database.urls);
  } finally {
    const { closePool } = await import('@/db/client');
    await closePool();
    await database.embedded?.stop();
  }
}

/** Runs a command: what goes wrong is one line on stderr and exit code 1 (LOG_LEVEL=debug shows the stack). */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    complain(await errorText(error));
    if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) complain(error.stack ?? '');
    process.exitCode = 1;
  }
}
