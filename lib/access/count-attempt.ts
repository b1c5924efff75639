import { outside } from '@/lib/core/ctx';

export type Counted = { key: string; most: number; windowMs: number };

// Keys in order, so that two requests counting the same two never wait for each other crosswise.
const COUNT = `insert into rate_limits (key, window_start, hits)
  select key, start::timestamptz, 1 from unnest($1::text[], $2::text[]) as given (key, start) order by key
  on conflict (key, window_start) do update set hits = rate_limits.hits + 1
  returning key, hits`;

/**
 * Counts one attempt under every key, in one statement, before anything is tried, so that guesses in parallel do not
 * slip by. `over` is the key whose limit is passed; `until` the end of its window; `left` what the tightest still allows.
 */
export async function countAttempt(
  counters: readonly Counted[],
  now: Date,
): Promise<{ over: string | null; until: Date; left: number }> {
  const starts = counters.map(({ windowMs }) => now.getTime() - (now.getTime() % windowMs));
  const rows = await outside(({ raw }) =>
    raw(COUNT, [counters.map(({ key }) => key), starts.map((ms) => new Date(ms).toISOString())]),
  );
  const hits = new Map(rows.map((row) => [String(row.key), Number(row.hits)]));
  let left = Number.POSITIVE_INFINITY;
  for (const [i, { key, most, windowMs }] of counters.entries()) {
    const rest = most - (hits.get(key) ?? 0);
    const until = new Date((starts[i] ?? 0) + windowMs);
    if (rest < 0) return { over: key, until, left: 0 };
    left = Math.min(left, rest);
  }
  return { over: null, until: now, left };
}

/** After a success the count starts again. */
export async function forgetAttempts(keys: readonly string[]): Promise<void> {
  await outside(({ raw }) => raw('delete from rate_limits where key = any($1::text[])', [keys]));
}

const KEPT_MS = 24 * 3_600_000;

/** Drops counters of windows long over; for the daily sweep. */
export async function dropOldAttempts(now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS);
  await outside(({ raw }) =>
    raw('delete from rate_limits where window_start < $1::timestamptz', [before.toISOString()]),
  );
}
