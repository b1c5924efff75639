import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbedded } from '@/scripts/embedded-postgres';

const PREFIX = 'waybill-test-';
const OLD_AFTER_MS = 24 * 3600 * 1000;

/** For tests nothing in it has to survive, so nothing waits for the disk. */
const FAST_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
};

export type TemporaryCluster = { url: string; stop: () => Promise<void> };

/** A Postgres of this run's own, under the temporary folder; `stop` ends it and removes its files. */
export async function startTemporaryCluster(
  settings: Record<string, string> = FAST_SETTINGS,
): Promise<TemporaryCluster> {
  removeAbandoned();
  const dir = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  // An interrupted vitest ends without any teardown; this runs even so.
  const endNow = () => removeCluster(dir);
  process.once('exit', endNow);
  const cluster = await startEmbedded({
    dir: path.join(dir, 'pg'),
    port: 55_000 + (process.pid % 5_000),
    settings,
  });
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await cluster.stop('immediate');
    rmSync(dir, { recursive: true, force: true });
    process.off('exit', endNow);
  };
  return {
    url: cluster.url,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** Ends and removes what a killed run left behind: its process is in the folder's name. */
export function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (!pid) continue;
    const dir = path.join(tmpdir(), name);
    if (isAlive(pid) && ageMs(dir) < OLD_AFTER_MS) continue;
    removeCluster(dir);
  }
}

/** At once and without waiting: what Postgres still writes while it ends is left to the next run. */
function removeCluster(dir: string): void {
  try {
    endPostmaster(dir);
    rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // Not empty yet.
  }
}

function endPostmaster(dir: string): void {
  const noted = path.join(dir, 'location');
  const dataDir = existsSync(noted)
    ? path.join(readFileSync(noted, 'utf8').trim(), 'cluster')
    : path.join(dir, 'pg');
  const file = path.join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [pid, runsIn] = readFileSync(file, 'utf8').split('\n');
  if (runsIn === dataDir && Number(pid) > 0) signal(Number(pid), 'SIGQUIT');
}

const isAlive = (pid: number) => signal(pid, 0);

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function ageMs(dir: string): number {
  try {
    return Date.now() - statSync(dir).mtimeMs;
  } catch {
    return 0;
  }
}
