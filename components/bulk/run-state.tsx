import { useTranslations } from 'next-intl';
import { When } from '@/components/format/when';
import { Card } from '@/components/ui/card';
import { Progress } from '@/components/ui/progress';
import type { BulkRunShown } from '@/lib/bulk/get-bulk';

/** How far a run is, and who started it. */
export function RunState({ run, now, timeZone }: { run: BulkRunShown; now: Date; timeZone: string }) {
  const t = useTranslations('bulk');
  const done = run.total - run.counts.waiting;
  const words = t('page.progress', { done, total: run.total });
  return (
    <div className="mb-4">
      <Card>
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <p role="status" className="font-medium">
            {t(`page.state.${run.status}`)} <span className="num font-normal text-ink-2">· {words}</span>
          </p>
          <p className="text-13 text-ink-2">
            {t.rich('page.by', {
              name: run.by,
              at: () => <When at={run.createdAt} now={now} timeZone={timeZone} style="dateTime" />,
            })}
          </p>
        </div>
        <Progress label={words} value={done} max={run.total} />
      </Card>
    </div>
  );
}
