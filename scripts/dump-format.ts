import type { ISql } from 'postgres';
import { z } from 'zod';

/*
 * A dump is one gzip stream of text. A line of JSON says what it is; then each table has a line of JSON, its rows as
 * COPY prints them, and `\.`; a last line of JSON holds the counts. It needs no tool but this one, on any machine.
 */
export const FORMAT = 'waybill-dump-1';
export const END_OF_ROWS = '\\.';

export const dumpTable = z.object({ table: z.string(), columns: z.array(z.string()) });
export type DumpTable = z.output<typeof dumpTable>;

export const manifestShape = z.object({
  format: z.literal(FORMAT),
  madeAt: z.string(),
  /** The migrations the database had, by their time. */
  migrations: z.array(z.number()),
  /** Fingerprints of the keys its personal data is sealed with. */
  keys: z.record(z.string(), z.string()),
  /** Transaction numbers in its rows are below this one. */
  nextXid: z.string().regex(/^\d+$/),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
});
export type Manifest = z.output<typeof manifestShape>;

export const endingShape = z.object({ rows: z.record(z.string(), z.number()) });
export type Ending = z.output<typeof endingShape>;

/** Every table that holds data, with its columns, generated ones apart: ours, and the queue's jobs. */
export async function tablesToDump(sql: ISql): Promise<DumpTable[]> {
  return sql<DumpTable[]>`
    select format('%I.%I', n.nspname, c.relname) as table,
      json_agg(format('%I', a.attname) order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r'
      and (n.nspname = 'public' or (n.nspname = 'graphile_worker' and c.relname like '\\_private\\_%'))
    group by 1 order by 1`;
}

export async function migrationsOf(sql: ISql): Promise<number[]> {
  const rows = await sql`select created_at::text as at from drizzle.__drizzle_migrations order by created_at`;
  return rows.map((row) => Number(row.at));
}
