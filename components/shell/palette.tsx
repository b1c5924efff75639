'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { scrimClass } from '@/components/ui/dialog';
import { Spinner } from '@/components/ui/spinner';
import { PaletteList } from './palette-list';
import { flatItems, localGroups, type PaletteGroup } from './palette-match';
import type { Place } from './place';
import type { ShellAction } from './shell-props';
import { usePaletteSearch } from './use-palette-search';

/** Places, actions and records by typing. */
export function Palette(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  places: readonly Place[];
  actions: readonly ShellAction[];
  searchHref: string;
}) {
  const t = useTranslations('shell');
  return (
    <Dialog.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className={scrimClass} />
        <Dialog.Popup className="fixed top-[12vh] left-1/2 z-50 flex max-h-[min(32rem,76dvh)] w-[min(40rem,calc(100vw-2rem))] -translate-x-1/2 flex-col overflow-hidden rounded-[10px] border border-line-strong bg-surface shadow-pop outline-none transition-opacity duration-100 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0 max-sm:top-2 max-sm:max-h-[calc(100dvh-1rem)] max-sm:w-[calc(100vw-1rem)]">
          <Dialog.Title className="sr-only">{t('palette.title')}</Dialog.Title>
          <PaletteBody {...props} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteBody(props: {
  onOpenChange: (open: boolean) => void;
  places: readonly Place[];
  actions: readonly ShellAction[];
  searchHref: string;
}) {
  const t = useTranslations('shell');
  const router = useRouter();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = usePaletteSearch(props.searchHref, query);
  const own = localGroups(query, {
    places: { label: t('palette.places'), places: props.places, word: (key) => t(`places.${key}`) },
    actions: { label: t('palette.actions'), actions: props.actions },
  });
  const groups: PaletteGroup[] = [...own, ...found.groups];
  const items = flatItems(groups);
  const current = items[Math.min(active, items.length - 1)];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  function go(href: string) {
    props.onOpenChange(false);
    router.push(href);
  }

  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const last = items.length - 1;
    if (event.key === 'ArrowDown') setActive(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? last : Math.min(active, last) - 1);
    else if (event.key === 'Enter' && current) go(current.href);
    else return;
    event.preventDefault();
  }

  function said(state: 'idle' | 'loading' | 'failed', count: number) {
    if (state === 'failed') return '';
    if (state === 'loading') return t('palette.loading');
    return count === 0 ? t('palette.empty', { query }) : t('palette.results', { count });
  }

  return (
    <>
      <div className="flex h-12 shrink-0 items-center gap-2.5 border-b px-4">
        <Search aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog exists for this input
          autoFocus
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
          aria-label={t('search.placeholder')}
          placeholder={t('search.placeholder')}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKey}
          className="h-full min-w-0 flex-1 bg-transparent text-base outline-none!"
        />
        {found.state === 'loading' ? <Spinner className="text-ink-3" /> : null}
      </div>
      <div ref={list} className="min-h-0 flex-1 overflow-y-auto">
        <PaletteList id={listId} groups={groups} currentId={current?.id} onGo={go} />
        <p
          role="status"
          className={items.length > 0 || found.state === 'failed' ? 'sr-only' : 'px-4 py-6 text-ink-2'}
        >
          {said(found.state, items.length)}
        </p>
        {found.state === 'failed' ? (
          <p role="alert" className="px-4 pb-4 text-13 text-bad">
            {t('palette.failed')}
          </p>
        ) : null}
      </div>
      <p className="shrink-0 border-t px-4 py-2 text-xs text-ink-3 max-sm:hidden">{t('palette.hint')}</p>
    </>
  );
}
