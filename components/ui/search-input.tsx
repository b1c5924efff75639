'use client';

import { Search, X } from 'lucide-react';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, useTransition } from 'react';
import { bareInputClass, inputFrameClass } from './input-class';
import { Spinner } from './spinner';

const PAUSE_MS = 300;
const PAGING = ['after', 'before', 'cursor'];

/** Searches the list: writes the address when typing pauses; `/` brings the cursor here. */
export function SearchInput(props: { label: string; placeholder?: string; param?: string }) {
  const param = props.param ?? 'q';
  const t = useTranslations('ui');
  const router = useRouter();
  const pathname = usePathname();
  const search = useSearchParams();
  const [text, setText] = useState(search.get(param) ?? '');
  const [pending, start] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function go(value: string) {
    clearTimeout(timer.current);
    const next = new URLSearchParams(search);
    for (const name of PAGING) next.delete(name);
    if (value.trim()) next.set(param, value.trim());
    else next.delete(param);
    const query = next.toString();
    start(() => router.replace(query ? `${pathname}?${query}` : pathname, { scroll: false }));
  }

  function typed(value: string) {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => go(value), PAUSE_MS);
  }

  return (
    <search>
      <form
        className={`${inputFrameClass} pr-1!`}
        onSubmit={(event) => {
          event.preventDefault();
          go(text);
        }}
      >
        {pending ? (
          <Spinner className="size-[15px] shrink-0 text-ink-3" />
        ) : (
          <Search aria-hidden="true" className="size-[15px] shrink-0 text-ink-3" />
        )}
        <input
          name={param}
          data-page-search=""
          aria-label={props.label}
          placeholder={props.placeholder}
          value={text}
          autoComplete="off"
          onChange={(event) => typed(event.target.value)}
          className={bareInputClass}
        />
        {text ? (
          <button
            type="button"
            aria-label={t('search.clear')}
            onClick={() => {
              setText('');
              go('');
            }}
            className="inline-flex size-6 shrink-0 items-center justify-center rounded-[5px] text-ink-3 hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden="true" className="size-3.5" />
          </button>
        ) : null}
      </form>
    </search>
  );
}
