'use client';

import { Clock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { When } from '@/components/format/when';

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_HOURS = 24;
const TICK_MS = 15_000;

/** How long until the carrier comes, and what must have left by then. It counts from the server's clock. */
export function CutOffClock(props: {
  cutOffMs: number;
  nowMs: number;
  timeZone: string;
  due: number;
  late: number;
}) {
  const t = useTranslations('fulfilment.clock');
  const nowMs = useTicking(props.nowMs);
  const minutes = Math.max(0, Math.ceil((props.cutOffMs - nowMs) / MINUTE_MS));
  const hours = Math.floor(minutes / HOUR_MINUTES);
  const left =
    hours >= DAY_HOURS
      ? t('days', { days: Math.floor(hours / DAY_HOURS), hours: hours % DAY_HOURS })
      : t('left', { hours, minutes: minutes % HOUR_MINUTES });
  return (
    <section
      aria-label={t('label')}
      className="mb-3 flex flex-wrap items-center gap-x-5 gap-y-1 rounded-card border bg-surface px-4 py-2.5"
    >
      <p className="flex items-baseline gap-2">
        <Clock aria-hidden="true" className="size-4 shrink-0 self-center text-ink-3" />
        <b role="timer" className="num text-base font-semibold whitespace-nowrap">
          {minutes === 0 ? t('passed') : left.trim()}
        </b>
        <span className="text-ink-2">
          {t.rich('until', {
            when: () => (
              <When at={props.cutOffMs} now={props.nowMs} timeZone={props.timeZone} style="dateTime" />
            ),
          })}
        </span>
      </p>
      <p className="flex flex-wrap items-baseline gap-x-3 sm:ml-auto">
        <span className={props.due > 0 ? 'font-medium' : 'text-ink-2'}>{t('due', { count: props.due })}</span>
        {props.late > 0 ? (
          <span className="status-dot bg-bad-soft text-bad" data-fill="full">
            {t('late', { count: props.late })}
          </span>
        ) : null}
      </p>
    </section>
  );
}

/** The server's time, carried on by what has passed since the page was shown. */
function useTicking(startMs: number): number {
  const [passedMs, setPassed] = useState(0);
  useEffect(() => {
    const shownAt = performance.now();
    const timer = setInterval(() => setPassed(performance.now() - shownAt), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return startMs + passedMs;
}
