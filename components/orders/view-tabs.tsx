import { useLocale, useTranslations } from 'next-intl';
import { quantityText } from '@/components/format/quantity-text';
import { LinkTabs } from '@/components/ui/link-tabs';
import type { ViewCounts } from '@/lib/orders/count-views';
import {
  COUNT_CAP,
  COUNTED_VIEWS,
  ORDER_VIEWS,
  type OrderView,
  orderListSearch,
} from '@/lib/orders/order-views';

/** The saved views; those of work still to be done say how much. */
export function ViewTabs(props: { view: OrderView; counts: ViewCounts; path: string }) {
  const t = useTranslations('orders');
  const locale = useLocale();
  const counted = (view: OrderView) => COUNTED_VIEWS.find((known) => known === view);
  return (
    <LinkTabs
      label={t('views.label')}
      tabs={ORDER_VIEWS.map((view) => {
        const key = counted(view);
        const count = key ? props.counts[key] : undefined;
        return {
          href: `${props.path}${orderListSearch({ view })}`,
          label: t(`views.${view}`),
          current: view === props.view,
          ...(count === undefined
            ? {}
            : {
                count:
                  count < COUNT_CAP
                    ? quantityText(count, locale)
                    : t('capped', { count: quantityText(COUNT_CAP - 1, locale) }),
              }),
        };
      })}
    />
  );
}
