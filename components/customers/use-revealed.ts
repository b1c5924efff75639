'use client';

import { useState, useTransition } from 'react';
import type { CustomerId } from '@/lib/core/ids';
import type { CustomerAddress } from '@/lib/customers/customer-addresses';
import type { RevealedContact } from '@/lib/customers/reveal-contact';
import type { ActionFailure, ActionResult } from '@/lib/web/action-result';

export type Reveal = (
  storeSlug: string,
  input: { customerId: CustomerId },
) => Promise<ActionResult<RevealedContact>>;

/** Contact that was asked to be seen: it stays until the page is left, and follows what is changed here. */
export function useRevealed(storeSlug: string, customerId: CustomerId, reveal: Reveal) {
  const [contact, setContact] = useState<RevealedContact | null>(null);
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const [pending, start] = useTransition();

  function show(then?: () => void) {
    if (pending) return;
    if (contact) return then?.();
    start(async () => {
      const result = await reveal(storeSlug, { customerId });
      setFailure(result.ok ? null : result);
      if (!result.ok) return;
      setContact(result.data);
      then?.();
    });
  }

  function patch(change: (addresses: CustomerAddress[]) => CustomerAddress[]) {
    setContact((known) => known && { ...known, addresses: change(known.addresses) });
  }

  return { contact, failure, pending, show, patch, setContact };
}
