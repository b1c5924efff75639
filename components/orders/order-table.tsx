import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { shortPlace } from '@/components/format/address-text';
import { Money } from '@/components/format/money';
import { Quantity } from '@/components/format/quantity';
import { When } from '@/components/format/when';
import { StatusBadge } from '@/components/status/status-badge';
import { fulfilmentBadge, paymentBadge } from '@/components/status/status-meaning';
import { type Column, DataTable } from '@/components/ui/data-table';
import type { ListedOrder } from '@/lib/orders/list-orders';
import { orderName } from './order-name';

export interface OrderTableProps {
  orders: readonly ListedOrder[];
  drafts: boolean;
  numberPrefix: string;
  now: Date;
  timeZone: string;
  hrefOf: (order: ListedOrder) => string;
  footer: ReactNode;
}

/** On a phone each row is a card of three lines; what is left out there stands on the order's page. */
const CARDS =
  'max-sm:[&_thead]:sr-only max-sm:[&_tbody_tr]:grid max-sm:[&_tbody_tr]:grid-cols-[1fr_auto] max-sm:[&_tbody_tr]:items-center max-sm:[&_tbody_tr]:gap-x-3 max-sm:[&_tbody_tr]:gap-y-1 max-sm:[&_tbody_tr]:border-b max-sm:[&_tbody_tr]:px-3 max-sm:[&_tbody_tr]:py-2.5 max-sm:[&_tbody_tr:last-child]:border-b-0 max-sm:[&_td]:h-auto! max-sm:[&_td]:border-0! max-sm:[&_td]:p-0!';

/** The orders list: one plain node or two per cell, since drawing rows is what a page costs. */
export function OrderTable(props: OrderTableProps) {
  const t = useTranslations('orders');
  return (
    <div className={CARDS}>
      <DataTable
        caption={t('title')}
        columns={useColumns(props)}
        rows={props.orders}
        rowId={(order) => order.id}
        rowHref={props.hrefOf}
        footer={props.footer}
      />
    </div>
  );
}

function useColumns(props: OrderTableProps): Column<ListedOrder>[] {
  const t = useTranslations('orders');
  const { now, timeZone } = props;
  const status = useStatusColumns(props);
  return [
    {
      key: 'order',
      header: t('columns.order'),
      className: '[td&]:font-mono [td&]:text-[12.5px] [td&]:font-medium max-sm:order-1',
      cell: (order) => orderName(order, props.numberPrefix, t('draftName')),
    },
    {
      key: 'placed',
      header: props.drafts ? t('columns.begun') : t('columns.placed'),
      className: 'text-ink-2 max-sm:order-4 max-sm:text-right max-sm:text-13',
      cell: (order) => <When at={order.at} now={now} timeZone={timeZone} />,
    },
    {
      key: 'customer',
      header: t('columns.customer'),
      className: 'font-medium max-w-48 truncate max-sm:order-3',
      cell: (order) => order.customerName || t('guest'),
    },
    {
      key: 'destination',
      header: t('columns.destination'),
      className: 'text-ink-2 max-w-44 truncate max-sm:hidden',
      cell: (order) => (order.country ? shortPlace({ city: order.city, country: order.country }) : '–'),
    },
    {
      key: 'items',
      header: t('columns.items'),
      right: true,
      className: 'max-sm:hidden',
      cell: (order) => <Quantity value={order.units} />,
    },
    {
      key: 'total',
      header: t('columns.total'),
      right: true,
      className: 'max-sm:order-2 max-sm:font-medium',
      cell: (order) => <Money minor={order.totalMinor} currency={order.currency} />,
    },
    ...(props.drafts ? [] : status),
    {
      key: 'method',
      header: t('columns.method'),
      className: 'text-ink-2 max-[1340px]:hidden',
      cell: (order) => t(`methods.${order.paymentMethod}`),
    },
  ];
}

/** Where a placed order stands. */
function useStatusColumns({ now, timeZone }: OrderTableProps): Column<ListedOrder>[] {
  const t = useTranslations('orders');
  return [
    {
      key: 'payment',
      header: t('columns.payment'),
      className: 'max-sm:order-5',
      cell: (order) => (
        <StatusBadge kind="payment" value={paymentBadge(order.paymentStatus, order.paymentMethod)} />
      ),
    },
    {
      key: 'fulfilment',
      header: t('columns.fulfilment'),
      className: 'max-sm:order-6',
      cell: (order) => (
        <StatusBadge kind="fulfilment" value={fulfilmentBadge(order.status, order.fulfilmentStatus)} />
      ),
    },
    {
      key: 'shipBy',
      header: t('columns.shipBy'),
      className: 'text-ink-2 max-sm:hidden',
      cell: (order) => <When at={order.shipByAt} now={now} timeZone={timeZone} style="due" />,
    },
  ];
}
