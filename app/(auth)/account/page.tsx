import { ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { StoreMark } from '@/components/shell/store-mark';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { listSessions } from '@/lib/access/list-sessions';
import { PASSWORD_MIN } from '@/lib/access/password-rules';
import type { StoreMembership } from '@/lib/access/session-row';
import { requestInfo } from '@/lib/web/request';
import { requireSession } from '@/lib/web/session';
import { signOutAction } from '../actions';
import { Brand } from '../brand';
import { LanguageButtons } from '../language-buttons';
import { PasswordForm } from './password-form';
import { PersonForm } from './person-form';
import { SessionList } from './session-list';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth');
  return { title: t('account.title') };
}

export default async function AccountPage() {
  const session = await requireSession('/account');
  const { now } = await requestInfo();
  const [open, locale, t] = await Promise.all([
    listSessions(session.userId, now),
    getLocale(),
    getTranslations('auth'),
  ]);
  const [first] = session.stores;
  return (
    <Frame store={first?.store}>
      <PersonForm name={session.name} email={session.email} locale={locale} />
      <Card title={t('account.stores.title')} flush>
        <Stores stores={session.stores} />
      </Card>
      <Card title={t('account.password.title')}>
        <PasswordForm email={session.email} min={PASSWORD_MIN} />
      </Card>
      <SessionList here={session.id} sessions={open} now={now} timeZone={first?.store.timeZone ?? 'UTC'} />
    </Frame>
  );
}

async function Frame(props: { store: StoreMembership['store'] | undefined; children: ReactNode }) {
  const t = await getTranslations('auth');
  const { store } = props;
  return (
    <div className="mx-auto flex w-full max-w-[640px] flex-col px-4 pb-16">
      <header className="flex h-14 items-center justify-between gap-3">
        <Link href="/" aria-label={t('brand')} className="rounded-control">
          <Brand name={t('brand')} />
        </Link>
        <div className="flex items-center gap-1">
          <LanguageButtons />
          <form action={signOutAction}>
            <Button type="submit" variant="quiet">
              {t('account.signOut')}
            </Button>
          </form>
        </div>
      </header>
      <main className="flex flex-col gap-4 pt-4">
        <div>
          {store ? (
            <Link
              href={`/${store.slug}`}
              className="mb-1 inline-flex items-center gap-1 text-13 text-ink-2 hover:text-ink"
            >
              <ChevronLeft aria-hidden="true" className="size-3.5" />
              {t('account.back', { store: store.name })}
            </Link>
          ) : null}
          <h1 className="text-title font-semibold tracking-[-0.01em]">{t('account.title')}</h1>
        </div>
        {props.children}
      </main>
    </div>
  );
}

async function Stores(props: { stores: StoreMembership[] }) {
  const t = await getTranslations();
  if (props.stores.length === 0) {
    return <p className="px-4 py-3 text-ink-2">{t('auth.account.stores.none')}</p>;
  }
  return (
    <ul className="divide-y">
      {props.stores.map(({ store, role }) => (
        <li key={store.id}>
          <Link href={`/${store.slug}`} className="flex items-center gap-3 px-4 py-2.5 hover:bg-sunken">
            <StoreMark store={{ ...store, color: store.brandColor }} />
            <span className="min-w-0 flex-1 truncate font-medium">{store.name}</span>
            <span className="text-13 text-ink-2">{t(`access.roles.${role}.name`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
