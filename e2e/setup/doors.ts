import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DEMO_STORE } from './demo-people';

/** `page` is an address whose page holds the action: elsewhere Next passes the call on, without the caller's Origin. */
export type ServerAction = { id: string; file: string; name: string; page: string };
export type ApiMethod = { method: string; path: string };

const text = (from: object, name: string): string => {
  const value: unknown = Object.entries(from).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
};

/** The server actions of a build, from its own list: `{ node: { <id>: { filename, exportedName } } }`. */
export function serverActions(manifest: string): ServerAction[] {
  const { node }: { node: Record<string, object> } = JSON.parse(manifest);
  return Object.entries(node).map(([id, entry]) => ({
    id,
    file: text(entry, 'filename'),
    name: text(entry, 'exportedName'),
    page: pageOf(entry),
  }));
}

function pageOf(entry: object): string {
  const workers: unknown = Object.entries(entry).find(([key]) => key === 'workers')?.[1];
  const [holder = ''] = typeof workers === 'object' && workers !== null ? Object.keys(workers) : [];
  const address = holder
    .replace(/^app/, '')
    .replace(/\/page$/, '')
    .replaceAll(/\/\([^)]+\)/g, '');
  return address.replaceAll('[store]', DEMO_STORE).replaceAll(/\[[^\]]+\]/g, 'nothing') || '/';
}

const METHOD = /^export const (GET|POST|PUT|PATCH|DELETE)\b/gm;

/** Every method of every address of the public API; a dynamic part is filled with something that is none. */
export function apiMethods(): ApiMethod[] {
  const root = path.resolve('app/api/v1');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .flatMap((file) => {
      const address = path.dirname(file).replaceAll(/\[[^\]]+\]/g, 'nothing');
      const source = readFileSync(path.join(root, file), 'utf8');
      return [...source.matchAll(METHOD)].map(([, method = '']) => ({ method, path: `/api/v1/${address}` }));
    });
}
