import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './environment';
import { runChild } from './run-child';

const FOLDERS = ['app', 'components', 'db', 'i18n', 'lib', 'messages', 'public'];
const AT_ROOT = /^(package-lock\.json|package\.json|.*\.(ts|tsx|mjs|js|css))$/;
const NO_PART = /\.test\.tsx?$|\.tsbuildinfo$|^next-env\.d\.ts$|^(vitest|playwright|drizzle|knip)\.config\./;

const distDir = () => path.join(ROOT, process.env.NEXT_DIST_DIR ?? '.next');
const stampFile = () => path.join(distDir(), 'waybill-sources');

function filesBelow(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** A fingerprint of all that goes into a build: sources, configuration, dependencies, and what Next inlines. */
export function sourcesHash(): string {
  const atRoot = fs.readdirSync(ROOT).filter((name) => AT_ROOT.test(name));
  const files = [
    ...atRoot.map((name) => path.join(ROOT, name)),
    ...FOLDERS.flatMap((f) => filesBelow(path.join(ROOT, f))),
  ];
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const file of files.filter((name) => !NO_PART.test(path.basename(name))).sort()) {
    hash.update(path.relative(ROOT, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  for (const name of Object.keys(process.env).sort()) {
    if (name.startsWith('NEXT_PUBLIC_')) hash.update(`${name}=${process.env[name]}\0`);
  }
  return hash.digest('hex');
}

async function runBuild(): Promise<void> {
  const output: string[] = [];
  const how = await runChild([path.join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], {
    env: { NODE_ENV: 'production' },
    onLine: (text) => output.push(text),
  });
  if (how !== 0) throw new Error(`the build failed (${how})\n${output.join('').trim()}`);
}

/** Builds the app unless the last build was made of the very same sources; returns whether it had to. */
export async function ensureBuilt(announce: (reason: string) => void): Promise<boolean> {
  const wanted = sourcesHash();
  const stamp = fs.existsSync(stampFile()) ? fs.readFileSync(stampFile(), 'utf8') : undefined;
  if (stamp === wanted && fs.existsSync(path.join(distDir(), 'BUILD_ID'))) return false;
  announce(stamp ? 'the sources have changed' : 'the first time takes a minute');
  fs.rmSync(stampFile(), { force: true });
  await runBuild();
  fs.writeFileSync(stampFile(), wanted);
  return true;
}
