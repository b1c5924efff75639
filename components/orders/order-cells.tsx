import { useTranslations } from 'next-intl';
import { shortPlace } from '@/components/format/address-text';
import { Money } from '@/components/format/money';
import { Quantity } from '@/components/format/quantity';
import { When } from '@/components/format/when';
import { StatusBadge } from '@/components/status/status-badge';
import { fulfilmentBadge, paymentBadge } from '@/components/status/status-meaning';
import { Badge } from '@/components/ui/badge';
import type { Column } from '@/components/ui/data-table';
import type { ListedOrder } from '@/lib/orders/list-orders';
import type { OrderColumn } from '@/lib/orders/order-columns';

type Around = { drafts: boolean; now: Date; timeZone: string; nameOf: (order: ListedOrder) => string };
/** Null: not in this view. */
type Cells = Record<OrderColumn, Column<ListedOrder> | null>;

const MUTED = 'text-ink-2 max-sm:hidden';

/** How each column of the orders list looks. */
export function useOrderColumns({ drafts, now, timeZone, nameOf }: Around): Cells {
  const t = useTranslations('orders');
  const standing = useStandingColumns({ now, timeZone });
  const header = (key: OrderColumn) => ({ key, header: t(`columns.${key}`) });
  return {
    order: {
      ...header('order'),
      className: '[td&]:font-mono [td&]:text-[12.5px] [td&]:font-medium max-sm:order-1',
      cell: nameOf,
    },
    placed: {
      key: 'placed',
      header: drafts ? t('columns.begun') : t('columns.placed'),
      className: 'text-ink-2 max-sm:order-4 max-sm:text-right max-sm:text-13',
      cell: (order) => <When at={order.at} now={now} timeZone={timeZone} />,
    },
    customer: {
      ...header('customer'),
      className: 'font-medium max-w-48 truncate max-sm:order-3',
      cell: (order) => order.customerName || t('guest'),
    },
    destination: {
      ...header('destination'),
      className: 'text-ink-2 max-w-44 truncate max-sm:hidden',
      cell: (order) => (order.country ? shortPlace({ city: order.city, country: order.country }) : '–'),
    },
    items: {
      ...header('items'),
      right: true,
      className: 'max-sm:hidden',
      cell: (order) => <Quantity value={order.units} />,
    },
    total: {
      ...header('total'),
      right: true,
      className: 'max-sm:order-2 max-sm:font-medium',
      cell: (order) => <Money minor={order.totalMinor} currency={order.currency} />,
    },
    due: {
      ...header('due'),
      right: true,
      className: 'max-sm:hidden',
      cell: (order) => <Money minor={order.dueMinor} currency={order.currency} />,
    },
    ...(drafts ? NO_STANDING : standing),
    ...useMoreColumns({ now, timeZone }),
  };
}

const NO_STANDING = { payment: null, fulfilment: null, shipBy: null, status: null, return: null } as const;

type MoreColumn = 'method' | 'currency' | 'channel' | 'shippingMethod' | 'tags' | 'externalId' | 'confirmed';

/** What most people do not need at a glance. */
function useMoreColumns({ now, timeZone }: Pick<Around, 'now' | 'timeZone'>): Pick<Cells, MoreColumn> {
  const t = useTranslations('orders');
  const channels = useTranslations('lists.channels');
  const header = (key: MoreColumn) => ({ key, header: t(`columns.${key}`) });
  return {
    method: { ...header('method'), className: MUTED, cell: (order) => t(`methods.${order.paymentMethod}`) },
    currency: { ...header('currency'), className: MUTED, cell: (order) => order.currency },
    channel: { ...header('channel'), className: MUTED, cell: (order) => channels(order.channel) },
    shippingMethod: {
      ...header('shippingMethod'),
      className: 'text-ink-2 max-w-44 truncate max-sm:hidden',
      cell: (order) => order.shippingMethod || '–',
    },
    tags: {
      ...header('tags'),
      className: 'max-sm:hidden',
      cell: (order) => (
        <span className="inline-flex flex-wrap gap-1">
          {order.tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </span>
      ),
    },
    externalId: {
      ...header('externalId'),
      className: '[td&]:font-mono [td&]:text-[12.5px] max-sm:hidden',
      cell: (order) => order.externalId ?? '–',
    },
    confirmed: {
      ...header('confirmed'),
      className: MUTED,
      cell: (order) => <When at={order.confirmedAt} now={now} timeZone={timeZone} />,
    },
  };
}

/** Where a placed order stands. */
function useStandingColumns({ now, timeZone }: Pick<Around, 'now' | 'timeZone'>) {
  const t = useTranslations('orders');
  const header = (key: keyof typeof NO_STANDING) => ({ key, header: t(`columns.${key}`) });
  return {
    payment: {
      ...header('payment'),
      className: 'max-sm:order-5',
      cell: (order) => (
        <StatusBadge kind="payment" value={paymentBadge(order.paymentStatus, order.paymentMethod)} />
      ),
    },
    fulfilment: {
      ...header('fulfilment'),
      className: 'max-sm:order-6 max-sm:text-right',
      cell: (order) =>
        order.held ? (
          <StatusBadge kind="order" value="on_hold" />
        ) : (
          <StatusBadge kind="fulfilment" value={fulfilmentBadge(order.status, order.fulfilmentStatus)} />
        ),
    },
    shipBy: {
      ...header('shipBy'),
      className: MUTED,
      cell: (order) => <When at={order.shipByAt} now={now} timeZone={timeZone} style="due" />,
    },
    status: {
      ...header('status'),
      className: 'max-sm:hidden',
      cell: (order) => <StatusBadge kind="order" value={order.status} />,
    },
    return: {
      ...header('return'),
      className: 'max-sm:hidden',
      cell: (order) => <StatusBadge kind="orderReturn" value={order.returnStatus} />,
    },
  } satisfies Partial<Cells>;
}
