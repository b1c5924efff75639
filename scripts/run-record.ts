import * as fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { commandOf, end, identityOf, isAlive } from './processes';

const knownShape = z.object({ pid: z.int().positive(), identity: z.string() });
const runShape = knownShape.extend({ url: z.string().optional(), web: knownShape.optional() });
type Known = z.output<typeof knownShape>;
type Run = z.output<typeof runShape>;

const fileOf = (dataDir: string) => path.join(dataDir, 'run.json');

const known = (pid: number): Known => ({ pid, identity: identityOf(pid) });

// Where the system does not tell when a process started, its command has to look right.
function isStillThere({ pid, identity }: Known, hint: string): boolean {
  if (!isAlive(pid)) return false;
  return identity === '' ? commandOf(pid).includes(hint) : identityOf(pid) === identity;
}

function readRun(dataDir: string): Run | undefined {
  try {
    return runShape.parse(JSON.parse(fs.readFileSync(fileOf(dataDir), 'utf8')));
  } catch {
    return undefined; // none, or cut short by a power failure
  }
}

function write(dataDir: string, run: Run): void {
  const half = `${fileOf(dataDir)}.${process.pid}`;
  fs.writeFileSync(half, JSON.stringify(run), { mode: 0o600 });
  fs.renameSync(half, fileOf(dataDir));
}

/**
 * Notes that this process serves the directory. Refuses when another does; ends the web server that a killed one
 * left behind, and tells so.
 */
export async function claimRun(dataDir: string): Promise<{ endedOrphan: number | undefined }> {
  const last = readRun(dataDir);
  if (last && last.pid !== process.pid && isStillThere(last, 'start.mjs')) {
    throw new Error(`Waybill already runs here (process ${last.pid})${last.url ? ` at ${last.url}` : ''}`);
  }
  const orphan = last?.web && isStillThere(last.web, 'next') ? last.web.pid : undefined;
  if (orphan) await end(orphan, 'SIGTERM', 5000);
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  write(dataDir, known(process.pid));
  return { endedOrphan: orphan };
}

export function noteWeb(dataDir: string, webPid: number, url: string): void {
  write(dataDir, { ...known(process.pid), url, web: known(webPid) });
}

/** Where the directory is served now; an empty text if it is not. */
export function runningAddress(dataDir: string): string {
  const run = readRun(dataDir);
  return run?.url && isStillThere(run, 'start.mjs') ? run.url : '';
}

export function forgetRun(dataDir: string): void {
  if (readRun(dataDir)?.pid === process.pid) fs.rmSync(fileOf(dataDir), { force: true });
}
