import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { env } from './env';
import { redact } from './redact';

/** A log that writes to `sink` (stdout if none): one JSON object a line, personal data and secrets taken out. */
export function logTo(sink: DestinationStream | undefined, level: string): Logger {
  const options: LoggerOptions = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: (error: object) => error },
    formatters: { level: (label) => ({ level: label }), log: (fields) => redact(fields) },
    hooks: {
      logMethod(args, method) {
        const first: unknown = args[0];
        if (first instanceof Error && args.length === 1)
          args.splice(0, args.length, { err: first }, first.message);
        for (const [at, value] of args.entries()) {
          if (typeof value === 'string') args[at] = redact(value);
        }
        method.apply(this, args);
      },
    },
  };
  return sink ? pino(options, sink) : pino(options);
}

let root: Logger | undefined;

/** This process's log, on stdout. */
export function log(): Logger {
  root ??= logTo(undefined, env().LOG_LEVEL);
  return root;
}

/** A log whose every line carries the request's id (and, where there is one, the store's). */
export function requestLog(who: { requestId: string; store?: { slug: string } }): Logger {
  return log().child({ requestId: who.requestId, ...(who.store && { storeSlug: who.store.slug }) });
}
