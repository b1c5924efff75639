import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port';
import { dropLease, otherUsers, takeLease } from './leases';
import { type Place, placeFor } from './postgres-binaries';
import { commandOf, end, gone, isAlive, signal } from './processes';

const OWNER = 'waybill';
const DATABASE = 'waybill';
export const POSTGRES_PORT = 54_329;
const START_TIMEOUT_MS = 120_000; // replaying the log after a crash takes its time
const STOP_TIMEOUT_MS = 60_000;
const ATTEMPTS = 8;
const LOG_BYTES = 8 * 1024 * 1024;

const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_error_verbosity: 'terse', // a DETAIL line shows the row's values
};

export type EmbeddedOptions = {
  /** The cluster's folder. Its neighbours `<dir>.log`, `<dir>.users` and `location` belong to it. */
  dir: string;
  /** The owner's password; without one, it is made once and kept in `<dir>.password`. */
  password?: string;
  /** The port to try first. */
  port?: number;
  settings?: Record<string, string>;
};

export type Embedded = {
  url: string;
  port: number;
  pid: number;
  /** It ran already: another process uses it, or one that was killed left it behind. */
  adopted: boolean;
  note: string;
  isRunning: () => boolean;
  /** Stops the server, unless other processes use it: those are returned. */
  stop: (how?: 'fast' | 'immediate') => Promise<{ stillUsedBy: { pid: number; command: string }[] }>;
};

type Running = { pid: number; port: number; ready: boolean };

