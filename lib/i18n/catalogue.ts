import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { AbstractIntlMessages } from 'next-intl';
import type { Locale } from './locales';

/** All areas of one language; each file of `messages/<locale>/` is one namespace. */
export type Catalogue = Record<string, AbstractIntlMessages>;

const RECHECK_MS = 1_000;
const cache = new Map<Locale, { checkedAt: number; stamp: string; catalogue: Catalogue }>();

function folderOf(locale: Locale): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), 'messages', locale);
}

/** The areas there are: the file names without their ending, sorted. */
export function areasOf(locale: Locale): string[] {
  return readdirSync(/* turbopackIgnore: true */ folderOf(locale))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

/** Read from disk once; looked at again at most once a second, so edits show without a restart. */
export function loadCatalogue(locale: Locale): Catalogue {
  const known = cache.get(locale);
  const checkedAt = performance.now();
  if (known && checkedAt - known.checkedAt < RECHECK_MS) return known.catalogue;
  const folder = folderOf(locale);
  const files = areasOf(locale).map((area) => ({ area, file: path.join(folder, `${area}.json`) }));
  const stamp = files.map(({ file }) => `${file}:${statSync(file).mtimeMs}`).join('|');
  if (known?.stamp === stamp) {
    known.checkedAt = checkedAt;
    return known.catalogue;
  }
  const catalogue: Catalogue = {};
  for (const { area, file } of files) catalogue[area] = JSON.parse(readFileSync(file, 'utf8'));
  cache.set(locale, { checkedAt, stamp, catalogue });
  return catalogue;
}

/** Only these areas: what a client component needs travels with the page, so keep it small. */
export function pickAreas(catalogue: Catalogue, areas: readonly string[]): Catalogue {
  const picked: Catalogue = {};
  for (const area of areas) {
    const messages = catalogue[area];
    if (messages) picked[area] = messages;
  }
  return picked;
}
