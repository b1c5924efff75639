import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import { env } from '@/lib/core/env';

const FORWARDED = ['forwarded', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'x-real-ip'];

/**
 * Takes forwarded headers off every request before Next sees it, unless a trusted proxy stands in front: Next keeps
 * a client's own `x-forwarded-for`, which would let anybody choose the address their attempts are counted under.
 */
export function takeAddressFromSocket(): void {
  if (env().TRUST_PROXY) return;
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request?: unknown };
    if (!(request instanceof IncomingMessage)) return;
    for (const name of FORWARDED) delete request.headers[name];
    request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? '';
  });
}
