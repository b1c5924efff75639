import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Command } from 'commander';
import postgres from 'postgres';
import { closePool } from '@/db/client';
import { transact } from '@/lib/core/ctx';
import { holds, type ImportReport } from '@/lib/exchange/import-report';
import { ctxOf, freshStore, insertStore } from '@/test/fresh-store';
import { importOrdersFile as importFile } from '@/test/import-orders';
import { startDurableDatabase } from './durable-database';
import { bareFloor } from './import-floor';
import { printTable } from './print-table';
import { writeSyntheticOrders } from './synthetic-orders';

type Options = { statements?: boolean; floor: boolean; synthetic?: string };

const command = new Command('npm run bench:import --')
  .description(
    'Imports a file of orders into an empty, durable database and compares it with bare inserts of the same rows.',
  )
  .argument('[file]', 'a file written as online-retail')
  .option('--synthetic <rows>', 'write and import a file of so many rows instead, such as 5000000')
  .option('--statements', 'also print the statements that took longest')
  .option('--no-floor', 'leave the bare inserts out')
  .action(async (file: string | undefined, options: Options) => {
    if (options.synthetic === undefined) {
      if (file === undefined) throw new Error('name a file, or --synthetic ROWS');
      return measure(file, options);
    }
    const folder = await mkdtemp(path.join(tmpdir(), 'bench-import-'));
    try {
      const synthetic = path.join(folder, 'synthetic.csv.gz');
      await writeSyntheticOrders(synthetic, Number(options.synthetic));
      return await measure(synthetic, options);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

const TICKS_PER_SECOND = 100;

const say = (text: string) => process.stdout.write(`${text}\n`);
const inSeconds = (ms: number) => (ms / 1000).toFixed(1);

async function measure(file: string, options: Options): Promise<void> {
  const database = await startDurableDatabase(
    options.statements ? { shared_preload_libraries: 'pg_stat_statements' } : {},
  );
  const sql = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    if (options.statements) await sql`create extension pg_stat_statements`;
    const { steps, tookMs, report, againMs, cpu } = await importTwice(file);
    const pids = await sql<
      { pid: number }[]
    >`select pid from pg_stat_activity where datname = current_database()`;
    const { rows } = report.file;
    printTable(
      `${rows} rows, ${report.file.documents} invoices`,
      ['step', 'seconds'],
      [...steps, ['whole import', inSeconds(tookMs)], ['the same file again', inSeconds(againMs)]],
    );
    say(`\n${Math.round(rows / (tookMs / 1000))} rows/s`);
    say(`peak memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
    say(
      `processor time: ${processorTime({ own: cpu, postgresSeconds: processorSeconds(pids.map(({ pid }) => pid)) })}`,
    );
    say(`proof: ${holds(report) ? 'holds' : 'FAILS'}`);
    if (options.statements) await printStatements(sql);
    if (options.floor) await compare(database.ownerUrl, tookMs);
  } finally {
    await closePool();
    await sql.end();
    await database.stop();
  }
}

type Measured = {
  steps: string[][];
  tookMs: number;
  againMs: number;
  report: ImportReport;
  cpu: NodeJS.CpuUsage;
};

async function importTwice(path: string): Promise<Measured> {
  const fresh = freshStore({ slug: 'bench' });
  const ctx = ctxOf(fresh, 'owner', new Date());
  await transact(ctx, (inner) => insertStore(inner, fresh));
  const input = { path, source: 'online-retail', currency: 'GBP', timeZone: 'Europe/London' };
  const before = process.cpuUsage();
  const startedAt = performance.now();
  const marks: [string, number][] = [];
  const onProgress = (status: string) => {
    if (marks.at(-1)?.[0] !== status) marks.push([status, performance.now()]);
  };
  const { report } = await importFile(ctx, { ...input, onProgress });
  const endedAt = performance.now();
  const cpu = process.cpuUsage(before);
  await importFile(ctx, input);
  const againMs = performance.now() - endedAt;
  const steps = marks.map(([status, at], i) => [
    status,
    inSeconds((marks[i + 1]?.[1] ?? endedAt) - (i === 0 ? startedAt : at)),
  ]);
  return { steps, tookMs: endedAt - startedAt, againMs, report, cpu };
}

/** What the import cost, whatever else the machine was doing: this process, and what Postgres's processes used. */
function processorTime(sum: { own: NodeJS.CpuUsage; postgresSeconds: number | null }): string {
  const own = (sum.own.user + sum.own.system) / 1e6;
  const postgresText = sum.postgresSeconds === null ? '' : `, Postgres ${sum.postgresSeconds.toFixed(1)} s`;
  return `this process ${own.toFixed(1)} s${postgresText}`;
}

/** The time processes have used so far, from /proc; null where there is none. */
function processorSeconds(pids: readonly number[]): number | null {
  try {
    const ticks = pids.map((pid) => {
      const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
      const fields = after.split(' ');
      return Number(fields[11]) + Number(fields[12]);
    });
    return ticks.reduce((a, b) => a + b, 0) / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}

async function compare(ownerUrl: string, tookMs: number): Promise<void> {
  const floor = await bareFloor(ownerUrl);
  say(`floor: the same ${floor.rows} rows by bare INSERT … SELECT unnest: ${inSeconds(floor.tookMs)} s`);
  say(`import / floor: ${(tookMs / floor.tookMs).toFixed(2)}`);
}

async function printStatements(sql: postgres.Sql): Promise<void> {
  const rows = await sql<{ calls: string; ms: string; text: string }[]>`
    select calls::text, round(total_exec_time)::text as ms, left(regexp_replace(query, '\\s+', ' ', 'g'), 90) as text
    from pg_stat_statements order by total_exec_time desc limit 15`;
  printTable(
    'statements',
    ['statement', 'calls', 'ms'],
    rows.map((row) => [row.text, row.calls, row.ms]),
  );
}

await command.parseAsync();
