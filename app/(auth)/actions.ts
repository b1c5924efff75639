'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { editAccount } from '@/lib/access/edit-account';
import { signInInput } from '@/lib/access/sign-in';
import { signOut } from '@/lib/access/sign-out';
import { isLocale, LOCALES, type Locale } from '@/lib/i18n/locales';
import { action } from '@/lib/web/action';
import { signIn as authSignIn, signOut as authSignOut, refusalIn } from '@/lib/web/auth';
import { setLocaleCookie } from '@/lib/web/locale-cookie';
import { getSession, isOwnPath } from '@/lib/web/session';

export const signInAction = action({
  who: 'anybody',
  input: signInInput.extend({ next: z.string().max(2000).default('/') }),
  run: async (_request, { email, password, next }) => {
    await authSignIn('credentials', { email, password, redirect: false }).catch((error) => {
      throw refusalIn(error);
    });
    const session = await getSession();
    if (isLocale(session?.locale)) await setLocaleCookie(session.locale);
    redirect(isOwnPath(next) ? next : '/');
  },
});

export const signOutAction = action({
  who: 'anybody',
  as: 'post',
  input: z.unknown(),
  run: async (request) => {
    const session = await getSession();
    if (session) await signOut(request, { sessionId: session.id, userId: session.userId });
    await authSignOut({ redirect: false });
    redirect('/sign-in');
  },
});

/** The language of this browser, and of the person when somebody is signed in. */
export const switchLocaleAction = action({
  who: 'anybody',
  as: 'call',
  input: z.enum(LOCALES),
  run: (_request, locale) => chooseLocale(locale),
});

/** The same from a form, before any script runs. */
export const postLocaleAction = action({
  who: 'anybody',
  as: 'post',
  input: z.object({ locale: z.enum(LOCALES) }),
  run: (_request, { locale }) => chooseLocale(locale),
});

async function chooseLocale(locale: Locale): Promise<void> {
  await setLocaleCookie(locale);
  const session = await getSession();
  if (session) await editAccount(session.userId, { locale });
}
