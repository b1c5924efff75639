import { connect, createServer, type Socket } from 'node:net';

/** Longer than one process takes to write what it has to say, so that one pause is one turn. */
const PAUSE_MS = 10;

export type TripCounter = { url: string; turns: () => number; close: () => Promise<void> };

/**
 * A wire to the database that counts how often the client speaks and then waits: what it says before a pause goes on
 * as one turn, so statements sent together are one round trip even where the server could answer the first early.
 */
export async function countRoundTrips(databaseUrl: string): Promise<TripCounter> {
  const target = new URL(databaseUrl);
  let turns = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      socket.on('error', () => socket.destroy());
      sockets.add(socket);
    }
    let waiting: Buffer[] = [];
    let timer: NodeJS.Timeout | undefined;
    client.on('data', (chunk) => {
      waiting.push(Buffer.from(chunk));
      clearTimeout(timer);
      timer = setTimeout(() => {
        turns += 1;
        upstream.write(Buffer.concat(waiting));
        waiting = [];
      }, PAUSE_MS);
    });
    upstream.on('data', (chunk) => client.write(chunk));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the counting wire has no port');
  const url = new URL(databaseUrl);
  url.port = String(address.port);
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { url: url.href, turns: () => turns, close };
}
