import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DataTable } from '@/components/ui/data-table';
import type { ListedOrder } from '@/lib/orders/list-orders';
import type { OrderColumn } from '@/lib/orders/order-columns';
import { useOrderColumns } from './order-cells';
import { orderName } from './order-name';

export interface OrderTableProps {
  orders: readonly ListedOrder[];
  columns: readonly OrderColumn[];
  drafts: boolean;
  /** Rows can be ticked, to do something with many. */
  selectable: boolean;
  around: { numberPrefix: string; now: Date; timeZone: string };
  hrefOf: (order: ListedOrder) => string;
  footer: ReactNode;
}

/** On a phone each row is a card of three lines; what is left out there stands on the order's page. */
const CARDS =
  'max-sm:[&_thead]:sr-only max-sm:[&_tbody_tr]:grid max-sm:[&_tbody_tr]:grid-cols-[1fr_auto] max-sm:[&_tbody_tr]:items-center max-sm:[&_tbody_tr]:gap-x-3 max-sm:[&_tbody_tr]:gap-y-1 max-sm:[&_tbody_tr]:border-b max-sm:[&_tbody_tr]:px-3 max-sm:[&_tbody_tr]:py-2.5 max-sm:[&_tbody_tr:last-child]:border-b-0 max-sm:[&_td]:h-auto! max-sm:[&_td]:border-0! max-sm:[&_td]:p-0! max-sm:[&_td.tick]:hidden';

/** The orders list: one plain node or two per cell, since drawing rows is what a page costs. */
export function OrderTable(props: OrderTableProps) {
  const t = useTranslations('orders');
  const name = (order: ListedOrder) => orderName(order, props.around.numberPrefix, t('draftName'));
  const columns = useOrderColumns({ ...props.around, drafts: props.drafts, nameOf: name });
  return (
    <div className={CARDS}>
      <DataTable
        caption={t('title')}
        columns={props.columns.flatMap((key) => columns[key] ?? [])}
        rows={props.orders}
        rowId={(order) => order.id}
        rowHref={props.hrefOf}
        {...(props.selectable
          ? { selectLabel: (order: ListedOrder) => t('select', { name: name(order) }) }
          : {})}
        footer={props.footer}
      />
    </div>
  );
}
