import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { shortPlace } from '@/components/format/address-text';
import { Quantity } from '@/components/format/quantity';
import { When } from '@/components/format/when';
import { Badge } from '@/components/ui/badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import type { WaitingList, WaitingWork } from '@/lib/fulfilment/list-waiting';
import type { Queue } from '@/lib/fulfilment/waiting-view';

type Clock = { now: Date; timeZone: string };

/** On a phone each row is a card: its tick box beside three lines. */
const CARDS =
  'max-sm:[&_thead]:sr-only max-sm:[&_tbody_tr]:grid max-sm:[&_tbody_tr]:grid-cols-[28px_minmax(0,1fr)_auto] max-sm:[&_tbody_tr]:items-center max-sm:[&_tbody_tr]:gap-x-2 max-sm:[&_tbody_tr]:gap-y-1 max-sm:[&_tbody_tr]:border-b max-sm:[&_tbody_tr]:px-3 max-sm:[&_tbody_tr]:py-2.5 max-sm:[&_tbody_tr:last-child]:border-b-0 max-sm:[&_td]:h-auto! max-sm:[&_td]:border-0! max-sm:[&_td]:p-0! max-sm:[&_td.tick]:row-span-3 max-sm:[&_td.tick]:self-start';

/** What waits for the same next step, the most urgent first. */
export function WaitingTable(props: {
  slug: string;
  queue: Queue;
  list: WaitingList;
  when: Clock;
  footer: ReactNode;
}) {
  const t = useTranslations('fulfilment');
  const { slug, queue, list } = props;
  const prefix = list.desk.numberPrefix;
  return (
    <div className={CARDS}>
      <DataTable
        caption={t(`list.${queue}`)}
        columns={useColumns(props)}
        rows={list.rows}
        rowId={(row) => row.shipmentId ?? `${row.orderId}.${row.warehouseId}`}
        rowHref={(row) =>
          queue === 'pack' ? `/${slug}/fulfilment/pack/${row.shipmentId}` : `/${slug}/orders/${row.number}`
        }
        selectLabel={(row) => t('list.select', { name: `${prefix}${row.number}` })}
        footer={props.footer}
      />
    </div>
  );
}

function useColumns({ queue, list, when }: { queue: Queue; list: WaitingList; when: Clock }) {
  const t = useTranslations('fulfilment');
  const name = ({ number, sequence }: WaitingWork) => {
    const order = `${list.desk.numberPrefix}${number}`;
    return sequence !== null && sequence > 1 ? t('list.parcel', { name: order, sequence }) : order;
  };
  const columns: Column<WaitingWork>[] = [
    {
      key: 'order',
      header: t('list.order'),
      className: '[td&]:font-mono [td&]:text-[12.5px] [td&]:font-medium max-sm:col-start-2',
      cell: name,
    },
    {
      key: 'shipBy',
      header: t('list.shipBy'),
      className: 'text-ink-2 max-sm:text-right',
      cell: (row) => <When at={row.shipByAt} {...when} style="due" />,
    },
    {
      key: 'customer',
      header: t('list.customer'),
      className: 'font-medium max-w-48 truncate max-sm:col-start-2 max-sm:max-w-none',
      cell: (row) => row.customerName || t('list.guest'),
    },
    {
      key: 'units',
      header: t('list.units'),
      right: true,
      cell: (row) => (
        <>
          <span className="max-sm:hidden">
            <Quantity value={row.units} />
          </span>
          <span className="sm:hidden">{t('list.unitsOf', { units: row.units })}</span>
        </>
      ),
    },
    {
      key: 'destination',
      header: t('list.destination'),
      className: 'text-ink-2 max-w-44 truncate max-sm:col-start-2 max-sm:max-w-none',
      cell: (row) => (row.country ? shortPlace({ city: row.city, country: row.country }) : '–'),
    },
    {
      key: 'mark',
      header: queue === 'pick' ? t('list.wave') : t('list.held'),
      className: 'max-sm:text-right',
      cell: (row) => <Mark row={row} />,
    },
    {
      key: 'warehouse',
      header: t('list.warehouse'),
      className: 'text-ink-2 max-sm:hidden',
      cell: (row) => row.warehouse,
    },
    {
      key: 'method',
      header: t('list.method'),
      className: 'text-ink-2 max-w-44 truncate max-lg:hidden',
      cell: (row) => row.method || '–',
    },
  ];
  return columns;
}

function Mark({ row }: { row: WaitingWork }) {
  const t = useTranslations('fulfilment');
  if (row.held) {
    return (
      <span className="status-dot bg-warn-soft text-warn" data-fill="half">
        {t('list.held')}
      </span>
    );
  }
  return row.wave ? <Badge>{t('list.inWave', { number: row.wave.number })}</Badge> : null;
}
