import type { ReactNode } from 'react';
import { type Pages, Pagination } from './pagination';

/** The foot of a table: what is shown, and the way to the rows before and after. */
export function TableFooter({ children, ...pages }: Pages & { children?: ReactNode }) {
  return (
    <div className="flex items-center gap-2.5 border-t px-3 py-2.5 text-13 text-ink-3">
      <span className="num">{children}</span>
      <Pagination {...pages} />
    </div>
  );
}
