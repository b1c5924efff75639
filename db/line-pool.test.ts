import { expect, test } from 'vitest';
import { LinePool } from './line-pool';

function lines(most: number) {
  let opened = 0;
  let away = false;
  const closed: number[] = [];
  const open = async () => {
    if (away) throw new Error('away');
    const no = ++opened;
    const line = { no, dead: false, close: async () => void closed.push(no) };
    return line;
  };
  const pool = new LinePool(open, most);
  return {
    pool,
    closed,
    goAway: (gone: boolean) => {
      away = gone;
    },
  };
}

test('gives the latest used again, opens no more than it may, and lets the others wait their turn', async () => {
  const { pool } = lines(2);
  const [one, two] = [await pool.take(), await pool.take()];
  const waiting = [pool.take(), pool.take()];
  pool.give(two);
  pool.give(one);
  expect((await Promise.all(waiting)).map((line) => line.no)).toEqual([2, 1]);
  pool.give(one);
  pool.give(two);
  expect((await pool.take()).no).toBe(2);
});

test('gives no dead one out again, neither to who comes nor to who waits', async () => {
  const { pool, closed } = lines(1);
  const one = await pool.take();
  const waiting = pool.take();
  one.dead = true;
  pool.give(one);
  const two = await waiting;
  expect(two.no).toBe(2);
  pool.give(two);
  two.dead = true;
  expect((await pool.take()).no).toBe(3);
  expect(closed).toEqual([1, 2]);
});

test('tells everybody when none can be opened, and goes on when one can', async () => {
  const { pool, goAway } = lines(1);
  const one = await pool.take();
  const waiting = Promise.allSettled([pool.take(), pool.take()]);
  goAway(true);
  one.dead = true;
  pool.give(one);
  expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  goAway(false);
  expect((await pool.take()).no).toBe(2);
});

test('closes what is idle when it ends, and what is in use when that comes back', async () => {
  const { pool, closed } = lines(3);
  const [one, two] = [await pool.take(), await pool.take()];
  pool.give(one);
  await pool.end();
  expect(closed).toEqual([1]);
  pool.give(two);
  expect(closed).toEqual([1, 2]);
  await expect(pool.take()).rejects.toThrow('ended');
});
