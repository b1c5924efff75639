'use client';

import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { isTyping } from '@/components/ui/is-typing';
import { Kbd } from '@/components/ui/kbd';
import type { Place } from './place';
import type { ShellAction } from './shell-props';

const Palette = dynamic(() => import('./palette').then((part) => part.Palette), { ssr: false });

/** Looks like a search box and opens the palette; so do ⌘K, Ctrl K, and `/` where no list is. */
export function SearchBox(props: {
  places: readonly Place[];
  actions: readonly ShellAction[];
  searchHref: string;
}) {
  const t = useTranslations('shell');
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const [mac, setMac] = useState(false);

  function show(next: boolean) {
    setOpen(next);
    if (next) setUsed(true);
  }

  useEffect(() => {
    setMac(/Mac|iPhone|iPad/.test(navigator.platform));
    function onKey(event: KeyboardEvent) {
      if ((event.metaKey || event.ctrlKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setUsed(true);
        setOpen((now) => !now);
        return;
      }
      if (event.key !== '/' || event.metaKey || event.ctrlKey || isTyping(event.target)) return;
      event.preventDefault();
      const onPage = document.querySelector<HTMLInputElement>('input[data-page-search]');
      if (onPage) onPage.focus();
      else {
        setUsed(true);
        setOpen(true);
      }
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Meta+K Control+K"
        onClick={() => show(true)}
        className="flex h-8 w-full max-w-[420px] min-w-0 items-center gap-2 rounded-control border bg-surface px-2.5 text-ink-3 hover:border-line-strong max-sm:h-9"
      >
        <Search aria-hidden="true" className="size-[15px] shrink-0" />
        <span className="truncate max-sm:hidden">{t('search.placeholder')}</span>
        <span className="truncate sm:hidden">{t('search.short')}</span>
        <span aria-hidden="true" className="ml-auto shrink-0 max-sm:hidden">
          <Kbd>{mac ? '⌘K' : 'Ctrl K'}</Kbd>
        </span>
      </button>
      {used ? (
        <Palette
          open={open}
          onOpenChange={show}
          places={props.places}
          actions={props.actions}
          searchHref={props.searchHref}
        />
      ) : null}
    </>
  );
}
