import { useTranslations } from 'next-intl';
import { StatusBadge } from '@/components/status/status-badge';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { BulkRowShown } from '@/lib/bulk/get-bulk';

/** What became of each order of a run, and why. */
export function RunRows(props: {
  rows: readonly BulkRowShown[];
  hrefOf: (row: BulkRowShown) => string;
  moreHref: string | null;
}) {
  const t = useTranslations('bulk');
  const orders = useTranslations('orders');
  const words = useTranslations();
  const why = ({ reason }: BulkRowShown) =>
    reason ? (words.has(reason.key) ? words(reason.key, reason.params) : words('bulk.skips.broke')) : '–';
  return (
    <DataTable
      caption={t('page.orders')}
      rows={props.rows}
      rowId={(row) => row.orderId}
      rowHref={props.hrefOf}
      columns={[
        {
          key: 'order',
          header: t('page.order'),
          className: '[td&]:font-mono [td&]:text-[12.5px] [td&]:font-medium',
          cell: (row) => (row.number === null ? orders('draftName') : `#${row.number}`),
        },
        {
          key: 'customer',
          header: t('page.customer'),
          className: 'max-sm:hidden',
          cell: (row) => row.customerName || orders('guest'),
        },
        {
          key: 'outcome',
          header: t('page.outcome'),
          cell: (row) => <StatusBadge kind="bulk" value={row.outcome} />,
        },
        { key: 'why', header: t('page.why'), className: 'text-ink-2 whitespace-normal', cell: why },
      ]}
      footer={
        props.rows.length === 0 ? (
          <EmptyState title={t('page.none')} />
        ) : props.moreHref ? (
          <p className="border-t px-4 py-2.5">
            <LinkButton href={props.moreHref} size="small">
              {t('page.more')}
            </LinkButton>
          </p>
        ) : undefined
      }
    />
  );
}
