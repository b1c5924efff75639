import { useLocale, useTranslations } from 'next-intl';
import { isolated } from '@/components/format/isolated';
import { When } from '@/components/format/when';
import { dateText, dateTimeText } from '@/components/format/when-text';
import type { OrderDetail } from '@/lib/orders/order-detail';

/** "Placed 22 Nov, 10:14 by Web shop · Tom Okafor's 6th order · promised Wed 25 Nov". */
export function OrderSubtitle({
  detail,
  now,
  timeZone,
}: {
  detail: OrderDetail;
  now: Date;
  timeZone: string;
}) {
  const t = useTranslations('orders');
  const locale = useLocale();
  const { order, buyer } = detail;
  const moment = (at: Date) => dateTimeText(at, now, timeZone, locale);
  const day = (at: Date) => dateText(at, now, timeZone, locale);
  const waits = order.status === 'confirmed' || order.status === 'processing';
  const parts = [
    order.placedAt
      ? t('subtitle.placed', { at: moment(order.placedAt), channel: t(`channels.${order.channel}`) })
      : t('subtitle.begun', { at: moment(order.createdAt) }),
    order.externalId && t('subtitle.external', { id: order.externalId }),
    buyer.nth !== null &&
      order.customerName &&
      t('subtitle.nth', { name: isolated(order.customerName), nth: buyer.nth }),
    order.promisedAt && !order.deliveredAt && order.status !== 'canceled'
      ? t('subtitle.promised', { on: day(order.promisedAt) })
      : null,
    order.payByAt ? t('subtitle.payBy', { on: day(order.payByAt) }) : null,
    order.status === 'delivered' && order.completeAfterAt
      ? t('subtitle.completes', { on: day(order.completeAfterAt) })
      : null,
    order.canceledAt ? t('subtitle.canceled', { at: moment(order.canceledAt) }) : null,
    order.cancelReason &&
      (t.has(`reasons.${order.cancelReason}`) ? t(`reasons.${order.cancelReason}`) : null),
  ].filter(Boolean);
  return (
    <p className="break-words">
      {parts.join(' · ')}
      {waits && order.shipByAt && !order.heldAt ? (
        <>
          {' · '}
          {t.rich('subtitle.shipBy', {
            when: () => <When at={order.shipByAt} now={now} timeZone={timeZone} style="due" />,
          })}
        </>
      ) : null}
    </p>
  );
}
