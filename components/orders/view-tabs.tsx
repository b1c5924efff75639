import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { quantityText } from '@/components/format/quantity-text';
import { type LinkTab, LinkTabs } from '@/components/ui/link-tabs';
import type { SavedView } from '@/lib/lists/read-list-setup';
import type { ViewCounts } from '@/lib/orders/count-views';
import {
  COUNT_CAP,
  COUNTED_VIEWS,
  ORDER_VIEWS,
  type OrderListQuery,
  type OrderView,
  orderListSearch,
} from '@/lib/orders/order-views';

/** The built-in views, those of work still to be done with how much; then the saved ones. */
export function ViewTabs(props: {
  query: OrderListQuery;
  counts: ViewCounts;
  saved: readonly SavedView[];
  path: string;
  after?: ReactNode;
}) {
  const t = useTranslations('orders');
  const locale = useLocale();
  const { query, counts, saved, path } = props;
  const open = saved.find(({ id }) => id === query.saved);
  const countOf = (view: OrderView) => {
    const key = COUNTED_VIEWS.find((known) => known === view);
    if (!key) return {};
    const count = counts[key];
    const text = quantityText(Math.min(count, COUNT_CAP - 1), locale);
    return { count: count < COUNT_CAP ? text : t('capped', { count: text }) };
  };
  const tabs = ORDER_VIEWS.map(
    (view): LinkTab => ({
      href: `${path}${orderListSearch({ view })}`,
      label: t(`views.${view}`),
      current: !open && view === query.view,
      ...countOf(view),
    }),
  );
  const own = saved.map(
    ({ id, name, search }): LinkTab => ({
      href: `${path}?${search ? `${search}&` : ''}saved=${id}`,
      label: name,
      current: id === open?.id,
    }),
  );
  return <LinkTabs label={t('views.label')} tabs={[...tabs, ...own]} after={props.after} />;
}
