import * as fs from 'node:fs';
import path from 'node:path';
import { commandOf, identityOf, isAlive } from './processes';

const folderOf = (dir: string) => `${dir}.users`;
const fileOf = (dir: string, pid: number) => path.join(folderOf(dir), String(pid));

/** Notes that this process uses the cluster, so that another one that ends does not stop it. */
export function takeLease(dir: string): void {
  fs.mkdirSync(folderOf(dir), { recursive: true, mode: 0o700 });
  fs.writeFileSync(fileOf(dir, process.pid), identityOf(process.pid));
}

export function dropLease(dir: string): void {
  fs.rmSync(fileOf(dir, process.pid), { force: true });
}

/** Other live processes that use the cluster. Those that were killed are forgotten. */
export function otherUsers(dir: string): { pid: number; command: string }[] {
  if (!fs.existsSync(folderOf(dir))) return [];
  const pids = fs.readdirSync(folderOf(dir)).map(Number);
  return pids
    .filter((pid) => pid !== process.pid && stillThere(dir, pid))
    .map((pid) => ({ pid, command: commandOf(pid).trim() }));
}

function stillThere(dir: string, pid: number): boolean {
  const file = fileOf(dir, pid);
  const noted = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
  if (noted !== undefined && isAlive(pid) && noted === identityOf(pid)) return true;
  fs.rmSync(file, { force: true });
  return false;
}
