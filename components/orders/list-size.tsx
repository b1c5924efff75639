import { useLocale, useTranslations } from 'next-intl';
import { moneyText } from '@/components/format/money-text';
import { quantityText } from '@/components/format/quantity-text';
import type { ListSums } from '@/lib/orders/count-views';

/** "38 orders · £6,912.20", per currency; beyond the cap only that there are more. */
export function ListSize({ size }: { size: ListSums }) {
  const t = useTranslations('orders');
  const locale = useLocale();
  const full = size.more;
  const orders = full
    ? t('size.more', { count: quantityText(Math.min(size.count, size.cap - 1), locale) })
    : t('size.orders', { count: size.count });
  const sums = size.sums
    .map(({ totalMinor, currency }) => moneyText(totalMinor, currency, locale))
    .join(' + ');
  return <p className="num text-ink-2 sm:ml-auto">{sums ? t('size.worth', { orders, sums }) : orders}</p>;
}
