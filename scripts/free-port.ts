import { connect, createServer } from 'node:net';

const HIGHEST = 65535;
const TRIES = 200;

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

// Somebody on the other loopback address would answer a browser that asks for "localhost".
function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 500 });
    const done = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
    socket.once('timeout', () => done(false));
  });
}

async function isFree(port: number, host: string): Promise<boolean> {
  if (!(await canListen(port, host))) return false;
  const taken = await Promise.all([answers(port, '127.0.0.1'), answers(port, '::1')]);
  return !taken.includes(true);
}

function anyPort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** The wanted port, or the next one above it that nobody uses; any free one for 0. */
export async function freePort(wanted: number, host = '127.0.0.1'): Promise<number> {
  if (wanted === 0) return anyPort(host);
  for (let port = wanted; port <= Math.min(wanted + TRIES, HIGHEST); port++) {
    if (await isFree(port, host)) return port;
  }
  throw new Error(`no free port from ${wanted} on ${host}: is ${host} an address of this machine?`);
}
