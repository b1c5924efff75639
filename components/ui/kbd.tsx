import type { ReactNode } from 'react';

/** A key to press. */
export function Kbd(props: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={`inline-block min-w-5 rounded-[4px] border border-b-2 border-line bg-surface px-1 text-center font-sans text-[11px] leading-4 font-medium text-ink-3 ${props.className ?? ''}`}
    >
      {props.children}
    </kbd>
  );
}
