import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** A grey bar in the place of words that are coming. */
export function Skeleton(props: { className?: string }) {
  return <span className={`block animate-pulse rounded-[4px] bg-line ${props.className ?? 'h-4'}`} />;
}

/** A list page before its rows are there. */
export function TableSkeleton(props: { rows?: number }) {
  return (
    <Waiting>
      <Skeleton className="mb-5 h-7 w-40" />
      <div className="rounded-card border bg-surface">
        {rowNumbers(props.rows ?? 10).map((row) => (
          <div key={row} className="flex h-10 items-center gap-6 border-b px-3 last:border-b-0">
            <Skeleton className="h-3.5 w-14" />
            <Skeleton className="h-3.5 flex-1" />
            <Skeleton className="h-3.5 w-20" />
            <Skeleton className="h-5 w-24 rounded-full max-sm:hidden" />
          </div>
        ))}
      </div>
    </Waiting>
  );
}

/** A detail page before its facts are there. */
export function DetailSkeleton() {
  return (
    <Waiting>
      <Skeleton className="mb-5 h-7 w-56" />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <CardSkeleton lines={6} />
        <CardSkeleton lines={4} />
      </div>
    </Waiting>
  );
}

function CardSkeleton(props: { lines: number }) {
  return (
    <div className="flex flex-col gap-3 rounded-card border bg-surface p-4">
      <Skeleton className="h-4 w-28" />
      {rowNumbers(props.lines).map((line) => (
        <Skeleton key={line} className="h-3.5" />
      ))}
    </div>
  );
}

function Waiting(props: { children: ReactNode }) {
  const t = useTranslations('ui');
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">{t('loading')}</span>
      <div aria-hidden="true">{props.children}</div>
    </div>
  );
}

function rowNumbers(count: number): number[] {
  return Array.from({ length: count }, (_, row) => row);
}
