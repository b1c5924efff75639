import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from './environment';

const GRACE_MS = 15_000;
const BANNER = /^\s*(▲|✓|⚠? ?-)\s/; // Next's own greeting: we give the address ourselves

export type WebServer = {
  pid: number;
  exited: Promise<string>;
  stop: (firm?: boolean) => Promise<void>;
};

// The whole group: `next dev` works in child processes.
function signalGroup(child: ChildProcess, name: NodeJS.Signals): void {
  if (!child.pid) return;
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
  else {
    try {
      process.kill(-child.pid, name);
    } catch {
      // Already gone.
    }
  }
}

/** Starts Next on a port. It does not see Ctrl-C itself: we end things in order. */
export function startWeb({ dev, port, host }: { dev: boolean; port: number; host: string }): WebServer {
  const next = path.join(ROOT, 'node_modules/next/dist/bin/next');
  const mode = dev ? 'dev' : 'start';
  const child = spawn(process.execPath, [next, mode, '-p', String(port), '-H', host], {
    cwd: ROOT,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: dev ? 'development' : 'production', PORT: String(port) },
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (dev || (line.trim() !== '' && !BANNER.test(line))) process.stdout.write(`${line}\n`);
  });
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const stop = async (firm = false) => {
    signalGroup(child, firm ? 'SIGKILL' : 'SIGTERM');
    const late = sleep(GRACE_MS, 'late' as const, { ref: false });
    if ((await Promise.race([exited, late])) === 'late') signalGroup(child, 'SIGKILL');
    await exited;
  };
  return { pid: child.pid ?? 0, exited, stop };
}

async function ask(url: string): Promise<{ ok: boolean; said: string } | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    return { ok: response.ok, said: (await response.text()).slice(0, 500) };
  } catch {
    return undefined;
  }
}

/** Waits until health answers well; what it last said if that does not come in time, or why the server ended. */
export async function untilHealthy(
  web: WebServer,
  url: string,
  timeoutMs: number,
): Promise<string | undefined> {
  let ended: string | undefined;
  web.exited.then(
    (how) => {
      ended = how;
    },
    () => {},
  );
  let last = 'no answer';
  for (const until = Date.now() + timeoutMs; Date.now() < until; await sleep(100)) {
    if (ended !== undefined) return `it ended (${ended})`;
    const answer = await ask(url);
    if (answer?.ok) return undefined;
    if (answer) last = answer.said;
  }
  return last;
}
