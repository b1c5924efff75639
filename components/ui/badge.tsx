import type { ReactNode } from 'react';

/** A word somebody put there: a tag, a kind. For statuses use `StatusBadge`. */
export function Badge(props: { children: ReactNode }) {
  return (
    <span className="inline-flex h-[22px] items-center rounded-full border border-line bg-surface px-2 text-xs text-ink-2">
      {props.children}
    </span>
  );
}
