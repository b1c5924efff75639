import type { Problem } from '@/lib/core/errors';
import { translator } from '@/lib/i18n/translator';
import type { FailureCode } from './action-result';
import { type Failure, sentence } from './failures';

/** How a failure is answered over HTTP. Most follow from the code; the edge's own say it themselves. */
export type ApiFailure = Omit<Failure, 'code'> & {
  code: FailureCode | ApiCode;
  status: number;
  headers?: Record<string, string>;
};
export type ApiCode =
  | 'UNAUTHENTICATED'
  | 'METHOD_NOT_ALLOWED'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'TOO_LARGE'
  | 'MALFORMED'
  | 'TOO_MANY_REQUESTS'
  | 'IDEMPOTENCY_KEY_MISSING'
  | 'IDEMPOTENCY_KEY_IN_USE'
  | 'IDEMPOTENCY_KEY_REUSED';

const STATUS: Record<FailureCode, number> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  INVALID: 422,
  CONFLICT: 409,
  LIMIT: 422,
  UPSTREAM: 502,
  SIGNED_OUT: 401,
  UNAVAILABLE: 503,
  BUG: 500,
};

export const statusOf = (code: FailureCode): number => STATUS[code];

export function apiFailure(failure: Failure): ApiFailure {
  return { ...failure, status: statusOf(failure.code) };
}

export function refuse(
  status: number,
  code: ApiCode | FailureCode,
  key: string,
  params?: Record<string, string | number>,
  headers?: Record<string, string>,
): ApiFailure {
  return { status, code, key, problems: [], ...(params && { params }), ...(headers && { headers }) };
}

/** RFC 9457. `code` and each error's `code` are stable; `detail` is English for people. */
export function problemResponse(failure: ApiFailure, requestId: string): Response {
  const translate = translator('en');
  const fallback = `web.codes.${failure.code in STATUS ? failure.code : 'INVALID'}`;
  const one = ({ pointer, key, params }: Problem) => ({
    pointer,
    code: key,
    detail: sentence(translate, key, params, 'web.problems.wrong'),
  });
  const body = {
    type: `urn:waybill:problem:${failure.code.toLowerCase().replaceAll('_', '-')}`,
    title: TITLES[failure.status] ?? 'Error',
    status: failure.status,
    detail: sentence(translate, failure.key, failure.params, fallback),
    code: failure.code,
    reason: failure.key,
    ...(failure.problems.length > 0 && { errors: failure.problems.map(one) }),
    requestId,
  };
  const retry = failure.retryAfterSeconds;
  return new Response(JSON.stringify(body), {
    status: failure.status,
    headers: {
      'content-type': 'application/problem+json',
      ...(retry !== undefined && { 'retry-after': String(retry) }),
      ...failure.headers,
    },
  });
}

const TITLES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};
