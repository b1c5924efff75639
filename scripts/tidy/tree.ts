import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SourceFile } from './source-file';

const SKIPPED_FOLDERS = new Set([
  'node_modules',
  '.git',
  '.data',
  'coverage',
  'playwright-report',
  'test-results',
  'migrations',
]);
const READ = /\.(ts|tsx|mts|mjs|js|css|json|sql|sh|md|yml|yaml|example)$|^\.ci\/run$|(^|\/)\.npmrc$/;

export type Finding = { path: string; line: number; message: string };
export type Rule = { name: string; check: (tree: Tree) => Finding[] };

/** All files the rules look at, by path. */
export class Tree {
  readonly #files: ReadonlyMap<string, SourceFile>;

  constructor(files: readonly SourceFile[]) {
    this.#files = new Map(files.map((file) => [file.path, file]));
  }

  get all(): readonly SourceFile[] {
    return [...this.#files.values()];
  }

  get code(): readonly SourceFile[] {
    return this.all.filter((file) => file.isCode);
  }

  file(at: string): SourceFile | undefined {
    return this.#files.get(at);
  }

  /** The file an import means, or undefined for a package or a file outside the tree. */
  resolve(from: SourceFile, request: string): SourceFile | undefined {
    const base = request.startsWith('@/')
      ? request.slice(2)
      : request.startsWith('.')
        ? path.posix.join(path.posix.dirname(from.path), request)
        : undefined;
    if (base === undefined) return undefined;
    const endings = ['', '.ts', '.tsx', '.mts', '.mjs', '/index.ts', '/index.tsx'];
    return endings.map((ending) => this.#files.get(base + ending)).find(Boolean);
  }
}

/** A tree out of nothing, for the rules' own tests. */
export function treeOf(files: Record<string, string>): Tree {
  return new Tree(Object.entries(files).map(([at, text]) => new SourceFile(at, text)));
}

export function readTree(root: string): Tree {
  const files: SourceFile[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const at = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name) && !entry.name.startsWith('.next')) visit(at);
      } else if (READ.test(at) && entry.name !== 'next-env.d.ts') {
        files.push(new SourceFile(at, readFileSync(path.join(root, at), 'utf8')));
      }
    }
  };
  visit('');
  return new Tree(files);
}

/** A finding at a node or offset of a file. */
export function at(file: SourceFile, where: { start: number } | number, message: string): Finding {
  const line = typeof where === 'number' ? where : file.lineAt(where.start);
  return { path: file.path, line, message };
}
