import { fileURLToPath } from 'node:url';
import postgres, { type Sql } from 'postgres';
import { ensureAppRole } from './app-role';
import { makeFactsTable } from './facts';
import { writeFirstStatistics } from './first-statistics';
import { migrationState } from './migration-state';
import { PrepareError } from './prepare-error';
import { makeQueueFunctions } from './queue-functions';
import { APP_ROLE } from './urls';
import { applyWalls } from './walls';

const LOCK = 7_203_411_092; // ours alone: several starts prepare one after the other
const OLDEST_POSTGRES = 150_000;

export type Prepared = { migrated: number; walls: number; tookMs: number };

const oneConnection = (url: string) => postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });

async function checkVersion(sql: Sql): Promise<void> {
  const [row] = await sql`select current_setting('server_version_num')::int as number, version() as text`;
  if (Number(row?.number) < OLDEST_POSTGRES) {
    throw new PrepareError(`Postgres 15 or newer is needed; this is ${String(row?.text).split(' on ')[0]}`);
  }
}

async function migrateTables(sql: Sql, ownerUrl: string): Promise<number> {
  const { pending, unknown } = await migrationState((statement) => sql.unsafe(statement));
  if (unknown > 0) {
    throw new PrepareError(
      `the database is newer than this version of Waybill (${unknown} unknown steps): update first`,
    );
  }
  if (pending > 0) {
    // Drizzle changes a client's serializers: it gets one of its own.
    const own = oneConnection(ownerUrl);
    try {
      const [{ drizzle }, { migrate }] = await Promise.all([
        import('drizzle-orm/postgres-js'),
        import('drizzle-orm/postgres-js/migrator'),
      ]);
      const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
      await migrate(drizzle({ client: own }), { migrationsFolder });
    } finally {
      await own.end({ timeout: 1 });
    }
  }
  return pending;
}

// The library's own check costs some 15 ms, so there is none of ours before it.
async function migrateQueue(ownerUrl: string): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker');
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) });
}

async function openBookkeeping(sql: Sql): Promise<void> {
  const [row] =
    await sql`select has_table_privilege(${APP_ROLE}, 'drizzle.__drizzle_migrations', 'select') as yes`;
  if (row?.yes) return;
  await sql.unsafe(`grant usage on schema drizzle to ${APP_ROLE}`);
  await sql.unsafe(`grant select on drizzle.__drizzle_migrations to ${APP_ROLE}`);
}

/**
 * Brings a database to what this version needs, as its owner: the app's role (with `appPassword`, or made by somebody
 * else when null), tables, queue, walls. Safe to run at once from several processes; quick when nothing is to do.
 */
export async function prepareDatabase(ownerUrl: string, appPassword: string | null): Promise<Prepared> {
  const startedAt = performance.now();
  const sql = oneConnection(ownerUrl);
  try {
    await checkVersion(sql);
    await sql`select pg_advisory_lock(${LOCK})`;
    await ensureAppRole(sql, ownerUrl, appPassword);
    const migrated = await migrateTables(sql, ownerUrl);
    await migrateQueue(ownerUrl);
    await openBookkeeping(sql);
    const walls = await applyWalls(sql);
    await makeQueueFunctions(sql);
    await makeFactsTable(sql);
    await writeFirstStatistics(sql);
    return { migrated, walls, tookMs: Math.round(performance.now() - startedAt) };
  } finally {
    await sql.end({ timeout: 1 });
  }
}
