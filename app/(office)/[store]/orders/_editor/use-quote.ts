'use client';

import { useEffect, useState } from 'react';
import type { OrderId } from '@/lib/core/ids';
import type { EditorQuote } from '@/lib/orders/quote-for-editor';
import type { ActionFailure } from '@/lib/web/action-result';
import { askQuote } from './ask';
import { type Draft, quoteInputOf } from './draft';

const PAUSE_MS = 350;

export type LiveQuote = { quote: EditorQuote | null; failure: ActionFailure | null; loading: boolean };

/** Totals of what is being written, asked for when typing pauses; the last question wins. */
export function useQuote(slug: string, id: OrderId, draft: Draft): LiveQuote {
  const [state, setState] = useState<LiveQuote>({ quote: null, failure: null, loading: true });
  const input = JSON.stringify(quoteInputOf(id, draft));
  useEffect(() => {
    const abort = new AbortController();
    setState((now) => ({ ...now, loading: true }));
    const timer = setTimeout(async () => {
      const result = await askQuote(slug, JSON.parse(input), abort.signal).catch(() => null);
      if (abort.signal.aborted) return;
      setState((now) =>
        result?.ok
          ? { quote: result.data, failure: null, loading: false }
          : { quote: now.quote, failure: result, loading: false },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [slug, input]);
  return state;
}
