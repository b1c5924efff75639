'use client';

import { useSearchParams } from 'next/navigation';
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react';
import { invariant } from '@/lib/core/errors';
import type { OrderContact } from '@/lib/orders/reveal-order-contact';
import type { Act, Desk } from './desk';

type Open = { act: string; of: string } | null;
type DeskState = {
  desk: Desk;
  open: Open;
  show: (act: Act, of?: string) => void;
  close: () => void;
  /** Contact somebody asked to see: shown until the page is left. */
  contact: OrderContact | null;
  setContact: (contact: OrderContact | null) => void;
};

const DeskContext = createContext<DeskState | null>(null);

/**
 * Which sheet is open stands in the address (`?act=pick`), so that a reason can link to what clears it and the
 * browser's way back closes a sheet. Nothing is asked of the server for that.
 */
export function DeskProvider(props: { desk: Desk; children: ReactNode }) {
  const search = useSearchParams();
  const act = search.get('act');
  const of = search.get('of') ?? '';
  const [contact, setContact] = useState<OrderContact | null>(null);
  const go = useCallback((change: (next: URLSearchParams) => void) => {
    const next = new URLSearchParams(window.location.search);
    change(next);
    const query = next.toString();
    return query ? `?${query}` : window.location.pathname;
  }, []);
  const state = useMemo(
    (): DeskState => ({
      desk: props.desk,
      open: act ? { act, of } : null,
      show: (nextAct, nextOf) => {
        const url = go((next) => {
          next.set('act', nextAct);
          if (nextOf) next.set('of', nextOf);
          else next.delete('of');
        });
        window.history.pushState(null, '', url);
      },
      close: () => {
        const url = go((next) => {
          next.delete('act');
          next.delete('of');
        });
        window.history.replaceState(null, '', url);
      },
      contact,
      setContact,
    }),
    [props.desk, act, of, go, contact],
  );
  return <DeskContext value={state}>{props.children}</DeskContext>;
}

export function useDesk(): DeskState {
  const state = use(DeskContext);
  invariant(state, 'a desk around its buttons');
  return state;
}
