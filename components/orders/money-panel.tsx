import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Money } from '@/components/format/money';
import { Card } from '@/components/ui/card';
import { type Description, DescriptionList } from '@/components/ui/description-list';
import { orderBalance } from '@/lib/orders/order-balance';
import type { Charge, OrderDetail } from '@/lib/orders/order-detail';
import { rateText } from './rate-text';

/** Both sides of an order's money: what was asked for, and what became of it. */
export function MoneyPanel({
  detail,
  actions,
  children,
}: {
  detail: OrderDetail;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const t = useTranslations('orders');
  return (
    <Card title={t('money.title')} actions={actions}>
      <div className="grid items-start gap-x-10 gap-y-3 sm:grid-cols-2">
        <DescriptionList figures items={useAsked(detail)} />
        <DescriptionList figures items={useBecame(detail)} />
      </div>
      {children}
    </Card>
  );
}

function useAsked({ order, charges, totals }: OrderDetail): Description[] {
  const t = useTranslations('orders');
  const locale = useLocale();
  const money = (minor: number) => <Money minor={minor} currency={order.currency} />;
  const [rate] = totals.taxRatesPpm;
  const one = totals.taxRatesPpm.length === 1 && rate !== undefined && rate > 0;
  const tax = order.pricesIncludeTax
    ? one
      ? t('money.taxIncludedAt', { rate: rateText(rate, locale) })
      : t('money.taxIncluded')
    : one
      ? t('money.taxAt', { rate: rateText(rate, locale) })
      : t('money.tax');
  const named = (kind: Charge['kind']) => charges.filter((charge) => charge.kind === kind);
  return [
    { key: 'goods', term: t('money.goods'), value: money(order.goodsMinor) },
    ...discounts(order.discountMinor, order.discountReason).map(({ amountMinor, label }) => ({
      key: 'discount',
      term: <Named name={t('money.discount')} detail={label} />,
      value: money(-amountMinor),
    })),
    {
      key: 'shipping',
      term: <Named name={t('money.shipping')} detail={order.shippingMethodName} />,
      value: money(order.shippingMinor),
    },
    ...named('fee').map((fee) => ({
      key: fee.id,
      term: <Named name={t('money.fee')} detail={fee.label} />,
      value: money(fee.amountMinor),
    })),
    ...named('rounding').map((rounding) => ({
      key: rounding.id,
      term: t('money.rounding'),
      value: money(rounding.amountMinor),
    })),
    { key: 'tax', term: tax, value: money(order.taxMinor) },
    { key: 'total', term: t('money.total'), value: money(order.totalMinor), total: true },
  ];
}

const discounts = (amountMinor: number, label: string) => (amountMinor > 0 ? [{ amountMinor, label }] : []);

function useBecame(detail: OrderDetail): Description[] {
  const t = useTranslations('orders');
  const { order, payments } = detail;
  const money = (minor: number) => <Money minor={minor} currency={order.currency} />;
  const balance = orderBalance(detail);
  const methods = [...new Set(payments.filter((paid) => paid.capturedMinor > 0).map((paid) => paid.method))];
  const how = methods.map((method) => t(`methods.${method}`)).join(', ');
  return [
    ...(order.dueMinor === order.totalMinor
      ? []
      : [{ key: 'due', term: t('money.due'), value: money(order.dueMinor) }]),
    {
      key: 'captured',
      term: <Named name={t('money.captured')} detail={how} />,
      value: money(order.capturedMinor),
    },
    ...(detail.providerFeesMinor > 0
      ? [{ key: 'fees', term: t('money.providerFees'), value: money(-detail.providerFeesMinor) }]
      : []),
    { key: 'refunded', term: t('money.refunded'), value: money(-order.refundedMinor) },
    ...(balance.heldMinor > 0
      ? [{ key: 'held', term: t('money.held'), value: money(-balance.heldMinor) }]
      : []),
    balance.owedByShopperMinor > 0
      ? { key: 'owed', term: t('money.owedByShopper'), value: money(balance.owedByShopperMinor) }
      : { key: 'owed', term: t('money.owedToShopper'), value: money(balance.owedToShopperMinor) },
    { key: 'keep', term: t('money.keep'), value: money(balance.keptMinor), total: true },
  ];
}

function Named(props: { name: string; detail: string }) {
  return (
    <>
      {props.name} <span className="text-ink-3">{props.detail}</span>
    </>
  );
}
