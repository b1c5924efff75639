import type { ReactNode } from 'react';

/** Holds what is wider or longer than its place. A keyboard reaches it, to scroll. */
export function ScrollBox(props: { label: string; className: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className={props.className} tabIndex={0} aria-label={props.label}>
      {props.children}
    </section>
  );
}
