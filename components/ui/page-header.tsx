import Link from 'next/link';
import type { ReactNode } from 'react';

/** The title of a page with what belongs beside it; one primary action at most. */
export function PageHeader(props: {
  title: ReactNode;
  back?: { href: string; label: string };
  badges?: ReactNode;
  subtitle?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="mb-3.5">
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
        {props.back ? (
          <>
            <Link href={props.back.href} className="rounded-[4px] text-ink-2 hover:text-ink">
              {props.back.label}
            </Link>
            <span aria-hidden="true" className="text-ink-3">
              /
            </span>
          </>
        ) : null}
        <h1 className="min-w-0 text-title font-semibold tracking-[-0.01em] break-words">{props.title}</h1>
        {props.badges}
        {props.actions ? (
          <div className="ml-auto flex flex-wrap gap-2 max-sm:ml-0 max-sm:basis-full">{props.actions}</div>
        ) : null}
      </div>
      {props.subtitle ? <div className="mt-1 text-ink-2">{props.subtitle}</div> : null}
    </header>
  );
}
