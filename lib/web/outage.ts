import { pgCode } from '@/lib/core/ctx';
import { OUTAGE_DIGEST } from './outage-digest';

/** What the driver and the network say when the database can not be reached. */
const GONE = new Set([
  'CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'CONNECTION_ENDED', 'CONNECT_TIMEOUT',
  'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH',
]); // biome-ignore format: a list
/** Postgres's own words for it: shutting down, starting, crashed, too many connections, connection trouble. */
const CLASSES = /^(57P0[1-5]|53300|08\w{3})$/;

/** Whether a failure means the database is away, not that something is wrong with the request. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errors, cause } = error as { code?: unknown; errors?: unknown; cause?: unknown };
  if (typeof code === 'string' && GONE.has(code)) return true;
  if (CLASSES.test(pgCode(error) ?? '')) return true;
  if (Array.isArray(errors) && errors.some(isOutage)) return true;
  return cause !== undefined && isOutage(cause);
}

/** For pages: the same failure, recognisable on the other side of React's wall. */
export function markOutage(error: unknown): unknown {
  if (!isOutage(error)) return error;
  return Object.assign(new Error('the database can not be reached', { cause: error }), {
    digest: OUTAGE_DIGEST,
  });
}
