import { useTranslations } from 'next-intl';
import { Money } from '@/components/format/money';
import { Quantity } from '@/components/format/quantity';
import { When } from '@/components/format/when';
import { CARDS } from '@/components/products/card-rows';
import { StatusBadge } from '@/components/status/status-badge';
import { fulfilmentBadge, paymentBadge } from '@/components/status/status-meaning';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { TableFooter } from '@/components/ui/table-footer';
import type { CustomerOrder, CustomerOrders } from '@/lib/customers/customer-orders';

type Place = { slug: string; timeZone: string; now: Date };

/** One customer's orders under their title, paged. */
export function OrderHistory(props: {
  list: CustomerOrders;
  place: Place;
  newerHref: string | null;
  olderHref: string | null;
}) {
  const t = useTranslations('customers');
  const { list, place } = props;
  return (
    <section aria-labelledby="orders" className="flex min-w-0 flex-col gap-2">
      <h2 id="orders" className="text-sm font-semibold">
        {t('orders.title')}
      </h2>
      <div className={CARDS}>
        <DataTable
          caption={t('orders.title')}
          columns={useColumns(place, list.numberPrefix)}
          rows={list.orders}
          rowId={(order) => order.orderId}
          rowHref={(order) => `/${place.slug}/orders/${order.number}`}
          footer={
            list.orders.length === 0 ? (
              <EmptyState title={t('orders.empty')}>{t('orders.emptyBody')}</EmptyState>
            ) : (
              <TableFooter newerHref={props.newerHref} olderHref={props.olderHref}>
                {t('orders.shown', { count: list.orders.length })}
              </TableFooter>
            )
          }
        />
      </div>
    </section>
  );
}

function useColumns({ timeZone, now }: Place, prefix: string): Column<CustomerOrder>[] {
  const t = useTranslations('customers');
  return [
    {
      key: 'number',
      header: t('orders.number'),
      className: 'max-sm:order-1',
      cell: (order) => (
        <span className="code font-medium">
          {prefix}
          {order.number}
        </span>
      ),
    },
    {
      key: 'placed',
      header: t('orders.placed'),
      className: 'text-ink-2 max-sm:order-3',
      cell: (order) => <When at={order.placedAt} now={now} timeZone={timeZone} />,
    },
    {
      key: 'units',
      header: t('orders.units'),
      right: true,
      className: 'max-sm:hidden',
      cell: (order) => <Quantity value={order.units} />,
    },
    {
      key: 'total',
      header: t('orders.total'),
      right: true,
      className: 'max-sm:order-2',
      cell: (order) => <Money minor={order.totalMinor} currency={order.currency} />,
    },
    {
      key: 'payment',
      header: t('orders.payment'),
      className: 'max-sm:order-4',
      cell: (order) => (
        <StatusBadge kind="payment" value={paymentBadge(order.paymentStatus, order.paymentMethod)} />
      ),
    },
    {
      key: 'fulfilment',
      header: t('orders.fulfilment'),
      className: 'max-sm:order-5',
      cell: (order) =>
        order.kind === 'credit' ? (
          <StatusBadge kind="orderKind" value="credit" />
        ) : (
          <StatusBadge kind="fulfilment" value={fulfilmentBadge(order.status, order.fulfilmentStatus)} />
        ),
    },
  ];
}
