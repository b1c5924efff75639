import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface LinkTab {
  href: string;
  label: ReactNode;
  count?: ReactNode;
  current?: boolean;
}

/** Views as tabs; each is an address. */
export function LinkTabs(props: { label: string; tabs: readonly LinkTab[]; after?: ReactNode }) {
  return (
    <div className="mb-3 flex items-center gap-4 border-b">
      <nav aria-label={props.label} className="-mb-px min-w-0 flex-1 overflow-x-auto">
        <ul className="flex gap-5">
          {props.tabs.map((tab) => (
            <li key={tab.href}>
              <Link
                href={tab.href}
                prefetch={false}
                aria-current={tab.current ? 'page' : undefined}
                className={classNames(
                  'block border-b-2 pt-2 pb-[9px] font-medium whitespace-nowrap outline-offset-[-2px]!',
                  tab.current ? 'border-ink text-ink' : 'border-transparent text-ink-2 hover:text-ink',
                )}
              >
                {tab.label}
                {tab.count === undefined ? null : (
                  <span className="num ml-[5px] font-normal text-ink-3">{tab.count}</span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {props.after ? <div className="shrink-0">{props.after}</div> : null}
    </div>
  );
}
