import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from './free-port';

const open: Server[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => new Promise((done) => server.close(done)))));

function occupy(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    open.push(server);
    server.listen(port, host, resolve);
  });
}

describe('freePort', () => {
  it('gives the wanted port when it is free', async () => {
    const port = await freePort(0);
    expect(await freePort(port)).toBe(port);
  });

  it.each(['127.0.0.1', '0.0.0.0', '::1'])('goes past a port taken on %s', async (host) => {
    const port = await freePort(0);
    await occupy(port, host);
    expect(await freePort(port)).toBeGreaterThan(port);
  });

  it('says that an address is not this machine’s', async () => {
    await expect(freePort(40_000, '203.0.113.9')).rejects.toThrow('203.0.113.9');
  });
});
