import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LanguageSwitch } from './language-switch';
import { NavDrawer } from './nav-drawer';
import { OfficeKeys } from './office-keys';
import { PlaceLinks } from './place-links';
import { SearchBox } from './search-box';
import type { ShellProps } from './shell-props';
import { StoreSwitcher } from './store-switcher';
import { UserMenu } from './user-menu';

/** The frame of the back office: places on the left, search above, the page in the middle. */
export function OfficeShell(props: ShellProps & { children: ReactNode }) {
  const t = useTranslations('shell');
  const { store, stores, places, actions = [] } = props;
  return (
    <div className="grid [--sticky-top:48px] min-h-dvh grid-cols-[216px_minmax(0,1fr)] max-lg:grid-cols-1">
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-accent px-3 py-2 font-medium text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skip')}
      </a>
      <aside className="sticky top-0 flex h-dvh flex-col border-r px-2.5 py-3 max-lg:hidden">
        <StoreSwitcher store={store} stores={stores} />
        <PlaceLinks places={places} />
      </aside>
      <div className="flex min-w-0 flex-col">
        <header className="sticky top-0 z-30 flex h-12 items-center gap-3 border-b bg-paper px-6 max-sm:px-3">
          <NavDrawer store={store} stores={stores} places={places} />
          <SearchBox places={places} actions={actions} searchHref={props.searchHref} />
          <div className="ml-auto flex shrink-0 items-center gap-2">
            <LanguageSwitch onChoose={props.switchLocale} />
            <UserMenu user={props.user} accountHref={props.accountHref} onSignOut={props.signOut} />
          </div>
        </header>
        <main id="content" tabIndex={-1} className="page outline-none">
          {props.children}
        </main>
      </div>
      <OfficeKeys places={places} />
    </div>
  );
}
