import { at, type Finding, type Rule, type Tree } from './tree';

const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
const GROUPS = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'];

/** The same packages everywhere: exact versions, and a lock that names no host. */
export const packages: Rule = {
  name: 'packages',
  check: (tree) => [...versions(tree), ...hosts(tree)],
};

function versions(tree: Tree): Finding[] {
  const file = tree.file('package.json');
  if (!file) return [];
  const parsed: unknown = JSON.parse(file.text);
  return GROUPS.flatMap((group) =>
    stringEntries(entry(parsed, group)).flatMap(([name, version]) => {
      if (EXACT.test(version)) return [];
      const line = file.lines.findIndex((text) => text.includes(`"${name}"`)) + 1;
      return [at(file, line, `${name} ${version}: pin the exact version`)];
    }),
  );
}

function entry(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

function stringEntries(value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]): [string, string][] =>
    typeof inner === 'string' ? [[name, inner]] : [],
  );
}

function hosts(tree: Tree): Finding[] {
  const file = tree.file('package-lock.json');
  const line = file?.lines.findIndex((text) => /"resolved":\s*"https?:/.test(text)) ?? -1;
  return file && line >= 0
    ? [at(file, line + 1, 'records a download address: set omit-lockfile-registry-resolved')]
    : [];
}
