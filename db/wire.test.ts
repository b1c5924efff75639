import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { connect, openLine } from './client';
import { appUrl } from './urls';
import { openWire } from './wire';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const listen = (server: Server, port = 0) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });

test('what is said in one go arrives in one piece, and nothing waits for an answer', async () => {
  const chunks: number[] = [];
  const server = createServer((socket) => socket.on('data', (chunk) => chunks.push(chunk.length)));
  const port = await listen(server);
  const socket = openWire({ host: ['127.0.0.1'], port: [port] });
  closing.push(
    () => socket.destroy(),
    () => server.close(),
  );
  await new Promise((resolve) => socket.once('connect', resolve));
  for (let n = 0; n < 3; n++) socket.write(Buffer.alloc(2_000));
  expect(socket).toMatchObject({ writableCorked: 1, writableLength: 6_000 });
  await expect.poll(() => chunks).toEqual([6_000]);
  socket.write(Buffer.alloc(10));
  await expect.poll(() => chunks).toEqual([6_000, 10]);
});

/** A way to the database that can be cut and mended. */
async function breakable() {
  const target = new URL(appUrl());
  const sockets = new Set<Socket>();
  const pipe = (client: Socket) => {
    const upstream = dial(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    client.pipe(upstream).pipe(client);
  };
  let server = createServer(pipe);
  const port = await listen(server);
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const mend = async () => {
    server = createServer(pipe);
    await listen(server, port);
  };
  closing.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const own = new URL(target);
  own.port = String(port);
  return { url: own.href, cut, mend };
}

describe('when the database goes away', () => {
  test('each request fails at once, and the next one after it is back does not', async () => {
    const way = await breakable();
    const sql = connect(way.url, 2);
    closing.push(() => void sql.end({ timeout: 0 }));
    expect(await sql`select 1 as one`).toMatchObject([{ one: 1 }]);
    await way.cut();
    for (let n = 0; n < 5; n++) {
      await expect(sql`select 1 as one`).rejects.toThrow(/ECONNREFUSED|CONNECTION|ECONNRESET/);
    }
    await way.mend();
    const both = await Promise.all([sql`select 1 as one`, sql`select 2 as one`, sql`select 3 as one`]);
    expect(both.map(([row]) => row?.one)).toEqual([1, 2, 3]);
  });

  test('a connection that breaks while it opens fails at once', async () => {
    const target = new URL(appUrl());
    // It ends where the first statement comes.
    const server = createServer((client) => {
      const upstream = dial(Number(target.port), target.hostname);
      for (const socket of [client, upstream]) socket.on('error', () => socket.destroy());
      upstream.pipe(client);
      client.on('data', (said) => (said.includes('select 1') ? client.destroy() : upstream.write(said)));
      client.on('close', () => upstream.destroy());
    });
    const own = new URL(target);
    own.port = String(await listen(server));
    closing.push(() => server.close());
    await expect(openLine(own.href)).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
  });

  test('several hosts are tried in turn', async () => {
    const { hostname, port } = new URL(appUrl());
    const nobody = createServer();
    const dead = await listen(nobody);
    await new Promise((resolve) => nobody.close(resolve));
    const url = appUrl().replace(`${hostname}:${port}`, `127.0.0.1:${dead},${hostname}:${port}`);
    const sql = connect(url, 1);
    closing.push(() => void sql.end({ timeout: 0 }));
    expect(await sql`select 1 as one`).toMatchObject([{ one: 1 }]);
  });
});
