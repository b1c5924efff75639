import { type ReactNode, useId } from 'react';
import { classNames } from './class-names';

/** A block of a page with its title, a note beside it and its own actions. */
export function Card(props: {
  title?: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  /** For lists and tables that reach to the edges. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      {...(props.title ? { 'aria-labelledby': id } : {})}
      className={classNames('min-w-0 rounded-card border bg-surface', props.className)}
    >
      {props.title ? (
        <header className="flex min-h-[45px] items-center gap-2.5 border-b px-4 py-2">
          <h2 id={id} className="min-w-0 break-words text-sm font-semibold">
            {props.title}
          </h2>
          {props.note ? <span className="min-w-16 shrink-[99] text-ink-2">{props.note}</span> : null}
          {props.actions ? <div className="ml-auto flex shrink-0 gap-1.5">{props.actions}</div> : null}
        </header>
      ) : null}
      {props.flush ? props.children : <div className="px-4 py-3">{props.children}</div>}
    </section>
  );
}
