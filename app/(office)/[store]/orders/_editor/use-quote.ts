'use client';

import { useEffect, useRef, useState } from 'react';
import type { OrderId } from '@/lib/core/ids';
import type { EditorQuote } from '@/lib/orders/quote-for-editor';
import type { ActionFailure } from '@/lib/web/action-result';
import { quote as ask } from '../actions';
import { type Draft, quoteInputOf } from './draft';

const PAUSE_MS = 350;

export type LiveQuote = { quote: EditorQuote | null; failure: ActionFailure | null; loading: boolean };

/** Totals of what is being written, asked for when typing pauses; the last question wins. */
export function useQuote(slug: string, id: OrderId, draft: Draft): LiveQuote {
  const [state, setState] = useState<LiveQuote>({ quote: null, failure: null, loading: true });
  const asked = useRef(0);
  const input = JSON.stringify(quoteInputOf(id, draft));
  useEffect(() => {
    const turn = ++asked.current;
    setState((now) => ({ ...now, loading: true }));
    const timer = setTimeout(async () => {
      const result = await ask(slug, JSON.parse(input));
      if (turn !== asked.current) return;
      setState((now) =>
        result.ok
          ? { quote: result.data, failure: null, loading: false }
          : { quote: now.quote, failure: result, loading: false },
      );
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [slug, input]);
  return state;
}
