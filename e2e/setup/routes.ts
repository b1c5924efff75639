import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Route = {
  /** `/[store]/orders/[order]` */
  pattern: string;
  /** The permission its page asks for, read out of `storePage(…, 'order.read')`. */
  permission: string | undefined;
};

/** Every page below a folder of app, by its folders; `(groups)` are not part of an address. */
export function routesIn(folder: string): Route[] {
  const found: Route[] = [];
  const visit = (at: string, pattern: string) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const inner = path.join(at, entry.name);
      if (entry.isDirectory()) {
        const isPart = !/^[(@_]/.test(entry.name);
        if (!entry.name.startsWith('_')) visit(inner, isPart ? `${pattern}/${entry.name}` : pattern);
      } else if (entry.name === 'page.tsx') {
        found.push({ pattern: pattern || '/', permission: permissionIn(readFileSync(inner, 'utf8')) });
      }
    }
  };
  visit(folder, '');
  return found.sort((a, b) => a.pattern.localeCompare(b.pattern));
}

/** The permission a page's source asks for; undefined when it asks for none. */
export function permissionIn(source: string): string | undefined {
  return /\bstorePage\([^;']*'([a-z]+\.[a-z]+)'/.exec(source)?.[1];
}

/** The fixed names beside a dynamic segment: `/orders/new` is no order. */
export function fixedSiblings(routes: readonly Route[], prefix: string): Set<string> {
  const names = routes
    .filter(({ pattern }) => pattern.startsWith(`${prefix}/`))
    .map(({ pattern }) => pattern.slice(prefix.length + 1).split('/')[0] ?? '');
  return new Set(names.filter((name) => name !== '' && !name.startsWith('[')));
}
