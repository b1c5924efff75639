import journal from './migrations/meta/_journal.json';

export type MigrationState = { pending: number; unknown: number };

type Ask = (statement: string) => PromiseLike<readonly Record<string, unknown>[]>;

/** How the database's tables stand to this version of the code: steps it still lacks, and steps we do not know. */
export async function migrationState(ask: Ask): Promise<MigrationState> {
  const [there] = await ask(`select to_regclass('drizzle.__drizzle_migrations') is not null as made`);
  const rows = there?.made
    ? await ask('select created_at::text as at from drizzle.__drizzle_migrations')
    : [];
  const done = new Set(rows.map((row) => Number(row.at)));
  const known = new Set(journal.entries.map((entry) => entry.when));
  return {
    pending: [...known].filter((when) => !done.has(when)).length,
    unknown: [...done].filter((when) => !known.has(when)).length,
  };
}
