'use client';

import { Check, ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Menu, MenuLink } from '@/components/ui/menu';
import type { ShellStore } from './shell-props';
import { StoreMark } from './store-mark';

/** The present store; with several it is a menu of them. */
export function StoreSwitcher(props: { store: ShellStore; stores: readonly ShellStore[] }) {
  const t = useTranslations('shell');
  const { store, stores } = props;
  if (stores.length < 2) {
    return (
      <div className="mb-1.5 flex items-center gap-2.5 px-2 py-1.5">
        <StoreName store={store} />
      </div>
    );
  }
  return (
    <Menu
      align="start"
      triggerClass="mb-1.5 flex w-full items-center gap-2.5 rounded-[6px] px-2 py-1.5 text-left hover:bg-sunken data-[popup-open]:bg-sunken"
      trigger={{
        name: t('store.switch', { name: store.name }),
        label: (
          <>
            <StoreName store={store} />
            <ChevronsUpDown aria-hidden="true" className="ml-auto size-3.5 shrink-0 text-ink-3" />
          </>
        ),
      }}
    >
      {stores.map((other) => (
        <MenuLink key={other.slug} href={`/${other.slug}`} icon={<StoreMark store={other} />}>
          <span className="flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate">{other.name}</span>
            {other.slug === store.slug ? <Check aria-hidden="true" /> : null}
          </span>
        </MenuLink>
      ))}
    </Menu>
  );
}

function StoreName(props: { store: ShellStore }) {
  const t = useTranslations('shell');
  return (
    <>
      <StoreMark store={props.store} />
      <span className="min-w-0">
        <b className="block truncate leading-4 font-semibold">{props.store.name}</b>
        {props.store.isDemo ? (
          <small className="block text-xs leading-[14px] text-ink-3">{t('store.demo')}</small>
        ) : null}
      </span>
    </>
  );
}
