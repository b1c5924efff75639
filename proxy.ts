import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/core/env';
import { contentPolicy, securityHeaders } from '@/lib/web/content-policy';
import { problemResponse, refuse } from '@/lib/web/problem-json';
import { REQUEST_ID_HEADER, requestIdFrom } from '@/lib/web/request-id';
import { isSecureSite, sessionCookieName } from '@/lib/web/session-cookie';

/** An address that no store can have. */
const NOWHERE = '/-';
const OPEN = /^\/(sign-in$|s\/)/;

/**
 * Before every page: its id, its nonce and its headers. Somebody without a session cookie is shown the way to the
 * sign-in page; that is all it decides. Who may see what is decided where it is read.
 */
export default function proxy(request: NextRequest): Response {
  const { pathname, search } = request.nextUrl;
  const readable = isReadable(pathname);
  if (pathname.startsWith('/api/')) return readable ? NextResponse.next() : noSuchAddress(request);
  const secure = isSecureSite();
  const nonce = randomBytes(16).toString('base64');
  const policy = contentPolicy(nonce, env().NODE_ENV === 'development');
  const requestId = requestIdFrom(request.headers.get(REQUEST_ID_HEADER), env().TRUST_PROXY);

  const inner = new Headers(request.headers);
  inner.set('x-nonce', nonce);
  inner.set('content-security-policy', policy);
  inner.set('x-path', `${pathname}${search}`);
  inner.set(REQUEST_ID_HEADER, requestId);

  const response = mustSignIn(request, secure)
    ? NextResponse.redirect(signInUrl(request))
    : readable
      ? NextResponse.next({ request: { headers: inner } })
      : NextResponse.rewrite(new URL(NOWHERE, request.url), { request: { headers: inner } });
  const outer = { ...securityHeaders(secure), 'content-security-policy': policy };
  for (const [name, value] of Object.entries(outer)) response.headers.set(name, value);
  response.headers.set(REQUEST_ID_HEADER, requestId);
  return response;
}

/** Next itself fails at an escape that is none, without a word. */
function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

function noSuchAddress(request: NextRequest): Response {
  const requestId = requestIdFrom(request.headers.get(REQUEST_ID_HEADER), env().TRUST_PROXY);
  const response = problemResponse(refuse(404, 'NOT_FOUND', 'web.api.notFound'), requestId);
  response.headers.set(REQUEST_ID_HEADER, requestId);
  return response;
}

function mustSignIn(request: NextRequest, secure: boolean): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  return !OPEN.test(request.nextUrl.pathname) && !request.cookies.has(sessionCookieName(secure));
}

function signInUrl(request: NextRequest): URL {
  const { pathname, search } = request.nextUrl;
  const url = new URL('/sign-in', request.url);
  if (pathname !== '/') url.searchParams.set('next', `${pathname}${search}`);
  return url;
}

// An upload goes by: what passes here is held in memory and cut off at 10 MB.
export const config = {
  matcher: [
    '/((?!api/|_next/|[^/]+/imports/upload$|favicon\\.ico|icon\\.svg|robots\\.txt).*)',
    '/api/v1/(.*%.*)',
  ],
};
