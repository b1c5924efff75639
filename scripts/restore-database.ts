import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import postgres, { type ISql } from 'postgres';
import { type DumpTable, type Ending, type Manifest, migrationsOf, tablesToDump } from './dump-format';
import { readDump } from './read-dump';

type ForeignKey = { table: string; name: string; definition: string };
type Options = { otherKeys?: boolean };

const XIDS_PER_ROUND = 1_000_000;

async function refuseUnlessEmpty(sql: ISql): Promise<void> {
  for (const { table } of await tablesToDump(sql)) {
    if (table.startsWith('graphile_worker.')) continue;
    const [row] = await sql.unsafe(`select exists (select from ${table}) as filled`);
    if (row?.filled) throw new Error(`the database is not empty (${table} has rows): restore into a new one`);
  }
}

async function refuseUnlessFitting(sql: ISql, manifest: Manifest, { otherKeys }: Options): Promise<void> {
  const here = await migrationsOf(sql);
  if (here.join() !== manifest.migrations.join()) {
    const age = (manifest.migrations.at(-1) ?? 0) < (here.at(-1) ?? 0) ? 'an older' : 'a newer';
    throw new Error(`the dump is of ${age} version: restore it with that version, then update`);
  }
  const facts = await sql<{ name: string; value: string }[]>`select name, value from waybill_ops.facts`;
  const mine = new Map(facts.map((fact) => [fact.name, fact.value]));
  const foreign = Object.entries(manifest.keys).find(([name, value]) => mine.get(name) !== value);
  if (foreign && !otherKeys) {
    throw new Error(
      `the dump's personal data is sealed with another ${foreign[0]}: put its .data/secrets in place first ` +
        '(or restore with --other-keys and never read it again)',
    );
  }
}

/** Rows hold numbers of transactions, and readers of events compare them with the running ones: time must not go back. */
async function passTransactions(sql: ISql, nextXid: string): Promise<void> {
  for (;;) {
    const [row] = await sql`
      select greatest(${nextXid}::numeric - pg_snapshot_xmax(pg_current_snapshot())::text::numeric, 0)::text as missing`;
    const missing = Number(row?.missing ?? 0);
    if (missing === 0) return;
    const round = Math.min(missing, XIDS_PER_ROUND);
    const loop = `for i in 1..${round} loop perform pg_current_xact_id(); commit; end loop`;
    await sql.unsafe(`set synchronous_commit = off`);
    await sql.unsafe(`do $$ begin ${loop}; end $$`).simple();
  }
}

function foreignKeys(sql: ISql): Promise<ForeignKey[]> {
  return sql<ForeignKey[]>`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)`;
}

class Copy {
  private constructor(private readonly stream: Writable) {}

  static async into(sql: ISql, { table, columns }: DumpTable): Promise<Copy> {
    return new Copy(await sql.unsafe(`copy ${table} (${columns.join(', ')}) from stdin`).writable());
  }

  async write(piece: Buffer): Promise<void> {
    if (!this.stream.write(Buffer.from(piece))) await once(this.stream, 'drain');
  }

  async end(): Promise<void> {
    this.stream.end();
    await finished(this.stream);
  }
}

async function fill(sql: ISql, file: string): Promise<Ending> {
  let copy: Copy | undefined;
  let current: DumpTable | undefined;
  let sequences: Manifest['sequences'] = [];
  let counted: Ending = { rows: {} };
  await readDump(file, {
    manifest: async (manifest) => {
      sequences = manifest.sequences;
    },
    table: async (table) => {
      current = table;
    },
    rows: async (piece) => {
      if (current) copy ??= await Copy.into(sql, current);
      await copy?.write(piece);
    },
    tableEnd: async () => {
      await copy?.end();
      copy = undefined;
    },
    ending: async (ending) => {
      counted = ending;
    },
  });
  for (const { name, value, called } of sequences)
    await sql`select setval(${name}::regclass, ${value}, ${called})`;
  return counted;
}

async function verify(sql: ISql, { rows }: Ending): Promise<void> {
  for (const [table, expected] of Object.entries(rows)) {
    const [row] = await sql.unsafe(`select count(*)::int as found from ${table}`);
    if (row?.found !== expected)
      throw new Error(`${table} has ${row?.found} rows after restoring, not ${expected}`);
  }
}

/** All or nothing: keys between tables are taken away, and checked again when they come back after the rows. */
async function refill(sql: ISql, file: string): Promise<Ending> {
  const keys = await foreignKeys(sql);
  for (const { table, name } of keys) await sql.unsafe(`alter table ${table} drop constraint ${name}`);
  const queue = (await tablesToDump(sql)).filter(({ table }) => table.startsWith('graphile_worker.'));
  if (queue.length > 0) await sql.unsafe(`truncate ${queue.map(({ table }) => table).join(', ')}`);
  const ending = await fill(sql, file);
  for (const { table, name, definition } of keys) {
    await sql.unsafe(`alter table ${table} add constraint ${name} ${definition}`);
  }
  await verify(sql, ending);
  // The workers that held these died with the old database.
  await sql`update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null`;
  await sql`update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null`;
  await sql`insert into waybill_ops.facts (name, value) values ('demo', 'done') on conflict (name) do update set value = 'done'`;
  return ending;
}

async function readManifest(file: string): Promise<Manifest> {
  let found: Manifest | undefined;
  const enough = new Error('enough');
  const stop = async () => {
    throw enough;
  };
  await readDump(file, {
    manifest: async (manifest) => {
      found = manifest;
      await stop();
    },
    table: stop,
    rows: stop,
    tableEnd: stop,
    ending: stop,
  }).catch((error: unknown) => {
    if (error !== enough) throw error;
  });
  if (!found) throw new Error('the dump is empty');
  return found;
}

/** Fills an empty, prepared database from a dump, and proves the counts. Returns the rows per table. */
export async function restoreDatabase(ownerUrl: string, file: string, options: Options = {}) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const manifest = await readManifest(file);
    await refuseUnlessFitting(sql, manifest, options);
    await refuseUnlessEmpty(sql);
    const { rows } = await sql.begin((tx) => refill(tx, file));
    await passTransactions(sql, manifest.nextXid);
    await sql.unsafe('analyze');
    return rows;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
