/** A place in a list: the key of a row, and whether the page lies after it or before it. */
export type Cursor = { direction: 'after' | 'before'; key: readonly string[] };

/** One page of a list in its order, with the cursors of its neighbours where there are any. */
export type Page<T> = { rows: T[]; before: string | null; after: string | null };

const MARKS = { after: 'a', before: 'b' } as const;

export function cursorText(cursor: Cursor): string {
  return MARKS[cursor.direction] + Buffer.from(JSON.stringify(cursor.key)).toString('base64url');
}

/** Reads a cursor from a URL; one that somebody bent is no cursor: the list begins at its start. */
export function parseCursor(text: string | null | undefined, shape: readonly RegExp[]): Cursor | null {
  const direction = text?.[0] === MARKS.before ? 'before' : text?.[0] === MARKS.after ? 'after' : null;
  if (!text || !direction) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(text.slice(1), 'base64url').toString('utf8'));
    const fits =
      Array.isArray(key) &&
      key.length === shape.length &&
      key.every((part, i) => typeof part === 'string' && shape[i]?.test(part) && isMomentIfTime(part));
    return fits ? { direction, key } : null;
  } catch {
    return null;
  }
}

/** A time is one that exists: the thirteenth month looks like one, and the database refuses it. */
const isMomentIfTime = (part: string) => {
  if (!CURSOR_TIME.test(part)) return true;
  const moment = new Date(part);
  return !Number.isNaN(moment.getTime()) && moment.getTime() >= 0 && moment.toISOString() === part;
};

/** What a timestamp and a UUID look like in a cursor. */
export const CURSOR_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
export const CURSOR_UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Makes a page from rows fetched in the cursor's direction, one more than the page holds:
 * the extra row only says that there is more.
 */
export function pageOf<T>(
  fetched: readonly T[],
  size: number,
  cursor: Cursor | null,
  keyOf: (row: T) => readonly string[],
): Page<T> {
  const backwards = cursor?.direction === 'before';
  const more = fetched.length > size;
  const kept = fetched.slice(0, size);
  const rows = backwards ? kept.reverse() : kept;
  const first = rows[0];
  const last = rows.at(-1);
  const hasBefore = backwards ? more : cursor !== null;
  const hasAfter = backwards ? true : more;
  return {
    rows,
    before: hasBefore && first ? cursorText({ direction: 'before', key: keyOf(first) }) : null,
    after: hasAfter && last ? cursorText({ direction: 'after', key: keyOf(last) }) : null,
  };
}
