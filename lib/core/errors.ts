export type ErrorCode = 'NOT_FOUND' | 'FORBIDDEN' | 'INVALID' | 'CONFLICT' | 'LIMIT' | 'UPSTREAM';

/** One thing wrong with the input: where (a JSON pointer such as `/lines/0/quantity`) and a message key. */
export type Problem = { pointer: string; key: string; params?: Record<string, string | number> };

export type ErrorDetails = {
  params?: Record<string, string | number>;
  problems?: Problem[];
  retryAfterSeconds?: number;
};

/**
 * An expected failure. `key` names a message in the catalogues (`orders.errors.notPickable`);
 * whoever answers the caller (action, endpoint, job) turns it into words.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  constructor(
    readonly code: ErrorCode,
    readonly key: string,
    readonly details: ErrorDetails = {},
  ) {
    super(`${code} ${key}`);
  }
}

export const notFound = (key = 'ui.errors.notFound') => new DomainError('NOT_FOUND', key);
export const conflict = (key: string, params?: Record<string, string | number>) =>
  new DomainError('CONFLICT', key, params ? { params } : {});
export const invalid = (key: string, params?: Record<string, string | number>) =>
  new DomainError('INVALID', key, params ? { params } : {});

/** A bug, not a user's mistake: crash, log, show one plain sentence. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${message}`);
}
