import * as fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import postgres, { type ISql } from 'postgres';
import {
  type DumpTable,
  END_OF_ROWS,
  type Ending,
  FORMAT,
  type Manifest,
  migrationsOf,
  tablesToDump,
} from './dump-format';

const ROWS_AT_ONCE = 500;

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

async function manifestOf(sql: ISql): Promise<Manifest> {
  const [next] = await sql`select pg_snapshot_xmax(pg_current_snapshot())::text as xid`;
  const facts = await sql`select name, value from waybill_ops.facts where name ~ '^(BLIND_KEY|SEAL_KEYS)'`;
  const names = await sql`
    select format('%I.%I', schemaname, sequencename) as name from pg_sequences
    where schemaname in ('public', 'graphile_worker') order by 1`;
  const sequences: Manifest['sequences'] = [];
  for (const { name } of names) {
    const [state] = await sql.unsafe(`select last_value::text as value, is_called as called from ${name}`);
    sequences.push({ name, value: String(state?.value), called: Boolean(state?.called) });
  }
  return {
    format: FORMAT,
    madeAt: new Date().toISOString(),
    migrations: await migrationsOf(sql),
    keys: Object.fromEntries(facts.map((fact) => [fact.name, fact.value])),
    nextXid: String(next?.xid),
    sequences,
  };
}

const BACKSLASH = "'\\'";

/** A value as COPY prints it. */
function cell(column: string): string {
  const slashes = `replace(${column}::text, ${BACKSLASH}, ${BACKSLASH} || ${BACKSLASH})`;
  const escaped = [
    [9, 't'],
    [10, 'n'],
    [13, 'r'],
  ].reduce((text, [code, letter]) => `replace(${text}, chr(${code}), ${BACKSLASH} || '${letter}')`, slashes);
  return `coalesce(${escaped}, ${BACKSLASH} || 'N')`;
}

/**
 * One table's rows in COPY's text form, read through a cursor. Not by COPY itself: where a table's last rows arrive in
 * one piece, postgres.js pauses its socket for the reader's sake and nothing ever resumes it.
 */
async function* rowsOf(sql: ISql, { table, columns }: DumpTable): AsyncGenerator<string> {
  const line = columns.map(cell).join(' || chr(9) || ');
  const rows = sql.unsafe<{ line: string }[]>(`select ${line} as line from ${table}`);
  for await (const some of rows.cursor(ROWS_AT_ONCE)) {
    if (some.length > 0) yield `${some.map((row) => row.line).join('\n')}\n`;
  }
}

async function* textOf(sql: ISql, done: Ending): AsyncGenerator<string> {
  yield `${JSON.stringify(await manifestOf(sql))}\n`;
  for (const table of await tablesToDump(sql)) {
    yield `${JSON.stringify(table)}\n`;
    let rows = 0;
    for await (const piece of rowsOf(sql, table)) {
      rows += countLines(piece);
      yield piece;
    }
    yield `${END_OF_ROWS}\n`;
    done.rows[table.table] = rows;
  }
  yield `${JSON.stringify(done)}\n`;
}

/** Writes all data, as of one moment, into a file that appears when it is complete. Returns the rows per table. */
export async function dumpDatabase(ownerUrl: string, file: string): Promise<Record<string, number>> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const half = `${file}.partial`;
  const done: Ending = { rows: {} };
  try {
    await sql.begin('isolation level repeatable read read only', async (tx) => {
      const out = fs.createWriteStream(half, { mode: 0o600 });
      await pipeline(Readable.from(textOf(tx, done)), createGzip({ level: 6 }), out);
    });
    fs.renameSync(half, file);
    return done.rows;
  } finally {
    fs.rmSync(half, { force: true });
    await sql.end({ timeout: 1 });
  }
}
