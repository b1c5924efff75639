import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { cache } from 'react';
import { findSession, type Session } from '@/lib/access/session-row';
import { touchSession } from '@/lib/access/touch-session';
import { markOutage } from './outage';
import { requestInfo } from './request';
import { isSecureSite, readSessionCookie, sessionCookieName } from './session-cookie';

/**
 * Who is signed in, or null. Once per request: one decryption and one database round trip, never next-auth's own
 * `auth()`. A revoked or expired session and a disabled person are nobody, at once.
 */
export const getSession = cache(async (): Promise<Session | null> => {
  const jar = await cookies();
  const claims = await readSessionCookie(jar.get(sessionCookieName(isSecureSite()))?.value);
  if (!claims) return null;
  const { now } = await requestInfo();
  try {
    const session = await findSession(claims.sessionId, claims.userId, now);
    if (session) after(() => touchSession(session, now).catch(() => undefined));
    return session;
  } catch (error) {
    throw markOutage(error);
  }
});

/** For pages: the session, or the way to the sign-in page and back here. */
export async function requireSession(backTo: string): Promise<Session> {
  const session = await getSession();
  if (!session) redirect(signInPath(backTo));
  return session;
}

export const signInPath = (backTo: string): string =>
  isOwnPath(backTo) && backTo !== '/' ? `/sign-in?next=${encodeURIComponent(backTo)}` : '/sign-in';

/** A path of this site: never an address elsewhere, in any spelling browsers take for one. */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])/.test(path) && !/[\\\p{Cc}]/u.test(path);
}
