'use client';

import { useEffect, useState } from 'react';
import type { SelectOption } from './native-select';

const PAUSE_MS = 180;

/** Options from the server for what is typed: after a pause, the last question wins. */
export function useRemoteOptions(
  search: ((query: string, signal: AbortSignal) => Promise<readonly SelectOption[]>) | undefined,
  query: string,
  first: readonly SelectOption[],
): { options: SelectOption[]; loading: boolean; failed: boolean } {
  const [found, setFound] = useState<readonly SelectOption[] | null>(null);
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  useEffect(() => {
    if (!search) return;
    const abort = new AbortController();
    setState('loading');
    const timer = setTimeout(async () => {
      try {
        const options = await search(query, abort.signal);
        if (abort.signal.aborted) return;
        setFound(options);
        setState('idle');
      } catch {
        if (!abort.signal.aborted) setState('failed');
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [search, query]);
  return {
    options: [...(found ?? first)],
    loading: state === 'loading',
    failed: state === 'failed',
  };
}
