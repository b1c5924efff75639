import { DOMAIN_PLACES, EDGES, isDomain, isPure, isStateFile, libFolder, VENDOR_PACKAGES } from './folders';
import type { Import, SourceFile } from './source-file';
import { at, type Finding, type Rule, type Tree } from './tree';

/** Who may import whom: architecture §2. Everything may import what is pure. */
export const importDirections: Rule = {
  name: 'import-directions',
  check: (tree) => [
    ...unplaced(tree),
    ...tree.code
      .filter((file) => !file.isTest)
      .flatMap((file) => file.imports.flatMap((found) => judge(tree, file, found) ?? [])),
  ],
};

function unplaced(tree: Tree): Finding[] {
  const folders = new Map(tree.code.map((file) => [libFolder(file.path), file]));
  return [...folders].flatMap(([folder, file]) =>
    folder === undefined || folder in DOMAIN_PLACES || EDGES.has(folder)
      ? []
      : [at(file, 1, `lib/${folder} has no place among the domains: give it one in scripts/tidy/folders.ts`)],
  );
}

function judge(tree: Tree, file: SourceFile, found: Import): Finding | undefined {
  const target = tree.resolve(file, found.from);
  const reason = target ? betweenFiles(tree, file, target, found) : ofPackage(file.path, found.from);
  return reason ? at(file, found.line, `may not import ${found.from}: ${reason}`) : undefined;
}

const top = (path: string) => path.split('/')[0] ?? '';

function betweenFiles(tree: Tree, file: SourceFile, target: SourceFile, found: Import): string | undefined {
  const from = file.path;
  const to = target.path;
  if (isStateFile(from)) {
    return isPure(tree, target)
      ? undefined
      : 'a state table runs in the browser, it imports only what is pure';
  }
  if (top(to) === 'app' && top(from) !== 'app') return 'only app imports app';
  if (['test', 'e2e', 'bench', 'scripts'].includes(top(to))) {
    return ['test', 'e2e', 'bench', 'scripts'].includes(top(from)) || !from.includes('/')
      ? undefined
      : `${top(to)} is not part of the product`;
  }
  if (from.startsWith('components/')) return fromComponents(tree, from, target, found);
  if (from.startsWith('app/'))
    return top(to) === 'db' ? 'app holds no SQL; call a verb or a query' : undefined;
  if (from.startsWith('db/schema/')) return fromSchema(tree, target);
  return libFolder(from) ? fromLib(tree, from, target, found) : undefined;
}

function fromComponents(tree: Tree, from: string, target: SourceFile, found: Import): string | undefined {
  const to = target.path;
  if (top(to) === 'db') return 'components never reach the database';
  if (from.startsWith('components/ui/') && /^components\/(?!ui\/|format\/)/.test(to)) {
    return 'components/ui knows nothing of the business';
  }
  if (from.startsWith('components/ui/') && isDomain(to)) return 'components/ui knows nothing of the business';
  if (!to.startsWith('lib/') || found.typeOnly || isPure(tree, target)) return undefined;
  return 'components import pure code and types, never a verb or a query';
}

function fromSchema(tree: Tree, target: SourceFile): string | undefined {
  const allowed = target.path.startsWith('db/') || isPure(tree, target);
  return allowed ? undefined : 'tables import only tables and what is pure';
}

function fromLib(tree: Tree, from: string, target: SourceFile, found: Import): string | undefined {
  const to = target.path;
  if (top(to) === 'components') return 'lib draws nothing';
  const folder = libFolder(from) ?? '';
  const other = libFolder(to);
  if (folder === 'integrations' && top(to) === 'db') return 'an adapter neither reads nor writes our tables';
  if (folder === 'integrations' && other && isDomain(to) && !found.typeOnly && !isPure(tree, target)) {
    return 'an adapter maps to our words; verbs are called by those who call it';
  }
  if (EDGES.has(folder)) return undefined;
  if (other && EDGES.has(other)) {
    return found.typeOnly && /\/port\.ts$/.test(to)
      ? undefined
      : `${other} is an edge: it calls the domains, not they it`;
  }
  if (folder === 'core' && top(to) === 'db' && from !== 'lib/core/ctx.ts') return 'lib/core has no tables';
  if (!other || other === folder || isPure(tree, target)) return undefined;
  return toTheRight(folder, other);
}

function toTheRight(folder: string, other: string): string | undefined {
  const own = DOMAIN_PLACES[folder];
  const place = DOMAIN_PLACES[other];
  if (own === undefined || place === undefined || place < own) return undefined;
  return place === own ? `${folder} and ${other} are peers` : `${other} stands to the right of ${folder}`;
}

function ofPackage(from: string, name: string): string | undefined {
  if (VENDOR_PACKAGES.test(name) && !from.startsWith('lib/integrations/')) {
    return "a vendor's package belongs to its adapter under lib/integrations";
  }
  if (/^(app|components)\//.test(from) && /^(drizzle-orm|postgres|pg|graphile-worker)(\/|$)/.test(name)) {
    return 'no SQL here; call a verb or a query';
  }
  if (isStateFile(from) && /^(node:|next|react)/.test(name))
    return 'a state table runs in the browser and anywhere';
  const inward = isDomain(from) || from.startsWith('lib/core/');
  if (inward && /^(next|react|react-dom)(\/|$)/.test(name))
    return 'only lib/web knows Next, only components know React';
  return undefined;
}
