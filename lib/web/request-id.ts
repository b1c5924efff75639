import { randomBytes } from 'node:crypto';

export const REQUEST_ID_HEADER = 'x-request-id';

const SHAPE = /^[A-Za-z0-9_-]{8,64}$/;

/** Short enough to be read out on the telephone: 16 letters and digits. */
export function newRequestId(): string {
  return randomBytes(10).toString('hex').slice(0, 16);
}

/** The id a trusted neighbour gave the request, or a new one. */
export function requestIdFrom(header: string | null, trusted: boolean): string {
  return trusted && header && SHAPE.test(header) ? header : newRequestId();
}
