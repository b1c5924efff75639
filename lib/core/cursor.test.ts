import { describe, expect, it } from 'vitest';
import { CURSOR_TIME, CURSOR_UUID, cursorText, pageOf, parseCursor } from './cursor';

const keyOf = (row: number) => [String(row)];
const number = /^\d+$/;

/** A list from 9 down to 0, fetched the way a query would. */
function fetch(size: number, text: string | null) {
  const cursor = parseCursor(text, [number]);
  const at = Number(cursor?.key[0]);
  const all = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0];
  const backwards = cursor?.direction === 'before';
  const side = !cursor ? all : backwards ? all.filter((n) => n > at).reverse() : all.filter((n) => n < at);
  return pageOf(side.slice(0, size + 1), size, cursor, keyOf);
}

describe('paging by key', () => {
  it('walks down and back up over the same pages', () => {
    const first = fetch(4, null);
    const second = fetch(4, first.after);
    const third = fetch(4, second.after);
    expect([first.rows, second.rows, third.rows]).toEqual([
      [9, 8, 7, 6],
      [5, 4, 3, 2],
      [1, 0],
    ]);
    expect([first.before, third.after]).toEqual([null, null]);
    expect(fetch(4, third.before).rows).toEqual([5, 4, 3, 2]);
    const back = fetch(4, fetch(4, third.before).before);
    expect([back.rows, back.before]).toEqual([[9, 8, 7, 6], null]);
  });

  it('a page that is exactly full has nothing after it', () => {
    expect(fetch(10, null)).toEqual({ rows: [9, 8, 7, 6, 5, 4, 3, 2, 1, 0], before: null, after: null });
  });

  it.each(['9999-99-99T99:99:99.999Z', '0000-01-01T00:00:00.000Z', '2026-02-30T00:00:00.000Z'])(
    'a moment that never was (%s) begins the list at its start',
    (moment) => {
      const text = cursorText({ direction: 'after', key: [moment] });
      expect(parseCursor(text, [CURSOR_TIME])).toBeNull();
    },
  );

  it.each([null, '', 'x', 'a', 'aW10', 'abm90', cursorText({ direction: 'after', key: ['1; drop'] })])(
    'takes %s for no cursor',
    (text) => {
      expect(parseCursor(text, [number])).toBeNull();
    },
  );

  it('knows times and ids', () => {
    const key = ['2026-03-02T10:00:00.000Z', '01890000-0000-7000-8000-000000000000'];
    const text = cursorText({ direction: 'before', key });
    expect(parseCursor(text, [CURSOR_TIME, CURSOR_UUID])).toEqual({ direction: 'before', key });
    expect(parseCursor(text, [CURSOR_TIME])).toBeNull();
  });
});
