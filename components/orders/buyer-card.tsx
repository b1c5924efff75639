import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { moneyText } from '@/components/format/money-text';
import { Card } from '@/components/ui/card';
import type { OrderDetail } from '@/lib/orders/order-detail';

/** Who bought, how to reach them (`contact` shows it masked or revealed) and how good a customer they are. */
export function BuyerCard(props: { detail: OrderDetail; storeSlug: string; contact: ReactNode }) {
  const t = useTranslations('orders');
  const locale = useLocale();
  const { order, buyer } = props.detail;
  const name = order.customerName || t('guest');
  const figures = buyer.sums
    .map(({ totalMinor, currency }) => moneyText(totalMinor, currency, locale))
    .join(' + ');
  return (
    <Card title={t('buyer.title')}>
      <p className="font-medium break-words">
        {order.customerId ? (
          <Link
            href={`/${props.storeSlug}/customers/${order.customerId}`}
            className="rounded-[4px] hover:underline"
          >
            {name}
          </Link>
        ) : (
          name
        )}
      </p>
      {props.contact}
      <p className="mt-2 text-ink-2">
        {order.customerId
          ? buyer.orders > 0
            ? t('buyer.figures', { orders: t('size.orders', { count: buyer.orders }), sums: figures })
            : t('buyer.noOrders')
          : t('buyer.guest')}
      </p>
    </Card>
  );
}
