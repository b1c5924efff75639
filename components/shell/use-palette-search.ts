'use client';

import { useEffect, useState } from 'react';
import { type PaletteGroup, parseAnswer } from './palette-match';

const PAUSE_MS = 160;
const LEAST_CHARACTERS = 1;

/** Asks the server for records after a pause; a newer question drops the older one. */
export function usePaletteSearch(searchHref: string, query: string) {
  const [groups, setGroups] = useState<PaletteGroup[]>([]);
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const text = query.trim();

  useEffect(() => {
    if (text.length < LEAST_CHARACTERS) {
      setGroups([]);
      setState('idle');
      return;
    }
    const abort = new AbortController();
    setState('loading');
    const timer = setTimeout(async () => {
      try {
        const glue = searchHref.includes('?') ? '&' : '?';
        const answer = await fetch(`${searchHref}${glue}q=${encodeURIComponent(text)}`, {
          signal: abort.signal,
          headers: { accept: 'application/json' },
        });
        if (!answer.ok) throw new Error(String(answer.status));
        const found = parseAnswer(await answer.json());
        if (abort.signal.aborted) return;
        setGroups(found.filter((group) => group.items.length > 0));
        setState('idle');
      } catch {
        if (abort.signal.aborted) return;
        setGroups([]);
        setState('failed');
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [searchHref, text]);

  return { groups, state };
}
