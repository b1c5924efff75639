import type { ReactNode } from 'react';
import { Pagination } from './pagination';

/** The foot of a table: what is shown, and the way to newer and older rows. */
export function TableFooter(props: {
  children?: ReactNode;
  newerHref?: string | null | undefined;
  olderHref?: string | null | undefined;
}) {
  return (
    <div className="flex items-center gap-2.5 border-t px-3 py-2.5 text-13 text-ink-3">
      <span className="num">{props.children}</span>
      <Pagination newerHref={props.newerHref} olderHref={props.olderHref} />
    </div>
  );
}
