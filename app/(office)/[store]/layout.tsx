import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { OfficeShell } from '@/components/shell/office-shell';
import type { ShellStore } from '@/components/shell/shell-props';
import { ClientMessages } from '@/i18n/client-messages';
import { may } from '@/lib/access/allow';
import { initialsOf } from '@/lib/access/initials';
import type { StoreMembership } from '@/lib/access/session-row';
import { countWaiting } from '@/lib/fulfilment/count-waiting';
import { storePage } from '@/lib/web/store-page';
import { signOutAction, switchLocaleAction } from '../../(auth)/actions';
import { placesOf } from './places';

/** What the store's client components say; pages that wrap their own areas replace these. */
const AREAS = ['shell', 'orders', 'catalog', 'customers', 'stock', 'settings', 'access', 'web'];

export default async function StoreLayout(props: {
  children: ReactNode;
  params: Promise<{ store: string }>;
}) {
  const { store: slug } = await props.params;
  const { ctx, session, store } = await storePage(slug);
  const t = await getTranslations('access');
  const imports = await getTranslations('imports');
  const waiting = may(ctx, 'order.read') ? await countWaiting(ctx) : null;
  const { name, email } = session;
  return (
    <ClientMessages areas={AREAS} timeZone={store.timeZone}>
      <OfficeShell
        store={shellStore(store)}
        stores={session.stores.map(({ store }) => shellStore(store))}
        user={{ name, email, initials: initialsOf(name) }}
        places={placesOf(ctx, waiting ? { fulfilment: waiting } : {})}
        actions={[
          ...(may(ctx, 'order.write')
            ? [{ id: 'new-order', label: t('actions.newOrder'), href: `/${slug}/orders/new` }]
            : []),
          ...(may(ctx, 'data.import')
            ? [{ id: 'imports', label: imports('title'), href: `/${slug}/imports` }]
            : []),
        ]}
        searchHref={`/${slug}/search`}
        accountHref="/account"
        switchLocale={switchLocaleAction}
        signOut={signOutAction}
      >
        {props.children}
      </OfficeShell>
    </ClientMessages>
  );
}

function shellStore({ slug, name, initials, brandColor, isDemo }: StoreMembership['store']): ShellStore {
  return { slug, name, initials, color: brandColor, isDemo };
}
