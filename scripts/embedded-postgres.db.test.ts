import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { type Embedded, runningEmbedded, startEmbedded } from './embedded-postgres';
import { gone, isAlive } from './processes';

const home = fs.mkdtempSync(path.join(tmpdir(), 'waybill-embedded-'));
const dir = path.join(home, 'postgres');
const options = { dir, password: 'only for this test', port: 57_400 };
const started: Embedded[] = [];

async function start(): Promise<Embedded> {
  const server = await startEmbedded(options);
  started.push(server);
  return server;
}

async function ask(url: string, statement: string) {
  const sql = postgres(url, { max: 1 });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

afterAll(async () => {
  await started.at(-1)?.stop('immediate');
  fs.rmSync(home, { recursive: true, force: true });
});

describe('startEmbedded', () => {
  it('makes a cluster, serves the owner, and stops', async () => {
    const server = await start();
    expect(server.adopted).toBe(false);
    const rows = await ask(
      server.url,
      'select current_user as who, datlocale from pg_database where datname = current_database()',
    );
    expect(rows[0]).toEqual({ who: 'waybill', datlocale: 'C.UTF-8' });
    expect(runningEmbedded(dir, options.password)).toEqual({ url: server.url, port: server.port });
    expect(await server.stop()).toEqual({ stillUsedBy: [] });
    expect(server.isRunning()).toBe(false);
    expect(runningEmbedded(dir, options.password)).toBeUndefined();
  });

  it('keeps what was committed when the server is killed', async () => {
    const server = await start();
    await ask(server.url, 'create table kept as select 42 as answer');
    process.kill(server.pid, 'SIGKILL');
    expect(await gone(server.pid, 5000)).toBe(true);
    const again = await start();
    expect(again.pid).not.toBe(server.pid);
    expect(await ask(again.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('joins a server that runs, and leaves it to the others', async () => {
    const joined = await start();
    expect(joined.adopted).toBe(true);
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    const pid = Number(other.pid);
    const { identityOf } = await import('./processes');
    fs.writeFileSync(path.join(`${dir}.users`, String(pid)), identityOf(pid));
    const { stillUsedBy } = await joined.stop();
    expect(stillUsedBy.map((user) => user.pid)).toEqual([pid]);
    expect(joined.isRunning()).toBe(true);
    other.kill('SIGKILL');
    await gone(pid, 5000);
    expect(await (await start()).stop()).toEqual({ stillUsedBy: [] });
    expect(joined.isRunning()).toBe(false);
  });

  it('starts although the number in a stale postmaster.pid is another process’s now', async () => {
    const server = await start();
    const left = fs.readFileSync(path.join(dir, 'postmaster.pid'), 'utf8');
    await server.stop();
    const stranger = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    fs.writeFileSync(path.join(dir, 'postmaster.pid'), left.replace(/^\d+/, String(stranger.pid)));
    const again = await start();
    expect(again.isRunning()).toBe(true);
    expect(isAlive(Number(stranger.pid))).toBe(true);
    stranger.kill('SIGKILL');
  });
});
