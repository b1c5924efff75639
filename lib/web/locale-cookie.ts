import { cookies } from 'next/headers';
import { LOCALE_COOKIE, type Locale } from '@/lib/i18n/locales';
import { isSecureSite } from './session-cookie';

const YEAR_SECONDS = 365 * 24 * 3600;

/** Remembers a language in this browser. Scripts may read it: it is no secret. */
export async function setLocaleCookie(locale: Locale): Promise<void> {
  const jar = await cookies();
  jar.set(LOCALE_COOKIE, locale, {
    path: '/',
    maxAge: YEAR_SECONDS,
    sameSite: 'lax',
    secure: isSecureSite(),
  });
}
