import { Agent, request } from 'node:http';

export type HttpAnswer = { status: number; text: string };
export type HttpClient = {
  send: (path: string, options?: { body?: unknown; headers?: Record<string, string> }) => Promise<HttpAnswer>;
  close: () => void;
};

/** One client of a server on this machine: its connections stay open, and a lost answer is an error after 30 s. */
export function httpClient(origin: string, connections: number): HttpClient {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send: HttpClient['send'] = (path, { body, headers = {} } = {}) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const method = text === undefined ? 'GET' : 'POST';
      const content = text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }; // biome-ignore format: short
      const sent = request(
        new URL(path, origin),
        { method, agent, timeout: 30_000, headers: { ...content, ...headers } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
          );
        },
      );
      sent.on('timeout', () => sent.destroy(new Error('no answer in 30 s')));
      sent.on('error', reject);
      sent.end(text);
    });
  return { send, close: () => agent.destroy() };
}