/** The running server of a cluster as its postmaster.pid tells, if that process is there and is it. */
function runningIn(cluster: string): Running | undefined {
  const file = path.join(cluster, 'postmaster.pid');
  if (!fs.existsSync(file)) return undefined;
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isAlive(pid)) return undefined;
  const command = commandOf(pid);
  if (command !== '' && !command.includes(cluster)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Postgres refuses to start while the number in postmaster.pid is taken, be it by a stranger (a container restarted)
 * or by its killed self that nobody reaped. It skips its own parent's number: so ours goes in; its other checks stay.
 */
function disarmStalePid(cluster: string): void {
  const file = path.join(cluster, 'postmaster.pid');
  if (!fs.existsSync(file) || runningIn(cluster)) return;
  const [, ...rest] = fs.readFileSync(file, 'utf8').split('\n');
  fs.writeFileSync(file, [String(process.pid), ...rest].join('\n'));
}

function passwordFor({ dir, password }: Pick<EmbeddedOptions, 'dir' | 'password'>): string {
  if (password) return password;
  const file = `${dir}.password`;
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return fs.readFileSync(file, 'utf8').trim();
}

function runOnce(place: Place, name: 'initdb' | 'postgres', args: string[], input: string): void {
  const { command, args: all, ...ids } = place.run(name, args);
  const done = spawnSync(command, all, { input, encoding: 'utf8', cwd: path.dirname(place.cluster), ...ids });
  if (done.status === 0) return;
  const said = done.error?.message ?? (done.stderr.trim() || done.stdout.trim());
  throw new Error(`${name} failed: ${said.split('\n').slice(-3).join(' ')}`);
}

/** Makes the cluster beside its place and moves it there when complete, so that a killed start leaves no half of one. */
function makeCluster(place: Place, password: string, durable: boolean): void {
  const parent = path.dirname(place.cluster);
  const base = path.basename(place.cluster);
  for (const left of fs.readdirSync(parent).filter((name) => name.startsWith(`${base}.new-`))) {
    if (!isAlive(Number(left.split('-').at(-1)))) fs.rmSync(path.join(parent, left), { recursive: true });
  }
  const half = `${place.cluster}.new-${process.pid}`;
  const secret = path.join(parent, `${base}.new-secret-${process.pid}`);
  fs.mkdirSync(half, { mode: 0o700 });
  fs.writeFileSync(secret, password, { mode: 0o600 });
  place.hand(half);
  place.hand(secret);
  try {
    const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    const login = ['-U', OWNER, '--auth=scram-sha-256', `--pwfile=${secret}`];
    runOnce(place, 'initdb', ['-D', half, ...login, ...locale, ...(durable ? [] : ['--no-sync'])], '');
    const single = ['--single', '-D', half, ...(durable ? [] : ['-F']), 'postgres'];
    runOnce(place, 'postgres', single, `create database ${DATABASE}\n`);
    if (!fs.existsSync(path.join(place.cluster, 'PG_VERSION'))) fs.renameSync(half, place.cluster);
  } finally {
    fs.rmSync(secret, { force: true });
    fs.rmSync(half, { recursive: true, force: true });
  }
}

function openLog(dir: string): number {
  const file = `${dir}.log`;
  if (fs.existsSync(file) && fs.statSync(file).size > LOG_BYTES) fs.renameSync(file, `${file}.1`);
  return fs.openSync(file, 'a', 0o600);
}

function lastWords(dir: string): string {
  const lines = fs.readFileSync(`${dir}.log`, 'utf8').trim().split('\n');
  return lines.filter((line) => /FATAL|PANIC|HINT/.test(line)).at(-1) ?? lines.at(-1) ?? 'no reason given';
}

function launch(place: Place, options: EmbeddedOptions, port: number): ChildProcess {
  const settings = Object.entries({ ...SETTINGS, ...options.settings });
  const flags = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { command, args, ...ids } = place.run('postgres', [
    '-D',
    place.cluster,
    '-p',
    String(port),
    ...flags,
  ]);
  const log = openLog(options.dir);
  // Detached: Ctrl-C reaches only us, and we end things in order.
  const child = spawn(command, args, { ...ids, detached: true, stdio: ['ignore', log, log], cwd: '/' });
  child.once('error', () => {});
  child.unref();
  fs.closeSync(log);
  return child;
}

/** Waits until the cluster's server takes connections; undefined when there is none (any more). */
async function ready(cluster: string, child?: ChildProcess): Promise<Running | undefined> {
  for (const until = Date.now() + START_TIMEOUT_MS; Date.now() < until; await sleep(15)) {
    const running = runningIn(cluster);
    if (running?.ready) return running;
    const ended = child ? child.exitCode !== null || child.signalCode !== null : !running;
    if (ended) return undefined;
  }
  throw new Error(`Postgres did not come up within ${START_TIMEOUT_MS / 1000} s`);
}

async function startOrAdopt(place: Place, options: EmbeddedOptions): Promise<Running & { adopted: boolean }> {
  for (let attempt = 1; ; attempt++) {
    const there = runningIn(place.cluster) && (await ready(place.cluster));
    if (there) return { ...there, adopted: true };
    disarmStalePid(place.cluster);
    const port = await freePort(options.port ?? POSTGRES_PORT);
    const child = launch(place, options, port);
    const started = await ready(place.cluster, child);
    if (started) return { ...started, adopted: started.pid !== child.pid };
    // Another process was faster, or is just stopping it, or a killed one's children still hold its memory.
    if (attempt >= ATTEMPTS)
      throw new Error(`Postgres does not start: ${lastWords(options.dir)} (see ${options.dir}.log)`);
    await sleep(200 * attempt);
  }
}

async function stopServer(cluster: string, how: 'fast' | 'immediate'): Promise<void> {
  const running = runningIn(cluster);
  if (!running) return;
  if (how === 'immediate') signal(running.pid, 'SIGQUIT');
  else signal(running.pid, 'SIGINT');
  if (!(await gone(running.pid, STOP_TIMEOUT_MS))) await end(running.pid, 'SIGQUIT', 5000);
}

export const addressOf = (port: number, password: string) =>
  `postgres://${OWNER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${DATABASE}`;

/** The address of the cluster's server if it runs now. Starts nothing. */
export function runningEmbedded(dir: string, password?: string): { url: string; port: number } | undefined {
  const noted = path.join(path.dirname(dir), 'location');
  const cluster = fs.existsSync(noted) ? path.join(fs.readFileSync(noted, 'utf8').trim(), 'cluster') : dir;
  const running = runningIn(cluster);
  if (!running?.ready) return undefined;
  const url = addressOf(running.port, passwordFor({ dir, ...(password && { password }) }));
  return { url, port: running.port };
}

/** Starts the cluster's server (making the cluster first), or joins the one that runs. The last to leave stops it. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dir = path.resolve(options.dir);
  fs.mkdirSync(path.dirname(dir), { recursive: true, mode: 0o700 });
  const place = placeFor(dir);
  const password = passwordFor({ ...options, dir });
  takeLease(dir);
  const durable = options.settings?.fsync !== 'off';
  try {
    if (!fs.existsSync(path.join(place.cluster, 'PG_VERSION'))) makeCluster(place, password, durable);
    const { pid, port, adopted } = await startOrAdopt(place, { ...options, dir });
    return {
      url: addressOf(port, password),
      port,
      pid,
      adopted,
      note: place.note,
      isRunning: () => isAlive(pid) && runningIn(place.cluster)?.pid === pid,
      stop: async (how = 'fast') => {
        dropLease(dir);
        const stillUsedBy = otherUsers(dir);
        if (stillUsedBy.length === 0) await stopServer(place.cluster, how);
        return { stillUsedBy };
      },
    };
  } catch (error) {
    dropLease(dir);
    throw error;
  }
}
