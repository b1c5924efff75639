import { useTranslations } from 'next-intl';
import { Quantity } from '@/components/format/quantity';
import { When } from '@/components/format/when';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import type { BulkRunShown } from '@/lib/bulk/get-bulk';

/** The latest runs with what became of their orders. */
export function RunList(props: {
  runs: readonly BulkRunShown[];
  hrefOf: (id: BulkRunShown['id']) => string;
  now: Date;
  timeZone: string;
}) {
  const t = useTranslations('bulk');
  const count = (key: 'done' | 'skipped' | 'failed') => ({
    key,
    header: t(`outcomes.${key}`),
    right: true,
    cell: (run: BulkRunShown) => <Quantity value={run.counts[key]} />,
  });
  return (
    <DataTable
      caption={t('title')}
      rows={props.runs}
      rowId={(run) => run.id}
      rowHref={(run) => props.hrefOf(run.id)}
      columns={[
        {
          key: 'act',
          header: t('list.act'),
          className: 'font-medium',
          cell: (run) =>
            t(`did.${run.action}`, { tag: run.options.tag ?? '', carrier: run.options.carrier ?? '' }),
        },
        {
          key: 'started',
          header: t('list.started'),
          className: 'text-ink-2',
          cell: (run) => <When at={run.createdAt} now={props.now} timeZone={props.timeZone} />,
        },
        { key: 'by', header: t('list.by'), className: 'text-ink-2 max-sm:hidden', cell: (run) => run.by },
        count('done'),
        { ...count('skipped'), className: 'max-sm:hidden' },
        { ...count('failed'), className: 'max-sm:hidden' },
      ]}
      footer={
        props.runs.length === 0 ? (
          <EmptyState title={t('list.empty')}>{t('list.emptyBody')}</EmptyState>
        ) : undefined
      }
    />
  );
}
