'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { moneyText } from '@/components/format/money-text';
import { Card } from '@/components/ui/card';
import { type Description, DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import type { LiveQuote } from './use-quote';

/** What it comes to, as the store prices it now. */
export function TotalsCard(props: { live: LiveQuote; currency: string; children: ReactNode }) {
  const t = useTranslations('order-desk');
  const locale = useLocale();
  const { quote, failure, loading } = props.live;
  const money = (minor: number) => moneyText(minor, props.currency, locale);
  const items: Description[] = quote
    ? [
        { key: 'goods', term: t('totals.goods'), value: money(quote.goodsMinor) },
        ...(quote.discountMinor > 0
          ? [{ key: 'discount', term: t('totals.discount'), value: money(-quote.discountMinor) }]
          : []),
        { key: 'shipping', term: t('totals.shipping'), value: money(quote.shippingMinor) },
        {
          key: 'tax',
          term: t(quote.pricesIncludeTax ? 'totals.taxIncluded' : 'totals.tax'),
          value: money(quote.taxMinor),
        },
        { key: 'total', term: t('totals.total'), value: money(quote.totalMinor), total: true },
      ]
    : [];
  return (
    <Card title={t('totals.title')} actions={loading ? <Spinner className="size-4 text-ink-3" /> : null}>
      <div aria-live="polite" aria-busy={loading}>
        <DescriptionList figures items={items} />
      </div>
      {failure ? (
        <div className="mt-3">
          <Notice tone="warn" title={failure.message}>
            {failure.problems.map(({ pointer, message }) => (
              <span key={pointer} className="block">
                {message}
              </span>
            ))}
          </Notice>
        </div>
      ) : null}
      {quote && quote.beyondDiscount !== null ? (
        <div className="mt-3">
          <Notice tone="warn">{t('totals.beyond', { percent: quote.beyondDiscount })}</Notice>
        </div>
      ) : null}
      <div className="mt-4 flex flex-col gap-2">{props.children}</div>
    </Card>
  );
}
