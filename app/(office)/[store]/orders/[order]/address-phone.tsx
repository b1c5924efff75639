'use client';

import { useDesk } from './use-desk';

/** The phone at the door: masked until the buyer's contact is revealed. */
export function AddressPhone(props: { of: 'shipTo' | 'billTo'; masked: string | null }) {
  const { contact } = useDesk();
  const shown = contact?.[`${props.of}Phone`];
  if (!props.masked && !shown) return null;
  return (
    <p className="mt-1 text-ink-2">
      {shown ? (
        <a href={`tel:${shown}`} className="rounded-[4px] hover:underline">
          {shown}
        </a>
      ) : (
        props.masked
      )}
    </p>
  );
}
