#!/usr/bin/env node
// After `npm install` of something with builds per platform: a registry that lacks some of those builds makes npm leave
// them out of package-lock.json, and then `npm ci` refuses everywhere. This writes what is missing, as npm would have.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SYSTEMS = /(android|darwin|freebsd|linux|openbsd|netbsd|sunos|aix|openharmony|win32)/;
const PROCESSORS = /-(arm64|x64|ia32|arm|ppc64|riscv64|s390x|wasm32|loong64|mips64el)(-|$)/;

/** The optional dependencies a lock names nowhere: their names, versions and who wants them. */
export function missingOptionals(packages) {
  return Object.entries(packages).flatMap(([where, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isThere(packages, where, name))
      .map(([name, version]) => ({ name, version, wantedBy: where })),
  );
}

/** Beside the package that wants it, or beside any it stands in. */
function isThere(packages, where, name) {
  for (let at = where; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

function entryFor({ name, version, wantedBy }, packages) {
  const { dev, devOptional, engines, license } = packages[wantedBy];
  const tail = name.slice(name.lastIndexOf('/') + 1);
  const os = SYSTEMS.exec(tail)?.[1];
  const cpu = PROCESSORS.exec(tail)?.[1];
  const libc =
    os !== 'linux' ? undefined : /musl/.test(tail) ? 'musl' : /gnu/.test(tail) ? 'glibc' : undefined;
  const entry = {
    version,
    cpu: cpu && [cpu],
    dev,
    devOptional,
    libc: libc && [libc],
    license,
    optional: true,
  };
  return { ...entry, os: os && [os], engines };
}

export function completed(lock) {
  const added = missingOptionals(lock.packages).map((wanted) => [
    `node_modules/${wanted.name}`,
    entryFor(wanted, lock.packages),
  ]);
  const all = [...Object.entries(lock.packages), ...added].sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(all) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  process.stdout.write(`${missingOptionals(lock.packages).length} optional packages were missing\n`);
  writeFileSync('package-lock.json', `${JSON.stringify(completed(lock), null, 2)}\n`);
}
