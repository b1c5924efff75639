import { pgCode } from '@/lib/core/ctx';
import { DomainError, type Problem } from '@/lib/core/errors';
import { requestLog } from '@/lib/core/log';
import type { Translate } from '@/lib/i18n/translator';
import type { ActionFailure, FailureCode } from './action-result';
import { isOutage } from './outage';

/** A failure as the edge sees it, before it is put into words. */
export type Failure = {
  code: FailureCode;
  key: string;
  params?: Record<string, string | number>;
  problems: Problem[];
  retryAfterSeconds?: number;
};

/** Nobody is signed in, or the session ended: the person must sign in again. */
export const signedOut: Failure = { code: 'SIGNED_OUT', key: 'web.errors.signedOut', problems: [] };
export const foreignOrigin: Failure = { code: 'FORBIDDEN', key: 'web.errors.origin', problems: [] };

/** Postgres's class of data exceptions: a number or a date beyond what its column holds. */
const UNUSABLE_VALUE = /^22(003|008|007|021|P02|P05)$/;

export function invalidInput(problems: Problem[]): Failure {
  return { code: 'INVALID', key: 'web.errors.invalid', params: { count: problems.length }, problems };
}

/**
 * What an error means to whoever asked. Expected ones keep their own words; an unreachable database is told as such;
 * anything else is a bug: logged with the request's id, answered with one plain sentence.
 */
export function failureOf(error: unknown, who: { requestId: string; store?: { slug: string } }): Failure {
  if (error instanceof DomainError) {
    const { params, problems = [], retryAfterSeconds } = error.details;
    return {
      code: error.code,
      key: error.key,
      ...(params && { params }),
      problems,
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    };
  }
  if (UNUSABLE_VALUE.test(pgCode(error) ?? '')) {
    requestLog(who).warn({ err: error }, 'a value was refused by the database');
    return invalidInput([]);
  }
  const away = isOutage(error);
  requestLog(who).error({ err: error }, away ? 'the database can not be reached' : 'a request failed');
  return away
    ? { code: 'UNAVAILABLE', key: 'web.errors.unavailable', problems: [], retryAfterSeconds: 5 }
    : { code: 'BUG', key: 'web.errors.bug', problems: [] };
}

/** A failure in the reader's language. A key without words falls back to the plain sentence of its code. */
export function inWords(failure: Failure, translate: Translate, requestId: string): ActionFailure {
  return {
    ok: false,
    code: failure.code,
    message: sentence(translate, failure.key, failure.params, `web.codes.${failure.code}`),
    problems: failure.problems.map(({ pointer, key, params }) => ({
      pointer,
      key,
      message: sentence(translate, key, params, 'web.problems.wrong'),
    })),
    requestId,
  };
}

export function sentence(
  translate: Translate,
  key: string,
  params: Record<string, string | number> | undefined,
  fallback: string,
): string {
  const text = translate(key, params);
  return text === key ? translate(fallback) : text;
}
