import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { StatePanel } from '@/components/ui/state-panel';
import { requireSession } from '@/lib/web/session';

/** The way in: to the person's first store. */
export default async function StartPage() {
  const session = await requireSession('/');
  const [first] = session.stores;
  if (first) redirect(`/${first.store.slug}`);
  const t = await getTranslations('auth');
  return (
    <main className="pt-[12vh]">
      <StatePanel
        asPage
        title={t('noStore.title')}
        actions={<LinkButton href="/account">{t('account.title')}</LinkButton>}
      >
        {t('noStore.body', { email: session.email })}
      </StatePanel>
    </main>
  );
}
