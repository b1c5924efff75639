import { decode, encode, type JWT } from 'next-auth/jwt';
import { SESSION_SECONDS } from '@/lib/access/session-life';
import { env } from '@/lib/core/env';
import { type Id, isId, type UserId } from '@/lib/core/ids';

export const isSecureSite = (): boolean => env().PUBLIC_URL.startsWith('https:');

/** The `__Host-` prefix binds the cookie to this host over https; plain http can not have it. */
export const sessionCookieName = (secure: boolean): string =>
  secure ? '__Host-waybill.session' : 'waybill.session';

export type SessionClaims = { sessionId: Id<'ses'>; userId: UserId };

/** Who a cookie claims to be; null when it was not made by us, or is too old. */
export async function readSessionCookie(token: string | undefined): Promise<SessionClaims | null> {
  if (!token) return null;
  const salt = sessionCookieName(isSecureSite());
  const claims = await decode<JWT>({ token, secret: env().AUTH_SECRET, salt }).catch(() => null);
  return claims && isId('ses', claims.sid) && isId('usr', claims.sub)
    ? { sessionId: claims.sid, userId: claims.sub }
    : null;
}

/** For tests and tools: the cookie a sign-in would set. */
export function writeSessionCookie({ sessionId, userId }: SessionClaims): Promise<string> {
  const salt = sessionCookieName(isSecureSite());
  const token = { sid: sessionId, sub: userId };
  return encode({ token, secret: env().AUTH_SECRET, salt, maxAge: SESSION_SECONDS });
}
