import { performance } from 'node:perf_hooks';
import postgres, { type Sql } from 'postgres';

/** What an import writes for good, parents first. */
const TABLES = [
  'orders', 'order_lines', 'order_charges', 'order_search', 'payments', 'refunds', 'money_movements', 'events',
] as const; // biome-ignore format: a list
/** Some five thousand rows. */
const PAGES = 80;

type Column = { name: string; type: string };

/**
 * The same rows once more, without any of our work: read back as ready-made arrays (not counted), then written by bare
 * INSERT … SELECT unnest into empty tables with the same keys, indexes, checks and foreign keys, as their owner.
 */
export async function bareFloor(ownerUrl: string): Promise<{ tookMs: number; rows: number }> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe('create schema floor');
    for (const table of TABLES) await makeTable(sql, table);
    let tookMs = 0;
    let rows = 0;
    for (const table of TABLES) {
      const filled = await fill(sql, table);
      tookMs += filled.tookMs;
      rows += filled.rows;
    }
    return { tookMs, rows };
  } finally {
    await sql.unsafe('drop schema if exists floor cascade');
    await sql.end();
  }
}

async function makeTable(sql: Sql, table: string): Promise<void> {
  await sql.unsafe(`create table floor.${table} (like public.${table} including all)`);
  const keys = await sql<{ definition: string }[]>`
    select pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'f' and conrelid = ${`public.${table}`}::regclass`;
  for (const { definition } of keys) {
    const own = definition.replace(/REFERENCES (\w+)/, (all, parent: string) =>
      TABLES.some((name) => name === parent) ? `REFERENCES floor.${parent}` : all,
    );
    await sql.unsafe(`alter table floor.${table} add ${own}`);
  }
}

/** Columns that hold something of the row's own: generated ones and arrays (always empty here) keep their defaults. */
function columnsOf(sql: Sql, table: string): Promise<Column[]> {
  return sql<Column[]>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      and format_type(atttypid, atttypmod) not like '%[]' order by attnum`;
}

async function fill(sql: Sql, table: string): Promise<{ tookMs: number; rows: number }> {
  const columns = await columnsOf(sql, table);
  const names = columns.map((column) => `"${column.name}"`).join(', ');
  const arrays = columns.map(({ name }) => `array_agg("${name}"::text)::text as "${name}"`).join(', ');
  const params = columns.map((_, i) => `$${i + 1}::text[]`).join(', ');
  const values = columns.map(({ name, type }) => `r."${name}"::${type}`).join(', ');
  const insert = `insert into floor.${table} (${names}) select ${values} from unnest(${params}) as r(${names})`;
  let tookMs = 0;
  let rows = 0;
  // By physical page, which is the order the rows were written in: nothing is sorted, nothing is skipped.
  const [size] = await sql<{ pages: number }[]>`
    select (pg_relation_size(${`public.${table}`}::regclass) / 8192)::int as pages`;
  for (let page = 0; page < (size?.pages ?? 0); page += PAGES) {
    const [chunk] = await sql.unsafe<Record<string, string | null>[]>(
      `select ${arrays} from public.${table} where ctid >= '(${page},0)' and ctid < '(${page + PAGES},0)'`,
    );
    const given = columns.map(({ name }) => chunk?.[name] ?? '{}');
    await sql.unsafe('discard plans'); // as the import does
    const startedAt = performance.now();
    const written = await sql.unsafe(insert, given, { prepare: true });
    tookMs += performance.now() - startedAt;
    rows += written.count;
  }
  return { tookMs, rows };
}
