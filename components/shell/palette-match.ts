import type { Place, PlaceKey } from './place';
import type { SearchAnswer, ShellAction } from './shell-props';

export type PaletteGroup = SearchAnswer['groups'][number];
export type PaletteItem = PaletteGroup['items'][number];

/** Whether every word of the query begins a word of the text (or stands in it, in Chinese). */
export function matches(text: string, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const target = text.toLowerCase();
  return words.every(
    (word) => target.startsWith(word) || target.includes(` ${word}`) || hasHan(word, target),
  );
}

function hasHan(word: string, target: string): boolean {
  return /\p{Script=Han}/u.test(word) && target.includes(word);
}

/** What the page itself knows: places and actions; all of them while nothing is typed. */
export function localGroups(
  query: string,
  known: {
    places: { label: string; places: readonly Place[]; word: (key: PlaceKey) => string };
    actions: { label: string; actions: readonly ShellAction[] };
  },
): PaletteGroup[] {
  const actions = known.actions.actions
    .filter((action) => matches(action.label, query))
    .map(({ id, label, href }) => ({ id: `action-${id}`, title: label, href }));
  const places = known.places.places
    .map((place) => ({
      id: `place-${place.key}`,
      title: known.places.word(place.key),
      href: place.href,
    }))
    .filter((place) => matches(place.title, query));
  return [
    { label: known.actions.label, items: actions },
    { label: known.places.label, items: places },
  ].filter((group) => group.items.length > 0);
}

export function flatItems(groups: readonly PaletteGroup[]): PaletteItem[] {
  return groups.flatMap((group) => group.items);
}

/** Reads an answer from the search route; anything else is a failure. */
export function parseAnswer(body: unknown): SearchAnswer['groups'] {
  if (!isRecord(body) || !Array.isArray(body.groups)) throw new TypeError('not a search answer');
  return body.groups.filter(isRecord).map((group) => ({
    label: String(group.label ?? ''),
    items: (Array.isArray(group.items) ? group.items : []).filter(isRecord).map((item) => ({
      id: String(item.id),
      title: String(item.title),
      subtitle: item.subtitle ? String(item.subtitle) : null,
      href: String(item.href),
    })),
  }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
