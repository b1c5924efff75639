import type { Sql } from 'postgres';

/** The first version with functions that write statistics. */
const WRITES_STATISTICS = 180_000;

/**
 * Tells the planner that a table holds few stores, until the first ANALYZE finds out. Of a table never analysed it
 * assumes 200 of everything: then each index that begins with `store_id` looks as cheap as the primary key, the newest
 * wins, and plans that connections keep (those of foreign keys above all) read a whole store for every row.
 */
export async function writeFirstStatistics(sql: Sql): Promise<number> {
  const [row] = await sql`select current_setting('server_version_num')::int as number`;
  if (Number(row?.number) < WRITES_STATISTICS) return 0; // those know after their first autovacuum
  const written = await sql`
    select pg_restore_attribute_stats('schemaname', 'public', 'relname', c.relname::text, 'attname', 'store_id',
      'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 1::real)
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'store_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not exists (
      select from pg_stats s where s.schemaname = 'public' and s.tablename = c.relname and s.attname = 'store_id')`;
  return written.length;
}
