// Makes node_modules what package-lock.json says. Only built-in modules: nothing else is there on a fresh clone.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (file) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')).packages;

/** Why an install is needed, in words; undefined when there is nothing to do. */
export function whatIsMissing(wanted, installed) {
  for (const [where, { version, optional, devOptional, link }] of Object.entries(wanted)) {
    if (where === '' || link) continue;
    const found = installed[where];
    if (!found && (optional || devOptional)) continue;
    const name = where.replace(/^.*node_modules\//, '');
    if (!found) return `${name} is missing`;
    if (found.version !== version) return `${name} is ${found.version}, not ${version}`;
  }
  return undefined;
}

function whyInstall() {
  // npm writes this list last: without it an install was never made, or was cut short.
  if (!existsSync(path.join(ROOT, 'node_modules/.package-lock.json'))) return 'nothing is installed yet';
  return whatIsMissing(read('package-lock.json'), read('node_modules/.package-lock.json'));
}

function runNpm(args) {
  const own = process.env.npm_execpath ?? '';
  const [command, first] = own.endsWith('npm-cli.js') ? [process.execPath, [own]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`npm ${args[0]} failed (${signal ?? code})`)),
    );
  });
}

/** Installs what package-lock.json names if it is not there; returns whether it had to. */
export async function ensureInstalled(say = (line) => process.stdout.write(`${line}\n`)) {
  const reason = whyInstall();
  if (!reason) return false;
  say(`installing dependencies with npm ci (${reason})`);
  // The build needs what is only used in development, whatever NODE_ENV says.
  await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  return true;
}
