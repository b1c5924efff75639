import { useTranslations } from 'next-intl';
import { Money } from '@/components/format/money';
import { When } from '@/components/format/when';
import { StatusBadge } from '@/components/status/status-badge';
import type { OrderDetail } from '@/lib/orders/order-detail';
import { CANCEL_REASONS } from '@/lib/orders/order-state';

type Words = ReturnType<typeof useTranslations<'orders'>>;

/** A cancellation's reason is one of a list, any other is somebody's own words. */
function reasonOf({ cause, reason }: OrderDetail['refunds'][number], t: Words): string {
  const known = cause === 'cancellation' && CANCEL_REASONS.find((one) => one === reason);
  return known ? t(`reasons.${known}`) : reason;
}

/** Every payment and refund with its state, in the order they happened. */
export function PaymentList(props: { detail: OrderDetail; now: Date; timeZone: string }) {
  const t = useTranslations('orders');
  const { payments, refunds, order } = props.detail;
  if (payments.length + refunds.length === 0) return null;
  const rows = [
    ...payments.map((payment) => ({
      key: payment.id,
      at: payment.createdAt,
      what: t('payments.payment', { method: t(`methods.${payment.method}`) }),
      detail: payment.reference,
      amountMinor: payment.amountMinor,
      badge: <StatusBadge kind="paymentAttempt" value={payment.status} />,
    })),
    ...refunds.map((refund) => ({
      key: refund.id,
      at: refund.requestedAt,
      what: t('payments.refund', { cause: t(`causes.${refund.cause}`) }),
      detail: refund.failure || reasonOf(refund, t),
      amountMinor: -refund.amountMinor,
      badge: <StatusBadge kind="refund" value={refund.status} />,
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  return (
    <ul className="mt-3 divide-y border-t">
      {rows.map((row) => (
        <li key={row.key} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 last:pb-0">
          <span className="font-medium">{row.what}</span>
          <span className="min-w-0 text-13 break-words text-ink-2">{row.detail}</span>
          <When
            at={row.at}
            now={props.now}
            timeZone={props.timeZone}
            style="dateTime"
            className="text-13 text-ink-3"
          />
          <span className="ml-auto flex items-center gap-3">
            {row.badge}
            <Money minor={row.amountMinor} currency={order.currency} className="min-w-20 text-right" />
          </span>
        </li>
      ))}
    </ul>
  );
}
