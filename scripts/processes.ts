import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from './error-code';

const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

/** Fields 3… of /proc/PID/stat: the state first, the start time as the 20th. The name before them may hold anything. */
function procStat(pid: number): string[] | undefined {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Whether a process runs. One that ended but was never reaped (in a container without an init) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  return procStat(pid)?.[0] !== 'Z';
}

/** Tells a process from a later one that got the same number; empty where the system does not say. */
export function identityOf(pid: number): string {
  const startedAt = procStat(pid)?.[19];
  if (!startedAt) return '';
  const boot = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? '';
  return `${boot}/${startedAt}`;
}

/** What a process was started with, or an empty text where that can not be found out. */
export function commandOf(pid: number): string {
  if (process.platform === 'win32') return '';
  const fromProc = attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '));
  if (fromProc !== undefined) return fromProc;
  return attempt(() => execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })) ?? '';
}

/** Waits until a process is gone; false if it still runs after the time. */
export async function gone(pid: number, timeoutMs: number): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(20)) {
    if (!isAlive(pid)) return true;
  }
  return !isAlive(pid);
}

export function signal(pid: number, name: NodeJS.Signals): void {
  attempt(() => process.kill(pid, name));
}

/** Asks a process to end, and ends it if it does not in time. */
export async function end(
  pid: number,
  polite: NodeJS.Signals,
  timeoutMs: number,
  firm: NodeJS.Signals = 'SIGKILL',
) {
  signal(pid, polite);
  if (await gone(pid, timeoutMs)) return;
  signal(pid, firm);
  await gone(pid, 5000);
}
