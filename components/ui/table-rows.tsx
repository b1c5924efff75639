'use client';

import { useRouter } from 'next/navigation';
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { isTyping } from './is-typing';

const ROW_LINK = 'a[data-row-link]';
const OWN_CLICK = 'a:not([data-row-link]), button, input, label, select, textarea, summary';

/**
 * Makes plain rows behave: a click anywhere opens, a middle click opens a tab, `j` and `k` move
 * the focus from row to row, `x` ticks. One listener for the whole table.
 */
export function TableRows(props: { children: ReactNode }) {
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (event.key === 'j' || event.key === 'k') moveFocus(box.current, event.key === 'j' ? 1 : -1);
      else if (event.key === 'x') tickFocused(box.current);
      else return;
      event.preventDefault();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  function onClick(event: MouseEvent<HTMLDivElement>) {
    const link = linkOfRow(event);
    if (!link || event.defaultPrevented) return;
    if (event.button === 1 || event.metaKey || event.ctrlKey || event.shiftKey) {
      if (event.target instanceof Element && event.target.closest(ROW_LINK)) return;
      window.open(link.href, '_blank', 'noopener');
      return;
    }
    event.preventDefault();
    router.push(link.getAttribute('href') ?? link.href);
  }

  function onPointerOver(event: MouseEvent<HTMLDivElement>) {
    const link = linkOfRow(event);
    if (!link || link.dataset.prefetched) return;
    link.dataset.prefetched = 'true';
    router.prefetch(link.getAttribute('href') ?? link.href);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows' links are the real controls
    // biome-ignore lint/a11y/useKeyWithClickEvents: the rows' links take the keyboard
    <div
      ref={box}
      className="table-box relative rounded-card border bg-surface"
      onClick={onClick}
      onAuxClick={(event) => event.button === 1 && onClick(event)}
      onPointerOver={onPointerOver}
    >
      {props.children}
    </div>
  );
}

function linkOfRow(event: MouseEvent<HTMLElement>): HTMLAnchorElement | null {
  const { target } = event;
  if (!(target instanceof Element) || target.closest(OWN_CLICK)) return null;
  if (event.type === 'click' && window.getSelection()?.toString()) return null;
  return target.closest('tbody tr')?.querySelector<HTMLAnchorElement>(ROW_LINK) ?? null;
}

function moveFocus(box: HTMLElement | null, step: 1 | -1) {
  const links = [...(box?.querySelectorAll<HTMLAnchorElement>(ROW_LINK) ?? [])];
  const row = document.activeElement?.closest('tr');
  const now = links.findIndex((link) => link.closest('tr') === row);
  const next = now === -1 ? 0 : Math.min(links.length - 1, Math.max(0, now + step));
  links[next]?.focus();
}

function tickFocused(box: HTMLElement | null) {
  const row = document.activeElement?.closest('tr');
  if (row && box?.contains(row)) row.querySelector<HTMLInputElement>('[data-row-select]')?.click();
}
