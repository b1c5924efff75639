import NextAuth, { CredentialsSignin, type NextAuthConfig } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { SESSION_SECONDS } from '@/lib/access/session-life';
import { findSession } from '@/lib/access/session-row';
import { signIn as openSession, signInInput } from '@/lib/access/sign-in';
import { signOut as endSession } from '@/lib/access/sign-out';
import { env } from '@/lib/core/env';
import { DomainError } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { requestInfo } from './request';
import { isSecureSite, sessionCookieName } from './session-cookie';

/** Carries why a sign-in was refused through next-auth, in our own words. */
class Refused extends CredentialsSignin {
  override code = 'refused';
  constructor(readonly refusal: DomainError) {
    super();
  }
}

/** Why next-auth did not sign somebody in: our own refusal again, or whatever else failed. */
export function refusalIn(error: unknown): unknown {
  if (error instanceof Refused) return error.refusal;
  const { cause } = error as { cause?: unknown };
  return (cause as { err?: unknown } | null)?.err ?? error;
}

const credentials = Credentials({
  credentials: { email: {}, password: { type: 'password' } },
  authorize: async (given) => {
    const parsed = signInInput.safeParse(given);
    if (!parsed.success) return null;
    try {
      const { sessionId, userId } = await openSession(await requestInfo(), parsed.data);
      return { id: userId, sid: sessionId };
    } catch (error) {
      throw error instanceof DomainError ? new Refused(error) : error;
    }
  },
});

/** The cookie only names a session; every request looks the session up (`getSession`). */
function config(): NextAuthConfig {
  const secure = isSecureSite();
  return {
    providers: [credentials],
    secret: env().AUTH_SECRET,
    // The address differs from port to port, and redirects stay on this site (see `redirect`).
    trustHost: true,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/account', error: '/sign-in' },
    cookies: {
      sessionToken: {
        name: sessionCookieName(secure),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    callbacks: { jwt: keepSessionId, redirect: ({ baseUrl }) => baseUrl },
    events: { signOut: endSignedOut },
    logger: { error: logError, warn: () => {}, debug: () => {} },
  };
}

type JwtCallback = NonNullable<NonNullable<NextAuthConfig['callbacks']>['jwt']>;

const keepSessionId: JwtCallback = async ({ token, user }) => {
  if (user) return { sub: user.id, sid: 'sid' in user ? user.sid : undefined };
  const { sid, sub } = token;
  if (!isId('ses', sid) || !isId('usr', sub)) return null;
  return (await findSession(sid, sub, (await requestInfo()).now)) ? token : null;
};

async function endSignedOut(message: object): Promise<void> {
  const token = 'token' in message ? (message.token as { sid?: unknown; sub?: unknown } | null) : null;
  if (!isId('ses', token?.sid) || !isId('usr', token?.sub)) return;
  await endSession(await requestInfo(), { sessionId: token.sid, userId: token.sub });
}

function logError(error: Error): void {
  if (!(error instanceof CredentialsSignin)) log().error({ err: error }, 'signing in failed');
}

export const { handlers, signIn, signOut } = NextAuth(config);
