import { type ChildProcess, spawn } from 'node:child_process';
import { ROOT } from './environment';

type Options = { env?: Record<string, string>; onLine?: (text: string) => void };

const active = new Set<ChildProcess>();

/** Runs one of our own programs to its end; resolves with how it ended, 0 being well. */
export function runChild(args: string[], { env = {}, onLine = () => {} }: Options = {}): Promise<string | 0> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    active.add(child);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => onLine(String(chunk)));
    const done = (how: string | 0) => {
      active.delete(child);
      resolve(how);
    };
    child.once('error', (error) => done(error.message));
    child.once('close', (code, signal) => done(code === 0 ? 0 : (signal ?? `exit code ${code}`)));
  });
}

/** Ends what is still at work. */
export function endChildren(): void {
  for (const child of active) child.kill('SIGTERM');
}
