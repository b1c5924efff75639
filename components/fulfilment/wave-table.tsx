import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { When } from '@/components/format/when';
import { CARDS } from '@/components/products/card-rows';
import { DataTable } from '@/components/ui/data-table';
import type { ListedWave } from '@/lib/fulfilment/list-waves';
import { WaveBadge } from './wave-badge';

/** The store's rounds with how far each is. */
export function WaveTable(props: {
  path: string;
  waves: readonly ListedWave[];
  when: { now: Date; timeZone: string };
  footer: ReactNode;
}) {
  const t = useTranslations('fulfilment.wave');
  return (
    <div className={CARDS}>
      <DataTable
        caption={t('title')}
        rows={props.waves}
        rowId={(wave) => wave.waveId}
        rowHref={(wave) => `${props.path}/${wave.waveId}`}
        footer={props.footer}
        columns={[
          {
            key: 'wave',
            header: t('columns.wave'),
            className: 'font-medium',
            cell: ({ number }) => t('name', { number }),
          },
          {
            key: 'status',
            header: t('columns.status'),
            className: 'max-sm:justify-self-end',
            cell: ({ status }) => <WaveBadge status={status} />,
          },
          {
            key: 'warehouse',
            header: t('columns.warehouse'),
            className: 'text-ink-2',
            cell: ({ warehouse }) => warehouse,
          },
          {
            key: 'orders',
            header: t('columns.orders'),
            right: true,
            cell: ({ picked, orders }) => t('progress', { picked, orders }),
          },
          {
            key: 'begun',
            header: t('columns.begun'),
            className: 'text-ink-2 max-sm:text-13',
            cell: ({ createdAt }) => <When at={createdAt} {...props.when} />,
          },
        ]}
      />
    </div>
  );
}
