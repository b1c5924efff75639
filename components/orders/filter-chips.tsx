import { useLocale, useTranslations } from 'next-intl';
import { dateText } from '@/components/format/when-text';
import { Chip } from '@/components/ui/chip';
import { type OrderListQuery, orderListSearch } from '@/lib/orders/order-views';

/** The filters that are on, each with the address without it. */
export function FilterChips(props: { query: OrderListQuery; path: string; now: Date }) {
  const t = useTranslations('order-desk');
  const status = useTranslations('status');
  const locale = useLocale();
  const { query, path, now } = props;
  const without = (less: Partial<OrderListQuery>) => `${path}${orderListSearch({ ...query, ...less })}`;
  // A calendar day has no zone: it is written as the day it names.
  const day = (text: string) => dateText(new Date(`${text}T12:00:00Z`), now, 'UTC', locale);
  const words = (kind: 'order' | 'payment' | 'fulfilment', values: readonly string[]) =>
    values.map((value) => status(`${kind}.${value}`)).join(', ');
  const { from, to } = query;
  const placed =
    from && to
      ? t('filter.range', { from: day(from), to: day(to) })
      : from
        ? t('filter.since', { from: day(from) })
        : to && t('filter.until', { to: day(to) });
  return (
    <>
      {query.statuses.length > 0 ? (
        <Chip
          label={t('filter.status')}
          value={words('order', query.statuses)}
          removeHref={without({ statuses: [] })}
        />
      ) : null}
      {query.payments.length > 0 ? (
        <Chip
          label={t('filter.payment')}
          value={words('payment', query.payments)}
          removeHref={without({ payments: [] })}
        />
      ) : null}
      {query.fulfilments.length > 0 ? (
        <Chip
          label={t('filter.fulfilment')}
          value={words('fulfilment', query.fulfilments)}
          removeHref={without({ fulfilments: [] })}
        />
      ) : null}
      {placed ? (
        <Chip label={t('filter.placed')} value={placed} removeHref={without({ from: null, to: null })} />
      ) : null}
    </>
  );
}
