import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { hasDemoStore } from '@/lib/access/has-demo-store';
import { isOutage } from '@/lib/web/outage';
import { getSession, isOwnPath } from '@/lib/web/session';
import { Brand } from '../brand';
import { LanguageButtons } from '../language-buttons';
import { SignInForm } from './sign-in-form';

const DEMO = { email: 'demo@waybill.example', password: 'waybill-demo' };

type Search = { next?: string | string[]; error?: string | string[] };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth');
  return { title: t('signIn.title') };
}

export default async function SignInPage(props: { searchParams: Promise<Search> }) {
  const { next, error } = await props.searchParams;
  const wanted = typeof next === 'string' && isOwnPath(next) ? next : '/';
  const state = await lookAround();
  if (state === 'signed-in') redirect(wanted);
  const t = await getTranslations('auth');
  return (
    <div className="grid min-h-dvh grid-rows-[auto_1fr_auto] px-4">
      <header className="flex h-14 items-center justify-end">
        <LanguageButtons />
      </header>
      <main className="mx-auto flex w-full max-w-[372px] flex-col justify-center pb-[8vh]">
        <div className="mb-6 flex justify-center">
          <Brand name={t('brand')} />
        </div>
        <div className="rounded-[12px] border bg-surface p-6 sm:p-7">
          <h1 className="text-title font-semibold tracking-[-0.01em]">{t('signIn.title')}</h1>
          <p className="mt-1 mb-5 text-ink-2">{t('signIn.lead')}</p>
          <SignInForm
            next={wanted}
            demo={state === 'demo' ? DEMO : null}
            notice={await noticeFor(state, error !== undefined)}
          />
        </div>
        <p className="mt-5 px-2 text-center text-13 text-ink-3">{t('signIn.help')}</p>
      </main>
    </div>
  );
}

async function lookAround(): Promise<'signed-in' | 'demo' | 'plain' | 'away'> {
  try {
    if (await getSession()) return 'signed-in';
    return (await hasDemoStore()) ? 'demo' : 'plain';
  } catch (error) {
    if (isOutage(error)) return 'away';
    throw error;
  }
}

async function noticeFor(state: string, refused: boolean) {
  const t = await getTranslations();
  if (state === 'away') return <Notice tone="warn">{t('web.codes.UNAVAILABLE')}</Notice>;
  return refused ? <Notice tone="bad">{t('auth.signIn.refused')}</Notice> : null;
}
